/** A sitting on plain prompts: shows a question, reads a line, keeps each review before the next one. */
import {
  type Confidence,
  type ExamSession,
  estimatedScore,
  PROGRESS,
  printReview,
  type Question,
  reduceSession,
  startSession,
  type Track,
} from '../exam/index.ts';
import { examAnswer, examQuestion } from '../report/exam-question.ts';
import type { Context } from './context.ts';
import { readLines } from './read-lines.ts';

const NO_AFFILIATION = 'Generated questions, not affiliated with AWS; no item of an AWS exam is used or imitated.\n';
const CONFIDENCE: Readonly<Record<string, Confidence>> = { 1: 1, 2: 2, 3: 3, 4: 4 };

export interface Sitting {
  readonly mode: ExamSession['mode'];
  readonly questions: readonly Question[];
  readonly track: Track | undefined;
  /** `exam`: when it ends. */
  readonly minutes: number;
}

export async function sitExam(context: Context, { mode, questions, track, minutes }: Sitting): Promise<void> {
  const { host, output } = context;
  const store = host.openState();
  const start = host.now();
  let session = startSession(mode, questions);
  let kept = 0;
  const keep = () => {
    for (const review of session.reviews.slice(kept)) store.append(PROGRESS, printReview(review));
    kept = session.reviews.length;
  };
  output(NO_AFFILIATION);
  if (mode === 'exam')
    output(`${questions.length} questions, ${minutes} minutes. Letters answer; > goes on, < back, ! flags, q ends.\n`);
  output(prompt(session));
  for await (const line of readLines(host)) {
    if (mode === 'exam' && host.now() - start > minutes * 60_000) {
      output('The time is up.\n');
      break;
    }
    const before = session;
    session = take(session, line.trim(), host.clock());
    keep();
    if (session.phase === 'told' && before.phase === 'confidence') output(toldWords(context, session));
    if (session.phase === 'over') break;
    output(prompt(session));
  }
  session = reduceSession(session, { kind: 'finish', at: host.clock() });
  keep();
  output(scoreWords(session, track));
}

function take(session: ExamSession, line: string, at: string): ExamSession {
  if (session.phase === 'confidence') {
    const confidence = CONFIDENCE[line];
    return confidence ? reduceSession(session, { kind: 'confidence', confidence, at }) : session;
  }
  if (line === 'q') return reduceSession(session, { kind: 'finish', at });
  if (session.phase === 'told' || line === '>') return reduceSession(session, { kind: 'next' });
  if (session.mode === 'exam' && line === '<') return reduceSession(session, { kind: 'back' });
  if (session.mode === 'exam' && line === '!') return reduceSession(session, { kind: 'flag' });
  return reduceSession(session, { kind: 'answer', text: line });
}

function prompt({ questions, at, phase, problem, flagged, given }: ExamSession): string {
  const question = questions[at];
  if (!question) return '';
  if (phase === 'confidence') return 'How sure are you? 1 guessed, 2 unsure, 3 fairly sure, 4 sure: ';
  if (phase === 'told') return 'Enter for the next question, q to stop: ';
  if (problem !== undefined) return `${problem}: `;
  const marks = [...(flagged.has(at) ? ['flagged'] : []), ...(given.has(at) ? [`answered ${given.get(at)}`] : [])];
  const head = `\nQuestion ${at + 1} of ${questions.length}   ${question.topic}   ${question.id}${marks.length > 0 ? `   ${marks.join(', ')}` : ''}\n\n`;
  return `${head}${examQuestion(question)}\nYour answer: `;
}

/** The answer, and the way into the simulator. */
function toldWords({ host }: Context, { questions, at, grades, given }: ExamSession): string {
  const question = questions[at];
  const grade = grades.get(at);
  if (!question || !grade) return '';
  const path = host.openState().write('exam-world.json', `${JSON.stringify(question.world, null, 2)}\n`);
  const verdict = grade.right ? 'Right.' : 'Wrong.';
  return `\n${verdict}\n${examAnswer(question, given.get(at))}  Try it: iamproof simulate --input ${path}\n`;
}

function scoreWords({ mode, questions, grades, flagged }: ExamSession, track: Track | undefined): string {
  const right = [...grades.values()].filter((grade) => grade.right).length;
  const total = mode === 'exam' ? questions.length : grades.size;
  if (total === 0) return '\nNothing was answered.\n';
  const lines = [`\n${right} of ${total} right (${Math.round((100 * right) / total)} %).`];
  if (mode === 'exam') {
    const pass = track ? `; ${track.exam} is passed with ${track.pass}` : '';
    lines.push(`Estimate, since AWS does not publish its scaling: ${estimatedScore(right, total)} of 1000${pass}.`);
    for (const [at, question] of questions.entries()) {
      if (grades.get(at)?.right) continue;
      const flag = flagged.has(at) ? ' (flagged)' : '';
      lines.push(
        `Question ${at + 1}${flag}: ${grades.has(at) ? 'wrong' : 'not answered'}. ${question.answer.join(', ')}. iamproof exam show ${question.id}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
