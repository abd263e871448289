/** Which questions `iamproof exam` asks: seed, count, track, topic, misconception. */
import {
  chooseQuestions,
  findTrack,
  isTopic,
  MISCONCEPTIONS,
  type Question,
  type QuestionFilter,
  TOPICS,
  TRACKS,
  type Track,
} from '../exam/index.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';

export interface ExamChoice {
  readonly seed: number;
  readonly count: number;
  readonly track: Track | undefined;
  readonly filter: QuestionFilter;
}

export function readExamOptions(context: Context, options: Options, count: number): ExamChoice {
  const track = trackOption(context, options);
  const topic = text(options, 'topic');
  const misconception = text(options, 'drill')?.toUpperCase();
  if (topic !== undefined && !isTopic(topic))
    throw new UsageError(`there is no topic \`${topic}\`; topics are ${Object.keys(TOPICS).join(', ')}`);
  if (track && topic !== undefined && !(topic in track.tasks))
    throw new UsageError(`\`${topic}\` is no part of ${track.exam}`);
  if (misconception !== undefined && !MISCONCEPTIONS.some(({ code }) => code === misconception))
    throw new UsageError(`there is no misconception \`${misconception}\`; \`iamproof exam misconceptions\` lists them`);
  return {
    seed: numberOption(options, 'seed', 0) ?? Date.parse(context.host.clock()),
    count: numberOption(options, 'count', 1) ?? count,
    track,
    filter: {
      ...(track ? { track } : {}),
      ...(topic === undefined ? {} : { topic }),
      ...(misconception === undefined ? {} : { misconception }),
    },
  };
}

/** As many as there are, at most as many as are wanted. */
export function takeQuestions({ seed, count, filter }: Omit<ExamChoice, 'track'>): readonly Question[] {
  const questions: Question[] = [];
  for (const question of chooseQuestions(seed, filter)) {
    questions.push(question);
    if (questions.length >= count) break;
  }
  return questions;
}

function trackOption(context: Context, options: Options): Track | undefined {
  const name = text(options, 'track');
  if (name === undefined) return undefined;
  const found = findTrack(name);
  if (!found)
    throw new UsageError(`there is no track \`${name}\`; tracks are ${TRACKS.map((one) => one.name).join(', ')}`);
  if (found.note !== undefined && !context.quiet) context.host.tell(`note: ${found.note}\n`);
  return found.track;
}

const MOST = Number.MAX_SAFE_INTEGER;

function numberOption(options: Options, name: string, least: number): number | undefined {
  const given = text(options, name);
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < least || number > MOST)
    throw new UsageError(`--${name} takes a whole number from ${least} on, found \`${given}\``);
  return number;
}
