/** What policies newly allow and no longer allow, for programs; each witness is a simulation document. */
import { LAYERS, type PoliciesInPlay, policyNodes } from '../language/index.ts';
import { policyValue } from '../parse/index.ts';
import type { Difference } from '../prove/index.ts';
import { type ComparedPair, differenceWords } from './compare-rows.ts';

export function compareJson(pairs: readonly ComparedPair[], dataVersion: string): string {
  const policies = pairs.map(({ name, comparison, gained, lost, unknown }) => ({
    name,
    comparison,
    gained: gained.map(row),
    lost: lost.map(row),
    unknown,
  }));
  return `${JSON.stringify({ schemaVersion: 1, dataVersion, policies }, null, 2)}\n`;
}

function row(difference: Difference) {
  const { actions, unlisted, statement, witness, stack } = difference;
  const { resources, conditions } = differenceWords(difference);
  return {
    actions,
    ...(unlisted.length > 0 ? { unlistedActions: unlisted } : {}),
    resources,
    ...(conditions ? { conditions } : {}),
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
