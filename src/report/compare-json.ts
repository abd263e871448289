/** What policies newly allow and no longer allow, for programs; each witness is a simulation document. */
import type { Catalog } from '../catalog/index.ts';
import { LAYERS, type PoliciesInPlay, policyNodes, type StatementTrace } from '../language/index.ts';
import { policyValue } from '../parse/index.ts';
import type { Difference, PolicyComparison, Row } from '../prove/index.ts';
import { type ComparedPair, rowWords, whatWords } from './compare-rows.ts';

export const RELATIONS: Readonly<Record<PolicyComparison['comparison'], string>> = {
  equivalent: 'equivalent',
  less: 'less',
  more: 'more',
  both: 'incomparable',
  unknown: 'unknown',
};

/** Of several policies together, whatever one of them newly allows is new access. */
export function compareJson(pairs: readonly ComparedPair[], catalog: Catalog): string {
  return `${JSON.stringify({ schemaVersion: 1, dataVersion: catalog.date, ...comparisonValue(pairs, catalog) }, null, 2)}\n`;
}

export function comparisonValue(pairs: readonly ComparedPair[], catalog: Catalog) {
  const policies = pairs.map(({ name, comparison }) => ({ name, relation: RELATIONS[comparison] }));
  const newAccess = pairs.flatMap(({ gained }) => gained.map((one) => row(one, catalog)));
  const lostAccess = pairs.flatMap(({ lost }) => lost.map((one) => row(one, catalog)));
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
  return { relation, newAccess, lostAccess, unknown, policies };
}

function row(difference: Difference, catalog: Catalog) {
  const { statements, witness, stack } = difference;
  return {
    ...rowValue(difference, catalog),
    ...(statements.length > 0 ? { statements: statements.map(statementValue) } : {}),
    witness: { policies: policiesJson(stack), request: witness, expected: { decision: 'allowed' } },
  };
}

/** Whoever reads it finds the row in words and in parts. */
export function rowValue(row: Row, catalog: Catalog) {
  const { who, actions, unlisted, resources, except, conditions } = row;
  const words = rowWords(row, catalog);
  return {
    summary: words.who === '' ? `allows ${whatWords(words)}` : `allows ${words.who} ${whatWords(words)}`,
    ...(who.length > 0 ? { principals: who } : {}),
    actions,
    ...(unlisted.length > 0 ? { unlistedActions: unlisted } : {}),
    resources,
    ...(except.length > 0 ? { notResources: except } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
  };
}

export function statementValue({ policy, statement, effect }: StatementTrace) {
  return { policy: policy.name, statement, effect };
}

/** As `simulate --input` reads them. */
export function policiesJson(stack: PoliciesInPlay) {
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
