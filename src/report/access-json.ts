/** Who may do something, for programs: JSON rows and CSV lines. */
import { positionAt } from '../language/index.ts';
import type { Demand, WhenAllowed } from '../prove/index.ts';
import type { AccessRow } from '../query/index.ts';

/** One caller, one action, one resource. */
export interface AccessJson {
  readonly principal: string;
  readonly kind: string;
  readonly account?: string;
  readonly arn?: string;
  readonly action: string;
  readonly resource: string;
  readonly verdict: string;
  readonly decidedBy?: string;
  readonly missing?: readonly string[];
  readonly reasons: readonly { readonly text: string; readonly file?: string; readonly line?: number }[];
  /** Where it is conditional: allowed if and only if all of one of these holds; none for never. */
  readonly when?: readonly (readonly DemandJson[])[];
}

/** A condition that must hold, or must not; or patterns of the resource. */
type DemandJson =
  | { readonly operator: string; readonly key: string; readonly values: readonly string[]; readonly holds: boolean }
  | { readonly resource: readonly string[]; readonly holds: boolean }
  | { readonly notResource: readonly string[]; readonly holds: boolean };

export function accessJson(action: string, row: AccessRow): AccessJson {
  const { asker, resource, verdict, decidedBy, missing, reasons, when } = row;
  const { arn, roleArn } = asker.caller.principal;
  return {
    principal: asker.name,
    kind: asker.kind,
    ...(asker.account === undefined ? {} : { account: asker.account }),
    ...(arn === undefined || asker.kind === 'account' ? {} : { arn: roleArn ?? arn }),
    action,
    resource,
    verdict,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(missing.length === 0 ? {} : { missing }),
    reasons: reasons.map(({ text, location }) => ({
      text,
      ...(location ? { file: location.source.name, line: positionAt(location.source, location.range.start).line } : {}),
    })),
    ...(when ? whenJson(when) : {}),
  };
}

function whenJson(when: WhenAllowed): Pick<AccessJson, 'when'> {
  switch (when.kind) {
    case 'when':
      return { when: when.cases.map(({ demands }) => demands.map(demandJson)) };
    case 'always':
      return { when: [[]] };
    case 'never':
      return { when: [] };
    case 'unknown':
      return {};
    default:
      return when satisfies never;
  }
}

function demandJson(demand: Demand): DemandJson {
  if (demand.kind === 'resource') return { resource: demand.patterns, holds: demand.holds };
  if (demand.kind === 'not-resource') return { notResource: demand.patterns, holds: demand.holds };
  const { operator, key, values } = demand.entry;
  return { operator, key, values: values.map(({ value }) => value), holds: demand.holds };
}

const COLUMNS = ['principal', 'kind', 'account', 'arn', 'action', 'resource', 'verdict', 'decidedBy'] as const;

export const ACCESS_CSV_HEAD = `${[...COLUMNS, 'why'].join(',')}\r\n`;

/** RFC 4180. */
export function accessCsv(row: AccessJson): string {
  const why = row.reasons.map(({ text, file, line }) => (file === undefined ? text : `${text} (${file}:${line})`));
  return `${[...COLUMNS.map((column) => row[column] ?? ''), why.join('; ')].map(field).join(',')}\r\n`;
}

/** A text that a spreadsheet would take for a formula gets a quote in front. */
function field(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
