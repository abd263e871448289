/** What `lint --fix` does to a text: only what it says, whatever the layout. */
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { PolicyType } from '../../src/language/index.ts';
import { CHECKS, createLinter, DEFAULT_LINT_CONFIG, fixText, type LintConfig } from '../../src/lint/index.ts';
import { PARSE_CODES, readSource, toValue } from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { catalog } from './lint-example.ts';

function fixed(text: string, type: PolicyType, name = 'policy.json', config: LintConfig = DEFAULT_LINT_CONFIG) {
  const { lintFile } = createLinter({ catalog, config, readYaml });
  const options = { lintFile, unsafe: true, wanted: ({ diagnostics }: ReturnType<typeof lintFile>) => diagnostics };
  const result = fixText({ source: { name, text }, type }, options);
  const { diagnostics } = lintFile({ source: { name, text: result.text }, type });
  return { ...result, left: diagnostics.map(({ code }) => code) };
}

const examples = CHECKS.map(({ id, bad }) => ({
  id,
  type: bad.type,
  document: bad.document,
  config: bad.config ?? DEFAULT_LINT_CONFIG,
}));
const fixable = examples.filter(({ document, type, config, id }) =>
  fixed(JSON.stringify(document), type, 'policy.json', config).applied.some(({ code }) => code === id),
);

it('these checks have a fix', () => {
  expect(fixable.map(({ id }) => id).sort()).toMatchInlineSnapshot(`
    [
      "invalid-arn-service-case",
      "ip-host-bits-set",
      "mixed-value-types",
      "null-with-qualifier",
      "old-version",
      "redundant-action",
      "redundant-resource",
      "redundant-statement",
      "statement-without-effect",
      "unknown-action",
      "unknown-global-key",
      "unknown-service-key",
      "wildcard-without-like",
    ]
  `);
});

describe.each(fixable)('$id', ({ id, document, type, config }) => {
  const writings = {
    'policy.json': [JSON.stringify(document), JSON.stringify(document, null, 2), JSON.stringify(document, null, '\t')],
    'policy.yaml': [stringify(document), stringify(document, { defaultStringType: 'QUOTE_DOUBLE' })],
  };
  it.each(Object.entries(writings).flatMap(([name, texts]) => texts.map((text) => [name, text] as const)))(
    'is gone after its fix in %s %#',
    (name, text) => {
      expect(fixed(text, type, name, config).left).not.toContain(id);
    },
  );
});

const codes = Object.entries(PARSE_CODES).map(([code, { bad }]) => ({ code, bad }));

it('these codes of the parser have a fix, after which they are gone', () => {
  const mended = codes.flatMap(({ code, bad }) =>
    (['identity', 'trust', 'resource'] as const).flatMap((type) => {
      const { applied, left } = fixed(bad, type);
      if (!applied.some((one) => one.code === code)) return [];
      expect(left, `${code} ${bad}`).not.toContain(code);
      return [code];
    }),
  );
  expect([...new Set(mended)].sort()).toMatchInlineSnapshot(`
    [
      "empty-condition",
      "empty-sid",
      "invalid-effect",
      "invalid-sid",
      "invalid-version",
      "missing-version",
      "null-with-ifexists",
      "trust-resource-present",
      "unexpected-id",
      "unknown-policy-element",
    ]
  `);
});

const IN_JSON = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "A",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:Get*",

        "s3:PutObject", "s3:PutObject"
      ],
      "Resource": "arn:aws:s3:::b/*", "Condition": {}
    },
    { "Sid": "A", "Effect": "Deny", "Action": "s3:DeleteObjekt", "Resource": "*" }
  ]
}
`;

it('JSON keeps its lines, spaces and order', () => {
  expect(fixed(IN_JSON, 'identity').text).toMatchInlineSnapshot(`
    "{
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "A",
          "Effect": "Allow",
          "Action": [
            "s3:Get*",

            "s3:PutObject"
          ],
          "Resource": "arn:aws:s3:::b/*"
        },
        { "Sid": "A2", "Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*" }
      ]
    }
    "
  `);
  const windows = IN_JSON.replaceAll('\n', '\r\n');
  expect(fixed(windows, 'identity').text).toBe(fixed(IN_JSON, 'identity').text.replaceAll('\n', '\r\n'));
});

const IN_YAML = `# who reads
Version: "2012-10-17"
Statement:
  - Sid: Read-Only  # the reader
    Effect: Allow
    Action:
      - s3:GetObject   # one
      - s3:Get*        # all
      - 's3:PutObjekt'
    Resource: ["arn:aws:s3:::b/*", "arn:aws:s3:::b/c"]
    Condition: {}
  # a comment between
  - Effect: Deny
    Action: s3:DeleteObject
    Resource: "*"
`;

it('YAML keeps its comments, quotes and indentation', () => {
  expect(fixed(IN_YAML, 'identity', 'policy.yaml').text).toMatchInlineSnapshot(`
    "# who reads
    Version: "2012-10-17"
    Statement:
      - Sid: ReadOnly  # the reader
        Effect: Allow
        Action:
          - s3:Get*        # all
          - 's3:PutObject'
        Resource: ["arn:aws:s3:::b/*"]
      # a comment between
      - Effect: Deny
        Action: s3:DeleteObject
        Resource: "*"
    "
  `);
});

it('YAML with anchors is left alone', () => {
  const text = IN_YAML.replace('Action:\n', 'Action: &actions\n');
  expect(fixed(text, 'identity', 'policy.yaml')).toMatchObject({ text, applied: [] });
});

it('a Version is added where there is none', () => {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
  for (const text of [
    JSON.stringify({ Statement: [statement] }),
    JSON.stringify({ Statement: [statement] }, null, 4),
    JSON.stringify({ Id: 'x', Statement: statement }, null, 1),
  ]) {
    const { text: better } = fixed(text, 'identity');
    expect(toValue(readSource({ name: 'p.json', text: better }).node ?? expect.unreachable())).toMatchObject({
      Version: '2012-10-17',
    });
  }
  expect(
    fixed('Statement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: "*"\n', 'identity', 'p.yaml').text,
  ).toContain('Version: "2012-10-17"\nStatement:');
});

it('an element in other letters, or in the plural, gets its name', () => {
  const text =
    '{"version":"2012-10-17","Statements":[{"effect":"allow","Actions":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}';
  expect(fixed(text, 'identity').text).toBe(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}',
  );
});

it('a fix that may not be what was meant is not made unless that is asked for', () => {
  const text =
    '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}/*"}]}';
  const { lintFile } = createLinter({ catalog, config: DEFAULT_LINT_CONFIG });
  const safe = fixText(
    { source: { name: 'p.json', text }, type: 'identity' },
    { lintFile, unsafe: false, wanted: (file) => file.diagnostics },
  );
  expect(safe).toEqual({ text, applied: [] });
  expect(fixed(text, 'identity').applied.map(({ fix }) => fix.effect)).toEqual([
    'policy variables are then resolved; until now they are plain text',
  ]);
});
