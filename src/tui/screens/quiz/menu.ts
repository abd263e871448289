/** The menu of the Quiz screen: what can be practised, and what is chosen for it. */
import { isTopic, MISCONCEPTIONS, scheduleOf, TOPICS, TRACKS, type Track } from '../../../exam/index.ts';
import { type AppState, stay, type Turn, withScreen } from '../../state.ts';
import { passesFilter } from '../../widgets/filter.ts';
import { lineText } from '../../widgets/line-text.ts';
import { beginSitting } from './make-questions.ts';

export interface MenuEntry {
  readonly title: string;
  readonly note: string;
  readonly run: (state: AppState) => Turn;
}

const FEW = 10;
const MINUTES = 130;
const LENGTH = 65;

export function trackHere({ screens }: AppState): Track | undefined {
  return TRACKS.find(({ name }) => name === screens.quiz.track);
}

export function menuOf(state: AppState): readonly MenuEntry[] {
  const { reviews = [], now = '', topic } = state.screens.quiz;
  const track = trackHere(state);
  const due = scheduleOf(reviews).filter((one) => one.due <= now || one.sureAndWrong).length;
  const [length, minutes] = [track?.length ?? LENGTH, track?.minutes ?? MINUTES];
  const filter = { ...(track ? { track } : {}), ...(topic === undefined ? {} : { topic }) };
  return [
    {
      title: 'practice',
      note: `${FEW} questions, each explained at once`,
      run: (at) => beginSitting(at, { mode: 'practice', title: 'practice', count: FEW, filter }),
    },
    {
      title: 'daily',
      note: due === 0 ? 'nothing is due: new questions' : `${due} skills are due, then new questions`,
      run: (at) => beginSitting(at, { mode: 'practice', title: 'daily', count: FEW, filter, isDaily: true }),
    },
    {
      title: 'exam',
      note: `${length} questions, ${minutes} minutes, nothing told before the end`,
      run: (at) => beginSitting(at, { mode: 'exam', title: 'exam', count: length, filter, minutes }),
    },
    { title: 'drill', note: 'questions in which one misconception leads astray', run: chooseMisconception },
    { title: 'exam guide', note: track?.exam ?? 'all of them', run: chooseTrack },
    { title: 'topic', note: topic === undefined ? 'all of them' : TOPICS[topic], run: chooseTopic },
  ];
}

function choose(
  state: AppState,
  title: string,
  choices: readonly { readonly text: string; readonly note: string }[],
  accept: (state: AppState, text: string) => Turn,
): Turn {
  return stay({
    ...state,
    overlay: {
      kind: 'choose',
      title,
      line: lineText(),
      chosen: 0,
      offers: (_at, text) => choices.filter((one) => passesFilter(text, `${one.text} ${one.note}`)),
      free: false,
      accept,
    },
  });
}

function chooseMisconception(state: AppState): Turn {
  const choices = MISCONCEPTIONS.map(({ code, belief }) => ({ text: code, note: belief }));
  return choose(state, 'which misconception', choices, (at, code) =>
    beginSitting(at, { mode: 'practice', title: `drill ${code}`, count: FEW, filter: { misconception: code } }),
  );
}

const ALL = 'all';

function chooseTrack(state: AppState): Turn {
  const choices = [{ text: ALL, note: 'every topic' }, ...TRACKS.map(({ name, exam }) => ({ text: name, note: exam }))];
  return choose(state, 'which exam', choices, (at, track) => {
    const { track: _before, topic: _topic, ...rest } = at.screens.quiz;
    return stay({ ...at, screens: { ...at.screens, quiz: track === ALL ? rest : { ...rest, track } } });
  });
}

function chooseTopic(state: AppState): Turn {
  const track = trackHere(state);
  const fitting = Object.entries(TOPICS).filter(([name]) => !track || name in track.tasks);
  const choices = [{ text: ALL, note: 'every topic' }, ...fitting.map(([text, note]) => ({ text, note }))];
  return choose(state, 'which topic', choices, (at, text) => {
    const { topic: _before, ...rest } = at.screens.quiz;
    return stay({ ...at, screens: { ...at.screens, quiz: isTopic(text) ? { ...rest, topic: text } : rest } });
  });
}

export function moveMenu(state: AppState, menu: number): AppState {
  return withScreen(state, 'quiz', { menu });
}
