/** What policies newly allow and no longer allow, for programs; each witness is a simulation document. */
import { LAYERS, type PoliciesInPlay, policyNodes } from '../language/index.ts';
import { policyValue } from '../parse/index.ts';
import type { Difference, PolicyComparison } from '../prove/index.ts';
import { type ComparedPair, differenceWords } from './compare-rows.ts';

const RELATIONS: Readonly<Record<PolicyComparison['comparison'], string>> = {
  equivalent: 'equivalent',
  less: 'less',
  more: 'more',
  both: 'incomparable',
  unknown: 'unknown',
};

/** Of several policies together, whatever one of them newly allows is new access. */
export function compareJson(pairs: readonly ComparedPair[], dataVersion: string): string {
  const policies = pairs.map(({ name, comparison }) => ({ name, relation: RELATIONS[comparison] }));
  const newAccess = pairs.flatMap(({ gained }) => gained.map(row));
  const lostAccess = pairs.flatMap(({ lost }) => lost.map(row));
  const unknown = [...new Set(pairs.flatMap((pair) => pair.unknown))];
  const comparison =
    newAccess.length > 0 && lostAccess.length > 0
      ? 'both'
      : unknown.length > 0
        ? 'unknown'
        : newAccess.length > 0
          ? 'more'
          : lostAccess.length > 0
            ? 'less'
            : 'equivalent';
  const relation = RELATIONS[comparison];
  return `${JSON.stringify({ schemaVersion: 1, dataVersion, relation, newAccess, lostAccess, unknown, policies }, null, 2)}\n`;
}

function row(difference: Difference) {
  const { actions, unlisted, statement, witness, stack } = difference;
  const words = differenceWords(difference);
  return {
    summary: `allows ${words.actions} on ${words.resources}${words.conditions ? ` when ${words.conditions}` : ''}`,
    actions,
    ...(unlisted.length > 0 ? { unlistedActions: unlisted } : {}),
    resources: words.resources,
    ...(words.conditions ? { conditions: words.conditions } : {}),
    ...(statement ? { policy: statement.policy.name, statement: statement.statement } : {}),
    witness: { policies: policiesJson(stack), request: witness, expected: { decision: 'allowed' } },
  };
}

/** As `simulate --input` reads them. */
function policiesJson(stack: PoliciesInPlay) {
  const entries = LAYERS.flatMap((layer): [string, unknown][] => {
    const nodes = policyNodes(layer, stack);
    if (!nodes) return [];
    const documents = nodes.map(({ policies }) => policies.map(({ document }) => policyValue(document)));
    if (layer === 'resource' || layer === 'trust') return [[layer, documents[0]?.[0]]];
    if (layer === 'scp' || layer === 'rcp') {
      return [[`${layer}s`, nodes.map(({ level }, index) => ({ level, policies: documents[index] }))]];
    }
    return [[layer, documents[0]]];
  });
  return Object.fromEntries(entries);
}
