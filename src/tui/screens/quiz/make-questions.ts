/** Tasks of the Quiz screen: reading what was answered before, making questions, keeping answers. */
import {
  chooseQuestions,
  dailyQuestions,
  type ExamSession,
  PROGRESS,
  printReview,
  type Question,
  type QuestionFilter,
  type Review,
  readProgress,
  startSession,
} from '../../../exam/index.ts';
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

interface Wanted {
  readonly mode: ExamSession['mode'];
  readonly title: string;
  readonly count: number;
  readonly filter: QuestionFilter;
  readonly isDaily?: boolean;
  readonly minutes?: number;
}

/** Nothing where it was read already. */
export function readReviews({ screens }: AppState): readonly Task[] {
  if (screens.quiz.reviews) return [];
  return [
    {
      name: 'quiz-reviews',
      about: [],
      *steps({ progress, clock }: Ports): Generator<Handover> {
        const { reviews } = readProgress(progress().read(PROGRESS));
        const now = clock();
        yield (state) => stay(withScreen(state, 'quiz', { reviews, now }));
      },
    },
  ];
}

export function beginSitting(state: AppState, wanted: Wanted): Turn {
  const { reviews = [] } = state.screens.quiz;
  return stay(withScreen(state, 'quiz', { making: { made: 0, wanted: wanted.count } }), {
    name: 'quiz-questions',
    *steps({ clock, now }: Ports): Generator<Handover> {
      const { count, filter, isDaily } = wanted;
      const seed = Date.parse(clock());
      const source = isDaily
        ? dailyQuestions({ reviews, now: clock(), seed, count, filter })
        : chooseQuestions(seed, filter);
      const questions: Question[] = [];
      for (const question of source) {
        questions.push(question);
        if (questions.length >= count) break;
        const made = questions.length;
        yield (at) => stay(withScreen(at, 'quiz', { making: { made, wanted: count } }));
      }
      const started = now();
      yield (at) => stay(seated(at, wanted, questions, started));
    },
  });
}

function seated(
  state: AppState,
  { mode, title, minutes }: Wanted,
  questions: readonly Question[],
  started: number,
): AppState {
  const { making: _done, ...rest } = state.screens.quiz;
  if (questions.length === 0) {
    return withMessage({ ...state, screens: { ...state.screens, quiz: rest } }, 'there is no such question', 'bad');
  }
  const time = minutes === undefined ? {} : { ends: started + minutes * 60_000, minutesLeft: minutes };
  const sitting = { session: startSession(mode, questions), title, option: 0, chosen: '', ...time };
  return { ...state, screens: { ...state.screens, quiz: { ...rest, sitting } } };
}

/** Before anything else happens: what was answered is on the disk. */
export function keepReviews(reviews: readonly Review[]): readonly Task[] {
  if (reviews.length === 0) return [];
  return [
    {
      name: `quiz-keep ${reviews.map(({ at, question }) => `${at} ${question}`).join()}`,
      *steps({ progress }: Ports): Generator<Handover> {
        const store = progress();
        for (const review of reviews) store.append(PROGRESS, printReview(review));
        yield (state) => {
          const before = state.screens.quiz.reviews ?? [];
          return stay(withScreen(state, 'quiz', { reviews: [...before, ...reviews] }));
        };
      },
    },
  ];
}
