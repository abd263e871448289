/** Every parse diagnostic: its bad example has the problem, its good example does not. */
import { describe, expect, it } from 'vitest';
import type { PolicyType } from '../../src/language/index.ts';
import { PARSE_CODES, type ParseCode, parsePolicy } from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';

/** Codes that only some policy types know, or that an example cannot show in a line. */
const TYPE: Partial<Record<ParseCode, PolicyType>> = {
  'trust-resource-present': 'trust',
  'missing-principal': 'resource',
  'invalid-principal-format': 'resource',
  'invalid-principal-key': 'resource',
  'unsupported-principal-wildcard': 'resource',
  'unknown-principal': 'resource',
  'allow-not-principal': 'resource',
  'unexpected-not-principal': 'rcp',
  'trust-not-principal': 'trust',
  'rcp-effect': 'rcp',
  'rcp-principal': 'rcp',
  'rcp-action': 'rcp',
  'empty-principal': 'resource',
  'missing-arn-field': 'resource',
  'malformed-session-arn': 'session',
};
const NOT_IN_A_LINE: readonly ParseCode[] = [
  'too-large',
  'too-deep',
  'known-only-at-deploy-time',
  'form-known-only-at-deploy-time',
];

const codes = (Object.keys(PARSE_CODES) as ParseCode[]).filter((code) => !NOT_IN_A_LINE.includes(code));

function found(code: ParseCode, text: string): string[] {
  const name = code === 'yaml-syntax' ? 'policy.yaml' : 'policy.json';
  return parsePolicy({ name, text }, TYPE[code] ?? 'identity', { readYaml }).diagnostics.map((one) => one.code);
}

describe.each(codes)('%s', (code) => {
  it('is found in its bad example', () => {
    expect(found(code, PARSE_CODES[code].bad)).toContain(code);
  });

  it('is not found in its good example', () => {
    expect(found(code, PARSE_CODES[code].good)).not.toContain(code);
  });

  it('speaks the house style', () => {
    const { diagnostics } = parsePolicy(
      { name: code === 'yaml-syntax' ? 'p.yaml' : 'p.json', text: PARSE_CODES[code].bad },
      TYPE[code] ?? 'identity',
      { readYaml },
    );
    for (const { message, location, help, why } of diagnostics) {
      expect(message).toMatch(/^[a-z`"(A-Z]/);
      expect(message).not.toMatch(/\.$|\n/);
      expect(location).toBeDefined();
      expect(help && why).toBeTruthy();
    }
  });

  it('leaves a document exactly where the meaning is certain', () => {
    const { document, diagnostics } = parsePolicy(
      { name: 'p.json', text: PARSE_CODES[code].bad },
      TYPE[code] ?? 'identity',
    );
    const blocked = diagnostics.some((one) => PARSE_CODES[one.code as ParseCode].blocks);
    expect(document === undefined).toBe(blocked);
  });
});

it('a text of more than a million characters is one clear error', () => {
  const { diagnostics } = parsePolicy({ name: 'p.json', text: `"${'a'.repeat(1_100_000)}"` }, 'identity');
  expect(diagnostics.map((one) => one.code)).toEqual(['too-large']);
});

it.each(['[', '{"a":'])('ten thousand levels of %s are one clear error', (open) => {
  const { diagnostics } = parsePolicy({ name: 'p.json', text: open.repeat(10_000) }, 'identity');
  expect(diagnostics.map((one) => one.code)).toEqual(['too-deep']);
});

it.each(['[', '{a: ', '- '])('ten thousand levels of %s in YAML are one clear error', (open) => {
  const { diagnostics } = parsePolicy({ name: 'p.yaml', text: open.repeat(10_000) }, 'identity', { readYaml });
  expect(diagnostics.map((one) => one.code)).toEqual(['too-deep']);
});
