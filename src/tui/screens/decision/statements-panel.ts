/** The statements of the place in the flow under the cursor, those that apply marked. */
import { statementName } from '../../../explain/index.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, span } from '../../text-row.ts';
import { clamp, windowAround } from '../../widgets/list.ts';
import { truthMark } from '../../widgets/verdict-rows.ts';
import type { Look as PanelLook, PanelView, ScreenPanel } from '../screen.ts';
import { type ListedStatement, placeHere, statementsAt } from './places.ts';
import { isSame, type Look, lookOf } from './what-if.ts';

export const statementsPanel: ScreenPanel = { id: 'statements', view };

export function statementsHere(state: AppState): readonly ListedStatement[] {
  const look = lookOf(state);
  const place = placeHere(state);
  return look && place ? statementsAt(look.result, place.id) : [];
}

export function statementHere(state: AppState): ListedStatement | undefined {
  const all = statementsHere(state);
  return all[clamp(state.screens.decision.statement, all.length)];
}

function view(state: AppState, panel: PanelLook): PanelView {
  const look = lookOf(state);
  const place = placeHere(state);
  const all = statementsHere(state);
  const cursor = clamp(state.screens.decision.statement, all.length);
  const { top, end } = windowAround(cursor, all.length, panel.height);
  const rows = all.slice(top, end).map((one, index) => {
    const line = lineOf(one, look, panel);
    if (top + index !== cursor) return line;
    return restyled(fitRow(line, panel.width, panel.marks.ellipsis), panel.focused ? 'selected' : 'faint-selected');
  });
  const none = row(span(place?.id === 'deny' ? ' no Deny statement in play' : ' no statement in play here', 'quiet'));
  return {
    title: `[2] ${place === undefined || place.id === 'deny' ? 'Deny statements' : `${place.title}: statements`}`,
    note: String(all.length),
    rows: rows.length === 0 ? [none] : rows,
    scroll: { top, total: all.length },
  };
}

function lineOf({ trace, node, layer }: ListedStatement, look: Look | undefined, { marks }: PanelLook): Row {
  const { policy, statement, effect, applies } = trace;
  const change = { kind: 'statement', policy: policy.name, statement, name: '' } as const;
  const isOff = look?.changes.some((one) => isSame(one, change) || isSame(one, { kind: 'layer', layer }));
  if (isOff) return row(span(`${marks.skipped} off    ${statementName(trace)}  ${policy.name}`, 'note'));
  const style = applies === 'yes' ? (effect === 'Allow' ? 'good' : 'bad') : applies === 'no' ? 'quiet' : 'note';
  const where = node === undefined ? '' : `  ${node}`;
  return row(
    span(`${truthMark(applies, marks)} ${effect.padEnd(5)}  `, style),
    span(statementName(trace), 'strong'),
    span(`  ${policy.name}${where}`, 'quiet'),
  );
}
