/** A sitting as a pure reducer: events in, the next state out. Prompts and screens show it. */
import { type Grade, gradeAnswer } from './grade-answer.ts';
import { type Confidence, type Review, reviewOf } from './progress.ts';
import type { Question } from './question.ts';

export interface ExamSession {
  /** `practice` tells at once, `exam` at the end. */
  readonly mode: 'practice' | 'exam';
  readonly questions: readonly Question[];
  /** The question that is shown. */
  readonly at: number;
  /** `confidence`: answered, not yet told; `told`: with the answer beside it; `over`: nothing more is asked. */
  readonly phase: 'question' | 'confidence' | 'told' | 'over';
  /** What was answered, by the question's place. */
  readonly given: ReadonlyMap<number, string>;
  readonly flagged: ReadonlySet<number>;
  /** Grades of what was told. */
  readonly grades: ReadonlyMap<number, Grade>;
  /** To be kept, in the order in which they came. */
  readonly reviews: readonly Review[];
  /** Why the last event did nothing. */
  readonly problem?: string;
}

export type SessionEvent =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'confidence'; readonly confidence: Confidence; readonly at: string }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'finish'; readonly at: string };

export function startSession(mode: ExamSession['mode'], questions: readonly Question[]): ExamSession {
  const phase = questions.length === 0 ? 'over' : 'question';
  return { mode, questions, at: 0, phase, given: new Map(), flagged: new Set(), grades: new Map(), reviews: [] };
}

export function reduceSession(state: ExamSession, event: SessionEvent): ExamSession {
  const { problem: _, ...calm } = state;
  const question = state.questions[state.at];
  if (state.phase === 'over' || !question) return calm;
  switch (event.kind) {
    case 'answer':
      return state.phase === 'question' ? answer(calm, question, event.text) : calm;
    case 'confidence':
      return state.phase === 'confidence' ? tell(calm, question, event) : calm;
    case 'next':
      return state.phase === 'confidence' ? calm : move(calm, 1);
    case 'back':
      return state.mode === 'exam' ? move(calm, -1) : calm;
    case 'flag':
      return { ...calm, flagged: toggled(state.flagged, state.at) };
    case 'finish':
      return finish(calm, event.at);
    default:
      return event satisfies never;
  }
}

function answer(state: ExamSession, question: Question, text: string): ExamSession {
  const { problem } = gradeAnswer(question, text);
  if (problem !== undefined) return { ...state, problem };
  const given = new Map(state.given).set(state.at, text);
  if (state.mode === 'practice') return { ...state, given, phase: 'confidence' };
  return { ...state, given, at: Math.min(state.at + 1, state.questions.length - 1) };
}

function tell(state: ExamSession, question: Question, event: { confidence: Confidence; at: string }): ExamSession {
  const grade = gradeAnswer(question, state.given.get(state.at) ?? '');
  return {
    ...state,
    phase: 'told',
    grades: new Map(state.grades).set(state.at, grade),
    reviews: [...state.reviews, reviewOf(question, grade, event.confidence, event.at)],
  };
}

function move(state: ExamSession, steps: number): ExamSession {
  const at = state.at + steps;
  if (at < 0) return state;
  if (at < state.questions.length) return { ...state, at, phase: 'question' };
  return state.mode === 'practice' ? { ...state, phase: 'over' } : { ...state, at: state.questions.length - 1 };
}

/** What was not answered is wrong for the score, and no review: nothing was believed. */
function finish(state: ExamSession, at: string): ExamSession {
  if (state.mode === 'practice') return { ...state, phase: 'over' };
  const graded = [...state.given].flatMap(([place, text]) => {
    const question = state.questions[place];
    return question ? [{ place, question, grade: gradeAnswer(question, text) }] : [];
  });
  return {
    ...state,
    phase: 'over',
    grades: new Map(graded.map(({ place, grade }) => [place, grade])),
    // Nobody was asked how sure they were: taken as neither guessed nor sure.
    reviews: graded.map(({ question, grade }) => reviewOf(question, grade, 2, at)),
  };
}

function toggled(set: ReadonlySet<number>, one: number): ReadonlySet<number> {
  const others = new Set(set);
  if (!others.delete(one)) others.add(one);
  return others;
}
