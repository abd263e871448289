/** One statement: each element and condition with its values and what the request has for them, then its source. */
import { partLines, SERVICE_RULES, statementName } from '../../../explain/index.ts';
import { type Location, positionAt, type StatementTrace } from '../../../language/index.ts';
import type { AppState } from '../../state.ts';
import { EMPTY_ROW, type Row, row, type Style, span, wrapText } from '../../text-row.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { truthMark } from '../../widgets/verdict-rows.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { placeHere } from './places.ts';
import { statementHere } from './statements-panel.ts';
import { lookOf } from './what-if.ts';

export const detailPanel: ScreenPanel = { id: 'detail', view };

function view(state: AppState, look: Look): PanelView {
  const found = statementHere(state);
  const title = found ? `[3] ${found.trace.effect} ${statementName(found.trace)}` : '[3] Statement';
  const rows = found ? statementRows(found.trace, look) : placeRows(state, look);
  return { title, ...scrolled(state, 'decision.detail', rows, look.height) };
}

const STYLES: Readonly<Record<string, Style>> = { yes: 'good', no: 'bad', unknown: 'note', none: 'quiet' };

function statementRows(trace: StatementTrace, { width, marks }: Look): Row[] {
  const applies = { yes: 'applies to this request', no: 'does not apply', unknown: 'may apply: keys are not known' };
  const parts = partLines(trace).flatMap(({ depth, mark, text }) => {
    const indent = ' '.repeat(1 + 2 * (depth - 2));
    return wrapText(text, width - indent.length - 4).map((line, index) =>
      row(indent, index === 0 ? span(`${truthMark(mark, marks)} `, STYLES[mark]) : '  ', line),
    );
  });
  const place = trace.location ? `:${positionAt(trace.location.source, trace.location.range.start).line}` : '';
  return [
    row(' ', span(`${truthMark(trace.applies, marks)} ${applies[trace.applies]}`, STYLES[trace.applies])),
    ...parts,
    EMPTY_ROW,
    row(' ', span(`${trace.policy.document.source?.name ?? trace.policy.name}${place}`, 'accent')),
    ...(trace.location ? excerpt(trace.location) : []),
  ];
}

function excerpt({ source, range }: Location): Row[] {
  const first = positionAt(source, range.start).line;
  const last = positionAt(source, range.end).line;
  const lines = source.text.split(/\r?\n/).slice(first - 1, last);
  const width = String(last).length;
  return lines.map((line, index) => row(span(` ${String(first + index).padStart(width)} `, 'quiet'), line));
}

function placeRows(state: AppState, { width }: Look): Row[] {
  const place = placeHere(state);
  const layer = lookOf(state)?.result.layers.find((one) => one.layer === place?.id);
  if (!place || !layer) return [];
  const rule =
    layer.rule === undefined ? '' : `: ${SERVICE_RULES[layer.rule] ?? `rule ${layer.rule} of docs/semantics.md`}`;
  const text =
    layer.state === 'exempt'
      ? `there are policies of this kind, and they do not reach this request${rule}`
      : layer.state === 'not-in-play'
        ? 'no policy of this kind is attached: it takes no part in the decision'
        : 'the layer is in play and has no statement: it allows nothing';
  return wrapText(text, width - 2).map((line) => row(' ', line));
}
