/** Comparing policies of AWS: what is said to be newly allowed is, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import type { Policy } from '../../src/language/index.ts';
import { parsePolicy } from '../../src/parse/index.ts';
import { comparePolicies } from '../../src/prove/index.ts';
import { compareJson } from '../../src/report/compare-json.ts';
import { answerOf } from '../helpers/simulate.ts';

const catalog = openCatalog(catalogFiles());
const names = catalog.managedPolicyNames().filter((_, index) => index % 40 === 0);

function managed(name: string): Policy {
  const text = catalog.managedPolicy(`aws:${name}`)?.text ?? '';
  const { document } = parsePolicy({ name, text }, 'identity');
  return { name, type: 'identity', document: document ?? expect.unreachable(name) };
}

function without(policy: Policy, index: number): Policy {
  const statements = policy.document.statements.filter((one) => one.index !== index);
  return { ...policy, document: { ...policy.document, statements } };
}

describe.each(names)('%s', (name) => {
  const policy = managed(name);

  it('is equivalent to itself with its statements in reverse', () => {
    const statements = [...policy.document.statements].reverse();
    const after = { ...policy, document: { ...policy.document, statements } };
    expect(comparePolicies({ type: 'identity', before: policy, after, catalog }).comparison).toBe('equivalent');
  });

  it('never gains by losing an Allow, and each loss is one that simulate confirms', () => {
    const [first] = policy.document.statements;
    if (first?.effect !== 'Allow') return;
    const compared = comparePolicies({ type: 'identity', before: policy, after: without(policy, 0), catalog });
    expect(['less', 'equivalent']).toContain(compared.comparison);
    const { lostAccess } = JSON.parse(compareJson([{ name, ...compared }], catalog)) as {
      lostAccess: { witness: { expected: object } }[];
    };
    for (const { witness } of lostAccess) {
      expect(answerOf(witness)).toMatchObject(witness.expected);
    }
  });
});
