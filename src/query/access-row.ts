/** An answer about one caller and one resource, in sentences. */
import { conditionWish, LAYER_WORDS, reasons, type Sentence, statementWords } from '../explain/index.ts';
import type { DecidedBy, Layer } from '../language/index.ts';
import type { WhenAllowed } from '../prove/index.ts';
import { type AccessCondition, accessConditions } from './access-conditions.ts';
import type { Asker } from './asker.ts';
import { casesWords } from './exact-condition.ts';
import type { Access, AccessDetail, AccessVerdict } from './open-access.ts';

export interface AccessRow {
  readonly asker: Asker;
  readonly resource: string;
  readonly verdict: AccessVerdict;
  /** Undefined where the decision is open. */
  readonly decidedBy?: DecidedBy;
  readonly missing: readonly Layer[];
  /** What grants or denies it; where it is open, what it depends on. */
  readonly reasons: readonly Sentence[];
  /** Where it is open: when it is allowed, over all values of what is open. */
  readonly when?: WhenAllowed;
}

/** Rows of the verdicts asked for, by caller and resource; each is worked out when it is its turn. */
export function* accessRows(access: Access, verdicts: ReadonlySet<AccessVerdict>): Generator<AccessRow> {
  for (let asker = 0; asker < access.askers.length; asker++) {
    for (let resource = 0; resource < access.resources.length; resource++) {
      if (verdicts.has(access.verdict(asker, resource))) yield accessRow(access, asker, resource);
    }
  }
}

/** @throws RangeError where there is no such asker or resource */
export function accessRow(access: Access, position: number, resource: number): AccessRow {
  const asker = access.askers[position];
  if (!asker) throw new RangeError('there is no such asker');
  const verdict = access.verdict(position, resource);
  const detail = access.detail(position, resource);
  const when = verdict === 'conditional' ? access.when(position, resource) : undefined;
  const { decidedBy } = detail.result;
  return {
    asker,
    resource: access.resources[resource] ?? '*',
    verdict,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    missing: detail.result.missing,
    reasons: reasonsFor(asker, verdict, { detail, when }),
    ...(when ? { when } : {}),
  };
}

function reasonsFor(
  { kind, account }: Asker,
  verdict: AccessVerdict,
  { detail, when }: { readonly detail: AccessDetail; readonly when: WhenAllowed | undefined },
): readonly Sentence[] {
  if (verdict !== 'conditional') {
    const all = reasons(detail, detail.result);
    // What else let it through is for the whole trace to tell.
    const statements = all.filter(({ location }) => location);
    return verdict === 'denied' ? all : statements.length > 0 ? statements : all.slice(0, 1);
  }
  const isOutside = kind === 'account' || kind === 'outside';
  const own = isOutside
    ? [{ text: `when account ${account}, which the environment does not describe, grants it too` }]
    : [];
  const conditions = accessConditions(detail.result).map(conditionSentence);
  // One statement's condition is the condition.
  const isPlain = conditions.length < 2 && when?.kind === 'when';
  return [...own, ...(when && !isPlain ? whenSentence(when) : []), ...conditions];
}

function whenSentence(when: WhenAllowed): readonly Sentence[] {
  switch (when.kind) {
    case 'when':
      return [{ text: `exactly when ${casesWords(when.cases)}` }];
    case 'never':
      return [{ text: 'never: what its statements ask for is not to be had together' }];
    case 'always':
      return [{ text: 'always: one of its statements applies whatever the request says' }];
    case 'unknown':
      return [{ text: `the exact condition was not found: ${when.why}` }];
    default:
      return when satisfies never;
  }
}

/** `when aws:SourceIp is in 203.0.113.0/24: statement Office of p.json (identity-based policy)`. */
function conditionSentence({ kind, layer, statement, conditions }: AccessCondition): Sentence {
  const wishes = conditions.map(conditionWish);
  const open = statement.resource?.matches === 'unknown' ? ['the resource is the one its variables make'] : [];
  const text = `${kind} ${[...open, ...wishes].join(' and ')}: ${statementWords(statement)} (${LAYER_WORDS[layer]})`;
  return statement.location ? { text, location: statement.location } : { text };
}
