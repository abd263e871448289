/** Exam practice: generated questions, misconceptions, scoring, schedule. */
export { answerWorld } from './answer-world.ts';
export { chooseQuestions, type QuestionFilter } from './choose-questions.ts';
export { dailyQuestions } from './daily-questions.ts';
export { generateQuestion } from './generate-question.ts';
export { type Grade, gradeAnswer } from './grade-answer.ts';
export type { Misconception } from './misconception.ts';
export { MISCONCEPTIONS } from './misconceptions/index.ts';
export { type Confidence, PROGRESS, printReview, type Review, readProgress, reviewOf } from './progress.ts';
export type { Option, Question, QuestionKind } from './question.ts';
export { type ScheduledSkill, scheduleOf } from './schedule.ts';
export { type ExamSession, reduceSession, type SessionEvent, startSession } from './session.ts';
export { type ExamStatistics, estimatedScore, statisticsOf } from './statistics.ts';
export { findTrack, isTopic, TOPICS, type Topic, TRACKS, type Track } from './topics.ts';
