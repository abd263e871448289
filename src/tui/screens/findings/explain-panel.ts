/** The finding under the cursor: where, why it matters, what to do, an example, and what mends it. */
import { lintRule } from '../../../report/lint-rules.ts';
import { PLAIN } from '../../../report/paint.ts';
import { excerptLines } from '../../../report/scenario-excerpt.ts';
import type { AppState } from '../../state.ts';
import { EMPTY_ROW, type Row, row, type Style, span, wrapText } from '../../text-row.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { severityMark } from '../../widgets/severity-mark.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { type Found, foundHere, placeOf } from './entries.ts';

export const explainPanel: ScreenPanel = { id: 'explain', view };

function view(state: AppState, look: Look): PanelView {
  const found = foundHere(state);
  return {
    title: found ? `[2] ${found.code}` : '[2] Explanation',
    ...(found ? { note: found.severity } : {}),
    ...scrolled(state, 'findings.explain', found ? explained(found, look) : [], look.height),
  };
}

function explained(found: Found, look: Look): Row[] {
  const { marks, width } = look;
  const { mark, style } = severityMark(found, marks);
  const rule = lintRule(found);
  const { fix } = found;
  const text = (words: string, of?: Style) => wrapText(words, width - 2).map((line) => row(' ', span(line, of)));
  const labelled = (label: string, words: string | undefined) =>
    words === undefined
      ? []
      : text(`${label}: ${words}`).map((line, index) =>
          index === 0 ? row(' ', span(`${label}:`, 'strong'), rest(line, label)) : line,
        );
  return [
    ...text(`${mark} ${found.message}`, style),
    row(span(` ${placeOf(found)}`, 'quiet')),
    EMPTY_ROW,
    ...excerpt(found, look),
    ...labelled('why it matters', found.why ?? rule.why),
    ...labelled('what to do', found.help ?? rule.help),
    ...labelled(
      'fix',
      fix &&
        `${fix.title}${fix.effect === undefined ? '' : `; ${fix.effect}`}${fix.unsafe ? ' (perhaps not what was meant)' : ''}`,
    ),
    ...(rule.examples
      ? [EMPTY_ROW, ...example('not so', rule.examples.bad), ...example('but so', rule.examples.good)]
      : []),
    ...rule.references.map((one) => row(' ', span(one, 'quiet'))),
  ];
}

/** The first line behind its label. */
function rest(line: Row, label: string): string {
  return line
    .map(({ text }) => text)
    .join('')
    .slice(label.length + 2);
}

function excerpt({ location }: Found, { marks }: Look): Row[] {
  if (!location) return [];
  const [, , , bar] = marks.box;
  const signs = {
    passed: marks.yes,
    failed: marks.no,
    skipped: marks.skipped,
    error: marks.warning,
    bar,
    arrow: marks.arrow,
  };
  const lines = excerptLines({ from: location.range.start, location, label: '' }, PLAIN, signs);
  return [
    ...lines.map((line, index) => row(' ', span(line, index === lines.length - 1 ? 'bad' : undefined))),
    EMPTY_ROW,
  ];
}

function example(label: string, text: string): Row[] {
  return text.split('\n').map((line, index) => row(span(` ${(index === 0 ? label : '').padEnd(8)}`, 'quiet'), line));
}
