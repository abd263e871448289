/** Where somebody gets to, hop by hop; hops that fail with what is missing. */
import type { AccessVerdict, ReachHop } from '../../../query/index.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, restyled, row, type Style, span } from '../../text-row.ts';
import type { Marks } from '../../theme.ts';
import { clamp, windowAround } from '../../widgets/list.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { startHere } from './find-ways.ts';
import { type TreeRow, treeOf } from './ways.ts';

export const treePanel: ScreenPanel = { id: 'tree', view };

function view(state: AppState, look: Look): PanelView {
  const { ways, at, adminOnly } = state.screens.chains;
  const rows = treeOf(state);
  const cursor = clamp(at, rows.length);
  const { top, end } = windowAround(cursor, rows.length, look.height);
  const lines = rows.slice(top, end).map((one, index) => {
    const line = fitRow(treeRow(one, look), look.width, look.marks.ellipsis);
    if (top + index !== cursor) return line;
    return restyled(line, look.focused ? 'selected' : 'faint-selected');
  });
  return {
    title: `[1] Where ${startHere(state) ?? 'somebody'} gets to`,
    note: adminOnly ? 'to administrators' : ways ? counts(ways.found) : '',
    rows: lines.length > 0 ? lines : emptyRows(state, look),
    scroll: { top, total: rows.length },
  };
}

function counts(found: readonly { readonly hop?: ReachHop; readonly isAdmin: boolean }[]): string {
  const reached = found.filter(({ hop }) => hop && hop.verdict !== 'denied');
  const admins = reached.filter(({ isAdmin }) => isAdmin).length;
  return `${reached.length === 1 ? 'one role' : `${reached.length} roles`}${admins === 0 ? '' : `, ${admins} of them administrators`}`;
}

function emptyRows({ project, screens, filters }: AppState, { marks }: Look): Row[] {
  const { ways, adminOnly } = screens.chains;
  if (ways?.problem !== undefined)
    return [row(span(` ${marks.no} ${ways.problem}`, 'bad')), row(' ', span('o', 'accent'), ' chooses who begins')];
  if (filters['chains.tree']) return [row(' nobody has these words; / changes them')];
  if (ways && adminOnly) return [row(span(` ${marks.yes} no way leads to an administrator`, 'good'))];
  if (project.status === 'opening' || project.busy || project.environmentFiles.length > 0)
    return [row(span(' following every hop...', 'quiet'))];
  return [
    row(' no environment yet: it says which users and roles there are'),
    row(' ', span('1', 'accent'), ' has the files'),
  ];
}

export function stepMark(verdict: AccessVerdict, marks: Marks): { readonly mark: string; readonly style: Style } {
  switch (verdict) {
    case 'allowed':
      return { mark: marks.yes, style: 'good' };
    case 'conditional':
      return { mark: marks.unknown, style: 'note' };
    case 'denied':
      return { mark: marks.no, style: 'bad' };
    default:
      return verdict satisfies never;
  }
}

function treeRow({ reached, lasts }: TreeRow, { marks }: Look): Row {
  const { asker, hop, isAdmin } = reached;
  const [leftTop, across, , down, leftBottom] = marks.box;
  const branch = lasts.map((isLast, level) => {
    if (level < lasts.length - 1) return isLast ? '    ' : `${down}   `;
    return `${isLast ? leftBottom : leftTop === '+' ? '+' : '├'}${across}${across} `;
  });
  const admin = isAdmin ? [span(`  ${marks.warning} administrator`, 'bad')] : [];
  if (!hop) return row(' ', span(asker.name, 'strong'), ...admin);
  const { mark, style } = stepMark(hop.verdict, marks);
  const how = hop.kind === 'pass' ? span(`  by ${hop.service}: ${hop.what}`, 'quiet') : span('');
  return row(
    ' ',
    span(branch.join(''), 'quiet'),
    span(`${mark} `, style),
    span(asker.name, hop.verdict === 'denied' ? 'quiet' : undefined),
    how,
    ...admin,
  );
}
