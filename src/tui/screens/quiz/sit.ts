/** What keys do to a sitting: letters choose, enter answers, digits say how sure one is; each answer is kept at once. */
import {
  type Confidence,
  type ExamSession,
  type Question,
  reduceSession,
  type SessionEvent,
} from '../../../exam/index.ts';
import type { Input } from '../../keys/key.ts';
import {
  type AppState,
  type Handover,
  type Ports,
  stay,
  type Task,
  type Turn,
  withMessage,
  withScreen,
} from '../../state.ts';
import { lineText } from '../../widgets/line-text.ts';
import { clamp } from '../../widgets/list.ts';
import { keepReviews } from './make-questions.ts';
import type { Sitting } from './state.ts';

export function sittingHere({ screens }: AppState): Sitting | undefined {
  return screens.quiz.sitting;
}

export function questionHere(state: AppState): Question | undefined {
  const session = sittingHere(state)?.session;
  return session?.questions[session.at];
}

function change(state: AppState, next: Partial<Sitting>): AppState {
  const sitting = sittingHere(state);
  return sitting ? withScreen(state, 'quiz', { sitting: { ...sitting, ...next } }) : state;
}

/** An event that has a moment gets it from the clock: a task. */
function withClock(makeEvent: (at: string) => SessionEvent): Task {
  return {
    name: 'quiz-event',
    *steps({ clock }: Ports): Generator<Handover> {
      const at = clock();
      yield (state) => happen(state, makeEvent(at));
    },
  };
}

/** The session goes on; what it has to keep is kept. */
export function happen(state: AppState, event: SessionEvent): Turn {
  const sitting = sittingHere(state);
  if (!sitting) return stay(state);
  const session = reduceSession(sitting.session, event);
  const isOther = session.at !== sitting.session.at || session.phase !== sitting.session.phase;
  const fresh = session.reviews.slice(sitting.session.reviews.length);
  const chosen = isOther ? (session.given.get(session.at) ?? '') : sitting.chosen;
  const isQuestion = session.phase === 'question';
  const { 'quiz.question': _scrolled, 'quiz.answer': _answer, ...scrolls } = state.scrolls;
  const next = change(isOther ? { ...state, scrolls } : state, {
    session,
    chosen: isQuestion && session.mode === 'exam' ? chosen : isOther && isQuestion ? '' : sitting.chosen,
    option: isOther && isQuestion ? 0 : sitting.option,
  });
  const told = session.problem === undefined ? next : withMessage(next, session.problem, 'bad');
  return stay(told, ...keepReviews(fresh));
}

export function choose(state: AppState, letter: string): AppState {
  const sitting = sittingHere(state);
  const question = questionHere(state);
  if (!sitting || !question || sitting.session.phase !== 'question') return state;
  const option = question.options.findIndex((one) => one.letter === letter);
  if (option === -1) return state;
  const { chosen } = sitting;
  if (question.answer.length > 1) {
    const next = chosen.includes(letter) ? chosen.replace(letter, '') : chosen + letter;
    return change(state, { option, chosen: next });
  }
  return change(state, { option, chosen: letter });
}

export function moveOption(state: AppState, option: number): AppState {
  return change(state, { option: clamp(option, questionHere(state)?.options.length ?? 0) });
}

/** The options that are chosen, or the one under the cursor; a Condition is asked for in a line. */
export function submit(state: AppState): Turn {
  const sitting = sittingHere(state);
  const question = questionHere(state);
  if (!sitting || !question) return stay(state);
  const { phase } = sitting.session;
  if (phase === 'told') return happen(state, { kind: 'next' });
  if (phase === 'confidence')
    return stay(withMessage(state, 'how sure are you? 1 guessed, 2 unsure, 3 fairly sure, 4 sure'));
  if (question.options.length === 0) return askCondition(state);
  const text = sitting.chosen === '' ? (question.options[sitting.option]?.letter ?? '') : sitting.chosen;
  return happen(change(state, { chosen: text }), { kind: 'answer', text });
}

function askCondition(state: AppState): Turn {
  return stay({
    ...state,
    overlay: {
      kind: 'prompt',
      title: 'the Condition, as JSON',
      line: lineText('{"": {"": ""}}'),
      accept: (at, text) => happen(change(at, { chosen: text }), { kind: 'answer', text }),
    },
  });
}

/** Digits while it is asked how sure one is: they are screens otherwise. Letters while options are shown. */
export function quizInput(state: AppState, input: Input): Turn | undefined {
  const sitting = sittingHere(state);
  const name = input.kind === 'key' ? input.name : '';
  if (!sitting) return undefined;
  const { phase } = sitting.session;
  if (phase === 'confidence' && /^[1-4]$/.test(name)) {
    const confidence = Number(name) as Confidence;
    return stay(
      state,
      withClock((at) => ({ kind: 'confidence', confidence, at })),
    );
  }
  if (phase === 'question' && /^[a-eA-E]$/.test(name)) return stay(choose(state, name.toUpperCase()));
  return undefined;
}

export function finish(state: AppState): Turn {
  const sitting = sittingHere(state);
  if (!sitting) return stay(state);
  const { mode, given, questions } = sitting.session;
  const left = questions.length - given.size;
  if (mode !== 'exam' || left === 0) return stay(state, endNow());
  return stay({
    ...state,
    overlay: {
      kind: 'confirm',
      question: `${left} questions are not answered: they count as wrong`,
      details: [],
      choices: [{ key: 'y', label: 'end the exam', run: (at) => stay(at, endNow()) }],
    },
  });
}

function endNow(): Task {
  return withClock((at) => ({ kind: 'finish', at }));
}

/** The paper ends when its time is up, whoever looks. */
export function watchTime(state: AppState): readonly Task[] {
  const sitting = sittingHere(state);
  if (sitting?.ends === undefined || sitting.session.phase === 'over') return [];
  const { ends } = sitting;
  return [
    {
      name: 'quiz-time',
      about: [ends, sitting.minutesLeft],
      after: 15_000,
      *steps({ now, clock }: Ports): Generator<Handover> {
        const left = Math.ceil((ends - now()) / 60_000);
        const at = clock();
        yield (state_) =>
          left > 0
            ? stay(change(state_, { minutesLeft: left }))
            : happen(withMessage(state_, 'the time is up'), { kind: 'finish', at });
      },
    },
  ];
}

export function leave(state: AppState): Turn {
  const { sitting: _over, ...rest } = state.screens.quiz;
  return stay({ ...state, screens: { ...state.screens, quiz: rest } });
}

/** Whether an answer is being told. */
export function isTold({ phase }: ExamSession): boolean {
  return phase === 'told' || phase === 'over';
}
