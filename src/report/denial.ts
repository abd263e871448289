/** A denial by AWS for people and programs: what AWS says, and what the project says of the same request. */
import type { Denial } from '../account/index.ts';
import { LAYER_WORDS } from '../explain/index.ts';
import type { EvaluationResult } from '../language/index.ts';
import type { Paint } from './paint.ts';

/** What the project answers, and how that stands to what AWS said. */
export interface OfflineAnswer {
  readonly result: EvaluationResult;
  readonly explained: string;
}

export interface ReadDenial {
  readonly denial: Denial;
  readonly offline?: OfflineAnswer;
  /** Why the project was not asked. */
  readonly unasked?: string;
}

/** Undefined where they agree; else how they differ. */
export function disagreement({ explicit, layer }: Denial, { result }: OfflineAnswer): string | undefined {
  const { decision, layers, missing } = result;
  if (decision === 'unknown') return 'the project cannot decide it: it depends on context keys that are not told';
  if (decision === 'allowed') {
    return 'the project allows it: the account is not as the project says (`iamproof drift`), or a context key was another';
  }
  if (explicit === undefined) return undefined;
  if (explicit !== (decision === 'explicitDeny')) {
    return explicit
      ? 'AWS met a Deny, the project has none that applies'
      : 'AWS met no Deny, the project has one that applies';
  }
  if (layer === undefined) return undefined;
  const isThere = explicit
    ? layers.some((one) => one.layer === layer && one.denies === 'yes')
    : missing.includes(layer);
  return isThere ? undefined : `AWS names the ${LAYER_WORDS[layer]}, and in the project it is not that one`;
}

export function denialPretty({ denial, offline, unasked }: ReadDenial, paint: Paint): string {
  const { principal, action, resource, explicit, layer, policy, statements = [], notes, context } = denial;
  const kind = explicit === undefined ? 'denied' : explicit ? 'explicit deny' : 'implicit deny';
  const where =
    layer === undefined ? '' : explicit ? `, in: ${LAYER_WORDS[layer]}` : `: no ${LAYER_WORDS[layer]} allows it`;
  const rows = [
    ['who', principal],
    ['action', action],
    ['resource', resource],
    ['policy', policy],
    ['Sid', statements.length > 0 ? statements.join(', ') : undefined],
    ...Object.entries(context).map(([key, value]) => [key, typeof value === 'string' ? value : value.join(', ')]),
  ];
  const lines = [
    `${paint.strong('AWS')}: ${paint.bad(kind)}${where}`,
    ...rows.flatMap(([name, value]) =>
      value === undefined ? [] : [`  ${paint.quiet((name ?? '').padEnd(8))} ${value}`],
    ),
    ...notes.map((note) => `  ${paint.note('note')}: ${note}`),
    ...(unasked === undefined ? [] : [`${paint.strong('Project')}: not asked, ${unasked}`]),
  ];
  if (!offline) return `${lines.join('\n')}\n`;
  const differs = disagreement(denial, offline);
  const verdict = differs === undefined ? paint.good('the same') : paint.bad(differs);
  return `${lines.join('\n')}\n${paint.strong('Project')}: ${verdict}\n${offline.explained.replace(/^(?=.)/gm, '  ')}`;
}

export function denialValue({ denial, offline, unasked }: ReadDenial): object {
  if (!offline) return { ...denial, ...(unasked === undefined ? {} : { unasked }) };
  const { decision, decidedBy, missing, statements } = offline.result;
  const differs = disagreement(denial, offline);
  const deciding = statements.map(({ layer, trace }) => ({
    layer,
    policy: trace.policy.name,
    statement: trace.sid ?? trace.statement,
  }));
  const project = {
    decision,
    ...(decidedBy ? { decidedBy } : {}),
    missing,
    statements: deciding,
    agrees: differs === undefined,
  };
  return { ...denial, project: { ...project, ...(differs === undefined ? {} : { differs }) } };
}
