/** Law: what `lint --fix` mends without a word about its effect never changes a decision. */
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import type { PoliciesInPlay, Policy } from '../../src/language/index.ts';
import { createLinter, DEFAULT_LINT_CONFIG, fixText } from '../../src/lint/index.ts';
import { parsePolicy, printPolicyDocument } from '../../src/parse/index.ts';
import { chance, pick, type Random, seededRandom } from '../arbitraries/random.ts';
import { decisionOf, holdsInEveryWorld, mapPolicies } from '../helpers/world.ts';

const linter = createLinter({ catalog: openCatalog(catalogFiles()), config: DEFAULT_LINT_CONFIG });

interface Loose {
  [element: string]: unknown;
  Statement: Record<string, unknown>[];
}

/** Faults that leave the document readable, put in at random. */
const FAULTS: readonly ((document: Loose, random: Random) => void)[] = [
  ({ Statement }, random) => again(pick(random, Statement), ['Action', 'NotAction'], random),
  ({ Statement }, random) => again(pick(random, Statement), ['Resource', 'NotResource'], random),
  ({ Statement }, random) => void Statement.push({ ...pick(random, Statement), Sid: 'Again' }),
  ({ Statement }) => {
    for (const one of Statement) one.Sid = 'Same';
  },
  ({ Statement }, random) => void Object.assign(pick(random, Statement), { Sid: 'a-b c' }),
  ({ Statement }, random) => void Object.assign(pick(random, Statement), { Sid: '' }),
  (document) => void delete document.Version,
  (document) => void Object.assign(document, { Version: '2008-10-17' }),
  ({ Statement }, random) => {
    const one = pick(random, Statement);
    if (one.Condition === undefined) one.Condition = {};
  },
  ({ Statement }, random) => {
    const one = pick(random, Statement);
    one.Condition = { ...(one.Condition as object), IpAddress: { 'aws:SourceIp': ['10.1.2.3/8', '10.1.2.3/24'] } };
  },
  ({ Statement }, random) => {
    const one = pick(random, Statement);
    one.Condition = { ...(one.Condition as object), StringEquals: { 'aws:PrincipalTag/n': ['1', 1, true] } };
  },
];

/** A value of a list twice, or with what takes it in. */
function again(statement: Record<string, unknown>, names: readonly string[], random: Random): void {
  for (const name of names) {
    if (statement[name] === undefined) continue;
    const list = [statement[name]].flat() as string[];
    if (list.length === 0) continue;
    const value = pick(random, list);
    const wide = chance(random, 50) ? value : value.replace(/[A-Za-z0-9]$/, '*');
    statement[name] = chance(random, 50) ? [...list, wide] : [wide, ...list];
  }
}

function parsed(name: string, text: string, type: Policy['type']): Policy | undefined {
  const { document } = parsePolicy({ name, text }, type);
  return document && { name, type, document };
}

it('on generated policies with faults', () => {
  let fixed = 0;
  holdsInEveryWorld(({ policies, request }) => {
    let seed = request.action.length * 31 + request.resource.length;
    const faulty = new Map<Policy, string>();
    const spoiled: PoliciesInPlay = mapPolicies(policies, (policy) => {
      const random = seededRandom(seed++);
      const document = JSON.parse(printPolicyDocument(policy.document)) as Loose;
      if (document.Statement.length === 0) return policy;
      for (let i = 0; i < 3; i++) pick(random, FAULTS)(document, random);
      const text = JSON.stringify(document, null, 2);
      const read = parsed(policy.name, text, policy.type);
      if (!read) return policy;
      faulty.set(read, text);
      return read;
    });
    const mended = mapPolicies(spoiled, (policy) => {
      const text = faulty.get(policy);
      if (text === undefined) return policy;
      const input = { source: { name: 'policy.json', text }, type: policy.type };
      const wanted: Parameters<typeof fixText>[1]['wanted'] = ({ diagnostics }) =>
        diagnostics.filter(({ fix }) => fix && fix.effect === undefined);
      const { text: better, applied } = fixText(input, { lintFile: linter.lintFile, unsafe: true, wanted });
      fixed += applied.length;
      return parsed(policy.name, better, policy.type) ?? expect.unreachable(`it cannot be read any more: ${better}`);
    });
    expect(decisionOf({ policies: mended, request })).toBe(decisionOf({ policies: spoiled, request }));
  }, 2000);
  expect(fixed).toBeGreaterThan(2000);
});
