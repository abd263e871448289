/** Whatever the text: the parser ends, throws nothing, and gives a document or says why not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PolicyType } from '../../src/language/index.ts';
import { POLICY_TYPES } from '../../src/language/policy-types/index.ts';
import { nodeOfValue, parsePolicy, parsePolicyDocument } from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';

const types = Object.keys(POLICY_TYPES) as PolicyType[];
const SEED =
  '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Principal":{"AWS":"*"},"Action":["s3:Get*"],"Resource":"arn:aws:s3:::b/*","Condition":{"StringLike":{"aws:username":["a",true,1]}}}]}';

function expectAnswer(text: string, type: PolicyType, name: string): void {
  const { document, diagnostics } = parsePolicy({ name, text }, type, { readYaml });
  if (document) return;
  expect(diagnostics.some((one) => one.severity === 'error')).toBe(true);
  for (const { location } of diagnostics) {
    expect(location?.range.start).toBeGreaterThanOrEqual(0);
    expect(location?.range.start).toBeLessThanOrEqual(text.length);
  }
}

it('any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...types),
      fc.constantFrom('p.json', 'p.yaml'),
      expectAnswer,
    ),
    { numRuns: 3000 },
  );
});

it('a policy with characters changed, doubled and left out', () => {
  const edits = fc.array(fc.tuple(fc.nat(SEED.length), fc.nat(3), fc.constantFrom(...'{}[]",:0a\\\u0000é\u{1F600}')), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(edits, fc.constantFrom(...types), fc.constantFrom('p.json', 'p.yaml'), (changes, type, name) => {
      let text = SEED;
      for (const [at, kind, character] of changes) {
        const [before, after] = [text.slice(0, at), text.slice(at)];
        text =
          kind === 0
            ? before + after.slice(1)
            : kind === 1
              ? before + character + after
              : before + after.slice(0, 3) + after;
      }
      expectAnswer(text, type, name);
    }),
    { numRuns: 5000 },
  );
});

it('any JSON value in memory', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(...types), (value, type) => {
      const { node } = nodeOfValue(value);
      if (!node) return;
      const { document, diagnostics } = parsePolicyDocument(node, type);
      expect(document !== undefined || diagnostics.length > 0).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
