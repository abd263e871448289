/** Law: whatever policies a generated world has, wild ones too, lint answers, and answers the same twice. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PolicyType } from '../../src/language/index.ts';
import { POLICY_TYPES } from '../../src/language/policy-types/index.ts';
import { worlds } from '../arbitraries/worlds.ts';
import { findings } from '../lint/lint-example.ts';

const TYPES = Object.keys(POLICY_TYPES) as PolicyType[];

/** Everything in a simulation document that looks like a policy. */
function documentsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(documentsIn);
  return 'Statement' in value ? [value, ...inside] : inside;
}

it.each([false, true])('lint takes any policy (wild: %s)', (wild) => {
  fc.assert(
    fc.property(worlds({ wild }), fc.constantFrom(...TYPES), (world, type) => {
      for (const document of documentsIn(world)) {
        const first = findings(document, type);
        for (const { message, path } of first) {
          expect(message).not.toMatch(/undefined|\[object/);
          expect(path === '' || path.startsWith('/')).toBe(true);
        }
        expect(findings(document, type)).toEqual(first);
      }
    }),
    { numRuns: 300 },
  );
});
