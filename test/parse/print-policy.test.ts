/** The canonical form of a policy. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PolicyDocument, PolicyType } from '../../src/language/index.ts';
import { POLICY_TYPES } from '../../src/language/policy-types/index.ts';
import {
  nodeOfValue,
  parsePolicy,
  parsePolicyDocument,
  policyValue,
  printPolicyDocument,
} from '../../src/parse/index.ts';

const types = Object.keys(POLICY_TYPES) as PolicyType[];

function parsed(text: string, type: PolicyType = 'resource'): PolicyDocument {
  const { document } = parsePolicy({ name: 'p.json', text }, type);
  if (!document) throw new Error('the document of a test has no meaning');
  return document;
}

it('elements stand in the order of AWS, one-item lists are bare, operators are grouped as first seen', () => {
  const text = `{"Statement": {"Resource": ["*"], "Condition": {"StringLike": {"aws:b": ["x"]}, "Bool": {"aws:a": true}},
    "Action": ["s3:GetObject", "s3:PutObject"], "NotPrincipal": {"Service": ["a.amazonaws.com"], "AWS": ["111122223333"]},
    "Effect": "Deny", "Sid": "A"}, "Id": "one", "Version": "2012-10-17"}`;
  expect(printPolicyDocument(parsed(text))).toBe(`{
  "Version": "2012-10-17",
  "Id": "one",
  "Statement": [
    {
      "Sid": "A",
      "Effect": "Deny",
      "NotPrincipal": {
        "Service": "a.amazonaws.com",
        "AWS": "111122223333"
      },
      "Action": [
        "s3:GetObject",
        "s3:PutObject"
      ],
      "Resource": "*",
      "Condition": {
        "StringLike": {
          "aws:b": "x"
        },
        "Bool": {
          "aws:a": "true"
        }
      }
    }
  ]
}
`);
});

it('what JSON.stringify would print is what is printed', () => {
  const document = parsed(
    '{"Statement": [{"Effect": "Deny", "Principal": {"AWS": []}, "Action": [], "Resource": "\\u0007\u{1F600}"}]}',
  );
  expect(printPolicyDocument(document)).toBe(`${JSON.stringify(policyValue(document), null, 2)}\n`);
});

it('keys that are numbers, and keys of the language, keep their place', () => {
  const text = `{"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*",
    "Condition": {"StringEquals": {"b": "x", "10": "y", "__proto__": "z", "constructor": "v"}}}]}`;
  expect(meaning(parsed(printPolicyDocument(parsed(text))))).toEqual(meaning(parsed(text)));
  expect(printPolicyDocument(parsed(text))).toMatch(/"b".*"10".*"__proto__".*"constructor"/s);
});

/** The typed document without its places. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'range' || key === 'source' ? [] : [[key, meaning(part)]],
  );
}

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('*', 's3:Get*', 'arn:aws:s3:::b/*', '10', '__proto__'),
);
const list = fc.oneof(texts, fc.array(texts, { maxLength: 3 }));
const scalar = fc.oneof(texts, fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const condition = fc.dictionary(
  fc.oneof(texts, fc.constantFrom('StringLike', 'ForAllValues:StringEqualsIfExists', 'stringlike', 'Null')),
  fc.dictionary(texts, fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })), { maxKeys: 3 }),
  { maxKeys: 3 },
);
const kinds = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const principal = fc.oneof(fc.constant('*'), fc.dictionary(fc.constantFrom(...kinds), list, { maxKeys: 4 }));
const statement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Deny'),
    action: fc.tuple(fc.constantFrom('Action', 'NotAction'), list),
    resource: fc.option(fc.tuple(fc.constantFrom('Resource', 'NotResource'), list)),
    principal: fc.option(fc.tuple(fc.constantFrom('Principal', 'NotPrincipal'), principal)),
    condition: fc.option(condition),
    sid: fc.option(texts),
  })
  .map((one) => ({
    Effect: one.effect,
    ...Object.fromEntries([one.action, one.resource, one.principal].filter((element) => element !== null)),
    ...(one.condition === null ? {} : { Condition: one.condition }),
    ...(one.sid === null ? {} : { Sid: one.sid }),
  }));
const document = fc
  .record({
    version: fc.option(fc.constantFrom('2012-10-17', '2008-10-17')),
    id: fc.option(texts),
    statements: fc.oneof(statement, fc.array(statement, { minLength: 1, maxLength: 3 })),
  })
  .map(({ version, id, statements }) => ({
    ...(version === null ? {} : { Version: version }),
    ...(id === null ? {} : { Id: id }),
    Statement: statements,
  }));

it('parse of print is identity, for any document of any type that has a meaning', () => {
  let meaningful = 0;
  fc.assert(
    fc.property(document, fc.constantFrom(...types), (value, type) => {
      const { node } = nodeOfValue(value);
      const first = node && parsePolicyDocument(node, type).document;
      if (!first) return;
      meaningful += 1;
      const printed = printPolicyDocument(first);
      const again = parsed(printed, type);
      expect(meaning(again)).toEqual(meaning(first));
      expect(printPolicyDocument(again)).toBe(printed);
    }),
    { numRuns: 3000 },
  );
  expect(meaningful).toBeGreaterThan(300);
});
