/** The question, its policies and its options; before a sitting the menu, after it what was reached. */
import { estimatedScore, type Question } from '../../../exam/index.ts';
import { questionText } from '../../../report/exam-question.ts';
import type { AppState } from '../../state.ts';
import { EMPTY_ROW, fitRow, type Row, restyled, row, span, wrapText } from '../../text-row.ts';
import { clamp } from '../../widgets/list.ts';
import { scrolled } from '../../widgets/scroll.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { menuOf, trackHere } from './menu.ts';
import { isTold, questionHere, sittingHere } from './sit.ts';
import type { Sitting } from './state.ts';

export const questionPanel: ScreenPanel = { id: 'question', view };

function view(state: AppState, look: Look): PanelView {
  const { making } = state.screens.quiz;
  if (making)
    return { title: '[1] Quiz', rows: [row(span(` making questions: ${making.made} of ${making.wanted}`, 'quiet'))] };
  const sitting = sittingHere(state);
  const question = questionHere(state);
  if (!sitting || !question) return menuView(state, look);
  if (sitting.session.phase === 'over') return overView(state, sitting, look);
  const { session, title } = sitting;
  const notes = [
    question.topic,
    question.id,
    ...(session.flagged.has(session.at) ? ['flagged'] : []),
    ...(sitting.minutesLeft === undefined ? [] : [`${sitting.minutesLeft} min`]),
  ];
  return {
    title: `[1] Question ${session.at + 1} of ${session.questions.length}, ${title}`,
    note: notes.join('  '),
    ...questionRows(state, sitting, question, look),
  };
}

/** The options stay in sight; the text above them is scrolled where it is longer. */
function questionRows(
  state: AppState,
  sitting: Sitting,
  question: Question,
  look: Look,
): Pick<PanelView, 'rows' | 'scroll'> {
  const options = optionRows(sitting, question, look);
  const room = Math.max(3, look.height - options.length);
  const text = scrolled(state, 'quiz.question', textRows(question, look), room);
  const { top = 0, total = 0 } = text.scroll ?? {};
  const padding = Array.from({ length: Math.max(0, room - text.rows.length) }, (): Row => EMPTY_ROW);
  return { rows: [...text.rows, ...padding, ...options], scroll: { top, total: total + options.length } };
}

function menuView(state: AppState, { width, marks, focused }: Look): PanelView {
  const entries = menuOf(state);
  const cursor = clamp(state.screens.quiz.menu, entries.length);
  const rows = entries.map(({ title, note }, index) => {
    const line = fitRow(row(` ${title.padEnd(12)}`, span(note, 'quiet')), width, marks.ellipsis);
    return index === cursor ? restyled(line, focused ? 'selected' : 'faint-selected') : line;
  });
  const honest =
    'Generated questions, answered by the engine; not affiliated with AWS, and no item of an AWS exam is used or imitated.';
  return {
    title: '[1] Quiz',
    rows: [...rows, EMPTY_ROW, ...wrapText(honest, width - 2).map((line) => row(span(` ${line}`, 'quiet')))],
  };
}

function overView(state: AppState, { session, title }: Sitting, { width, marks }: Look): PanelView {
  const { grades, questions, mode } = session;
  const right = [...grades.values()].filter((grade) => grade.right).length;
  const total = mode === 'exam' ? questions.length : grades.size;
  const track = trackHere(state);
  const head =
    total === 0 ? 'nothing was answered' : `${right} of ${total} right (${Math.round((100 * right) / total)} %)`;
  const estimate =
    mode === 'exam'
      ? [
          `Estimate, since AWS does not publish its scaling: ${estimatedScore(right, total)} of 1000${track ? `; ${track.exam} is passed with ${track.pass}` : ''}.`,
        ]
      : [];
  const wrong = questions.flatMap((question, at) =>
    grades.get(at)?.right ? [] : mode === 'exam' || grades.has(at) ? [{ question, at }] : [],
  );
  return {
    title: `[1] ${title}: over`,
    rows: [
      row(' ', span(head, 'strong')),
      ...estimate.flatMap((text) => wrapText(text, width - 2).map((line) => row(` ${line}`))),
      EMPTY_ROW,
      ...wrong.map(({ question, at }) =>
        row(
          span(` ${marks.no} question ${at + 1}`, 'bad'),
          `  ${question.answer.join(', ')}`,
          span(`  ${question.topic}  iamproof exam show ${question.id}`, 'quiet'),
        ),
      ),
      EMPTY_ROW,
      row(' ', span('enter', 'accent'), ' goes back to the menu'),
    ],
  };
}

function textRows(question: Question, { width }: Look): Row[] {
  return questionText(question)
    .flatMap((line) => wrapIndented(line, width - 2))
    .map((line) => row(` ${line}`));
}

/** What goes on stands under what it goes on from. */
function wrapIndented(line: string, width: number): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrapText(line.trim(), width - indent.length - 2).map(
    (part, index) => `${indent}${index === 0 ? '' : '  '}${part}`,
  );
}

function optionRows({ session, option, chosen }: Sitting, question: Question, look: Look): Row[] {
  if (question.options.length === 0) {
    const given = session.given.get(session.at);
    return [row(' ', given === undefined ? span('enter writes the Condition', 'accent') : span(given, 'strong'))];
  }
  const told = isTold(session);
  return question.options.flatMap(({ letter, text, right }, index): Row[] => {
    const isChosen = chosen.includes(letter);
    const mark = told ? (right ? look.marks.yes : isChosen ? look.marks.no : ' ') : isChosen ? look.marks.changed : ' ';
    const style = told ? (right ? 'good' : isChosen ? 'bad' : 'quiet') : isChosen ? 'accent' : undefined;
    const lines = wrapText(text, look.width - 9).map((line, at) =>
      row(span(at === 0 ? ` ${mark} ${letter}  ` : '      ', style), span(line, style)),
    );
    const isHere = index === option && session.phase === 'question';
    return isHere
      ? lines.map((line) =>
          restyled(fitRow(line, look.width, look.marks.ellipsis), look.focused ? 'selected' : 'faint-selected'),
        )
      : lines;
  });
}
