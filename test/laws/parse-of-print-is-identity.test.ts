/** Law: parsing what was printed gives the same document. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Policy } from '../../src/language/index.ts';
import { nodeOfValue, parsePolicy, policyValue, printPolicyDocument } from '../../src/parse/index.ts';
import { readSimulation } from '../../src/simulation/index.ts';
import { worlds } from '../arbitraries/worlds.ts';

it('parse of print is identity', () => {
  fc.assert(
    fc.property(worlds({ wild: true }), (world) => {
      const { node } = nodeOfValue(world);
      const policies = node && readSimulation(node, undefined, () => ({})).simulation?.policies;
      const all = [...(policies?.identity ?? []), ...(policies?.boundary ?? []), policies?.resource, policies?.trust];
      for (const policy of all) if (policy) expectRoundTrip(policy);
    }),
    { numRuns: 2000 },
  );
});

function expectRoundTrip({ document, type }: Policy): void {
  const printed = printPolicyDocument(document);
  const again = parsePolicy({ name: 'printed.json', text: printed }, type).document;
  expect(again && policyValue(again)).toEqual(policyValue(document));
  expect(again && printPolicyDocument(again)).toBe(printed);
}
