/** The answer with its reasons once it is told; before, how sure one is; without a sitting, how one stands. */
import { scheduleOf, statisticsOf } from '../../../exam/index.ts';
import { examAnswer } from '../../../report/exam-question.ts';
import { examStatistics } from '../../../report/exam-statistics.ts';
import type { AppState } from '../../state.ts';
import { type Row, row, span, wrapText } from '../../text-row.ts';
import { scrolled } from '../../widgets/scroll.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { questionHere, sittingHere } from './sit.ts';

export const answerPanel: ScreenPanel = { id: 'answer', view };

function view(state: AppState, look: Look): PanelView {
  const sitting = sittingHere(state);
  const question = questionHere(state);
  const text = (lines: string) =>
    lines
      .trimEnd()
      .split('\n')
      .flatMap((line) => wrapped(line, look.width - 2));
  if (!sitting || !question || sitting.session.phase === 'over') {
    const { reviews, now = '' } = state.screens.quiz;
    const rows = reviews ? text(examStatistics(statisticsOf(reviews), scheduleOf(reviews), now)) : [];
    return { title: '[2] How you stand', ...scrolled(state, 'quiz.answer', rows, look.height) };
  }
  const { phase, at, given, grades } = sitting.session;
  if (phase === 'confidence') {
    return {
      title: '[2] How sure are you?',
      rows: [
        row(
          ' ',
          span('1', 'accent'),
          ' guessed   ',
          span('2', 'accent'),
          ' unsure   ',
          span('3', 'accent'),
          ' fairly sure   ',
          span('4', 'accent'),
          ' sure',
        ),
      ],
    };
  }
  if (phase !== 'told') {
    const how =
      question.options.length === 0
        ? 'a Condition is written'
        : question.answer.length > 1
          ? `choose ${question.answer.length}`
          : 'choose one';
    return {
      title: '[2] Answer',
      rows: [row(span(` ${how}; the engine decides, nothing is written by hand`, 'quiet'))],
    };
  }
  const isRight = grades.get(at)?.right === true;
  const verdict = row(
    ' ',
    span(isRight ? `${look.marks.yes} right` : `${look.marks.no} wrong`, isRight ? 'good' : 'bad'),
    span(`   you chose ${given.get(at) ?? ''}`, 'quiet'),
  );
  return {
    title: '[2] Answer',
    ...scrolled(state, 'quiz.answer', [verdict, ...text(examAnswer(question, given.get(at)))], look.height),
  };
}

function wrapped(line: string, width: number): Row[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrapText(line.trim(), width - indent.length - 2).map((part, index) =>
    row(` ${indent}${index === 0 ? '' : '  '}${part}`),
  );
}
