/** What somebody may do, for people: actions that come out alike on the same resources stand together. */
import type { Catalog } from '../catalog/index.ts';
import { type AccessRow, type AccessVerdict, type ActionAccess, accessRows } from '../query/index.ts';
import { type AccessLook, formatAccessRows } from './access-table.ts';

export interface ActionsLook extends AccessLook {
  /** Whose access it is. */
  readonly title: string;
  readonly catalog: Catalog;
}

interface Group {
  readonly actions: string[];
  readonly rows: readonly AccessRow[];
}

export function formatActionAccess(
  found: Iterable<ActionAccess>,
  verdicts: ReadonlySet<AccessVerdict>,
  look: ActionsLook,
): string {
  const groups = new Map<string, Group>();
  let looked = 0;
  for (const { action, access } of found) {
    looked++;
    const rows = [...accessRows(access, verdicts)];
    if (rows.length === 0) continue;
    const alike = rows.map(({ resource, verdict, reasons }) => [resource, verdict, ...reasons.map(({ text }) => text)]);
    const key = JSON.stringify([serviceOf(action), alike]);
    const group = groups.get(key) ?? { actions: [], rows };
    groups.set(key, group);
    group.actions.push(action);
  }
  const sections = [...groups.values()].map(
    ({ actions, rows }) =>
      `${look.paint.strong(actionWords(actions, look.catalog))}\n${formatAccessRows(rows, ({ resource }) => resource, look)}`,
  );
  const count = [...groups.values()].reduce((sum, { actions }) => sum + actions.length, 0);
  return `${[...sections, `${look.title}: ${count} of ${looked} actions looked at`].join('\n')}\n`;
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':'));
}

const MOST_NAMES = 12;

/** The names, or how many of which service. */
function actionWords(actions: readonly string[], catalog: Catalog): string {
  const service = serviceOf(actions[0] ?? '');
  const all = catalog.service(service)?.actions.length;
  if (actions.length === all) return `${service}:* (all ${all} actions)`;
  const names = actions.slice(0, MOST_NAMES).join(', ');
  return actions.length > MOST_NAMES ? `${names} and ${actions.length - MOST_NAMES} more of ${service}` : names;
}
