/** Quiz: questions without end, answered by the engine; each wrong option a misconception that it explains. */
import { type AppState, stay } from '../../state.ts';
import { clamp, listCommands } from '../../widgets/list.ts';
import { scrollCommands } from '../../widgets/scroll.ts';
import { defineScreen } from '../screen.ts';
import { answerPanel } from './answer-panel.ts';
import { readReviews } from './make-questions.ts';
import { menuOf, moveMenu } from './menu.ts';
import { openWorld } from './open-world.ts';
import { questionPanel } from './question-panel.ts';
import {
  choose,
  finish,
  happen,
  isTold,
  leave,
  moveOption,
  questionHere,
  quizInput,
  sittingHere,
  submit,
  watchTime,
} from './sit.ts';

const isSitting = (state: AppState) => sittingHere(state) !== undefined;
const isExam = (state: AppState) => sittingHere(state)?.session.mode === 'exam' && !isOver(state);
const isOver = (state: AppState) => sittingHere(state)?.session.phase === 'over';
const isAsking = (state: AppState) => sittingHere(state)?.session.phase === 'question';

function scrollText(by: number) {
  return (state: AppState) => {
    const top = Math.max(0, (state.scrolls['quiz.question'] ?? 0) + by);
    return stay({ ...state, scrolls: { ...state.scrolls, 'quiz.question': top } });
  };
}

/** Of the menu an entry; of a question the answer, or the next one. */
function goOn(state: AppState) {
  if (isOver(state)) return leave(state);
  if (isSitting(state)) return submit(state);
  return menuOf(state)[state.screens.quiz.menu]?.run(state) ?? stay(state);
}

export const quiz = defineScreen({
  id: 'quiz',
  number: 8,
  title: 'Quiz',
  panels: [questionPanel, answerPanel],
  layout: ({ height }) => ({
    rows: [{ panel: 'question' }, { panel: 'answer', size: Math.max(6, Math.floor(height * 0.3)) }],
  }),
  follows: (state) => [...readReviews(state), ...watchTime(state)],
  input: quizInput,
  typing: [
    { keys: 'a, b, c, d, e', title: 'choose the option; once more takes it back where there are several' },
    { keys: '1, 2, 3, 4', title: 'after an answer: guessed, unsure, fairly sure, sure' },
  ],
  commands: [
    { id: 'quiz.enter', title: 'answer, and go on', keys: ['enter'], bar: 'go on', run: goOn },
    {
      id: 'quiz.choose',
      title: 'choose the option',
      keys: ['space'],
      bar: 'choose',
      available: isAsking,
      run: (state) => {
        const letter = questionHere(state)?.options[sittingHere(state)?.option ?? 0]?.letter;
        return stay(letter === undefined ? state : choose(state, letter));
      },
    },
    {
      id: 'quiz.next',
      title: 'next question',
      keys: ['n'],
      bar: 'next',
      available: isExam,
      run: (state) => happen(state, { kind: 'next' }),
    },
    {
      id: 'quiz.before',
      title: 'question before',
      keys: ['p'],
      bar: 'before',
      available: isExam,
      run: (state) => happen(state, { kind: 'back' }),
    },
    {
      id: 'quiz.flag',
      title: 'flag the question, to come back to it',
      keys: ['m'],
      bar: 'flag',
      available: isExam,
      run: (state) => happen(state, { kind: 'flag' }),
    },
    {
      id: 'quiz.world',
      title: 'open this very world in the simulator',
      keys: ['o'],
      bar: 'open in simulator',
      available: (state) => {
        const sitting = sittingHere(state);
        return sitting !== undefined && isTold(sitting.session);
      },
      run: (state) => {
        const question = questionHere(state);
        return question ? openWorld(state, question) : stay(state);
      },
    },
    {
      id: 'quiz.finish',
      title: 'end the sitting',
      keys: ['x'],
      bar: 'end',
      available: (state) => isSitting(state) && !isOver(state),
      run: finish,
    },
    { id: 'quiz.text-down', title: 'scroll the question down', keys: ['J', 'shift-down'], run: scrollText(3) },
    { id: 'quiz.text-up', title: 'scroll the question up', keys: ['K', 'shift-up'], run: scrollText(-3) },
    ...listCommands({
      screen: 'quiz',
      panel: 'question',
      what: 'entry',
      count: (state) => (isSitting(state) ? (questionHere(state)?.options.length ?? 0) : menuOf(state).length),
      cursor: (state) => sittingHere(state)?.option ?? clamp(state.screens.quiz.menu, menuOf(state).length),
      move: (state, at) => (isSitting(state) ? moveOption(state, at) : moveMenu(state, at)),
    }),
    ...scrollCommands('quiz', answerPanel),
  ],
});
