/** `iamproof exam`: practice for the IAM part of AWS's exams. */
import { Argument } from 'commander';
import {
  dailyQuestions,
  generateQuestion,
  MISCONCEPTIONS,
  PROGRESS,
  readProgress,
  scheduleOf,
  statisticsOf,
  TOPICS,
  TRACKS,
} from '../../exam/index.ts';
import { examAnswer, examQuestion } from '../../report/exam-question.ts';
import { examAnki, examSheet } from '../../report/exam-sheet.ts';
import { examStatistics } from '../../report/exam-statistics.ts';
import { defineCommand, flag, type Options, text, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { type ExamChoice, readExamOptions, takeQuestions } from '../exam-options.ts';
import { EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { sitExam } from '../sit-exam.ts';

const FEW = 10;
const MINUTES = 130;

export const exam = defineCommand({
  examples: [
    ['iamproof exam --track scs-c03', 'ten questions, each explained at once'],
    ['iamproof exam --exam --track saa-c03', 'a whole paper against the clock; nothing is told before its end'],
    ['iamproof exam --daily', 'what is due, then new questions'],
    ['iamproof exam --drill M03', 'questions in which that misconception leads astray'],
    ['iamproof exam --seed 7 --count 3 --format json', 'three questions for a tool; the same ones every time'],
    ['iamproof exam sheet --seed 7 -o sheet.txt', 'a set to print, with its key'],
  ],
  declare: (command) => {
    command
      .addArgument(
        new Argument('[what]', 'instead of asking')
          .choices(['stats', 'export', 'sheet', 'show', 'misconceptions'])
          .argOptional(),
      )
      .argument('[question]', 'for show: the id of a question')
      .option('--seed <number>', 'the same seed gives the same questions on every machine')
      .option('--count <number>', `how many questions (default: ${FEW}, in an exam as many as it has)`)
      .option('--track <exam>', `only what an exam asks for: ${TRACKS.map(({ name }) => name).join(', ')}`)
      .option('--topic <topic>', `only one topic: ${Object.keys(TOPICS).join(', ')}`)
      .option('--drill <misconception>', 'only questions on one misconception, such as M03')
      .option('--daily', 'what is due by the schedule, then new questions')
      .option('--exam', 'timed, flag and review, nothing told before the end')
      .option('--anki', 'with export: cards for Anki')
      .addOption(formatOption(['text', 'json']));
  },
  run: async (context, [what, id], options) => {
    switch (what) {
      case 'stats':
        tellStatistics(context, text(options, 'format') === 'json');
        return EXIT.done;
      case 'misconceptions':
        context.output(
          MISCONCEPTIONS.map(({ code, belief, correction }) => `${code}  ${belief}\n     ${correction}\n`).join(''),
        );
        return EXIT.done;
      case 'show':
        showQuestion(context, id, text(options, 'format') === 'json');
        return EXIT.done;
      case 'export':
        if (!flag(options, 'anki')) throw new UsageError('export to what? give --anki');
        context.output(examAnki(takeQuestions(readExamOptions(context, options, FEW))));
        return EXIT.done;
      case 'sheet':
        context.output(examSheet(takeQuestions(readExamOptions(context, options, FEW))));
        return EXIT.done;
      default:
        return ask(context, options);
    }
  },
});

async function ask(context: Context, options: Options) {
  const isExam = flag(options, 'exam');
  const choice = readExamOptions(context, options, FEW);
  const { track } = choice;
  const count = isExam && text(options, 'count') === undefined ? (track?.length ?? 65) : choice.count;
  const wanted = { ...choice, count };
  const questions = flag(options, 'daily') ? [...dailyQuestions(daily(context, wanted))] : takeQuestions(wanted);
  if (questions.length < count) context.host.tell(`note: only ${questions.length} such questions were found\n`);
  if (text(options, 'format') === 'json') {
    context.output(`${JSON.stringify({ seed: choice.seed, questions }, null, 2)}\n`);
    return questions.length === 0 ? EXIT.failed : EXIT.done;
  }
  if (questions.length === 0) return EXIT.failed;
  await sitExam(context, { mode: isExam ? 'exam' : 'practice', questions, track, minutes: track?.minutes ?? MINUTES });
  return EXIT.done;
}

function daily({ host }: Context, wanted: ExamChoice) {
  const { reviews } = readProgress(host.openState().read(PROGRESS));
  return { ...wanted, reviews, now: host.clock() };
}

function tellStatistics(context: Context, asJson: boolean): void {
  const { reviews, torn } = readProgress(context.host.openState().read(PROGRESS));
  if (torn > 0 && !context.quiet) context.host.tell(`note: ${torn} lines of the progress could not be read\n`);
  const [statistics, schedule] = [statisticsOf(reviews), scheduleOf(reviews)];
  context.output(
    asJson
      ? `${JSON.stringify({ ...statistics, schedule }, null, 2)}\n`
      : examStatistics(statistics, schedule, context.host.clock()),
  );
}

function showQuestion(context: Context, id: string | undefined, asJson: boolean): void {
  const [, seed, turn] = /^(\d{1,15})\.(\d{1,9})$/.exec(id ?? '') ?? [];
  if (seed === undefined || turn === undefined) throw new UsageError('show which question? give its id, such as 7.0');
  const question = generateQuestion(Number(seed), Number(turn));
  context.output(
    asJson
      ? `${JSON.stringify(question, null, 2)}\n`
      : `${examQuestion(question)}\n${examAnswer(question, 'ABCDEFGH')}`,
  );
}
