import { describe, expect, it } from 'vitest';
import { withIgnoreComment } from '../../src/lint/index.ts';
import { readConfig, withIgnoreRule } from '../../src/workspace/index.ts';

const RULE = { check: 'unknown-action', file: 'policies/a.json', statement: 0, reason: 'of a service to come' };
const OTHER = { check: 'wildcard-action', file: 'policies/b.json', reason: 'the lesson' };

function ignoresOf(name: string, text: string) {
  const files = {
    root: '/',
    readText: (path: string) => (path === name ? { text } : { problem: 'there is no such file' }),
    writeText: () => {},
    exists: (path: string) => path === name,
    listFiles: () => [name],
  };
  const { config, diagnostics, name: found } = readConfig(files);
  expect(diagnostics).toEqual([]);
  expect(found).toBe(name);
  return config.lint.ignore;
}

describe('an accepted finding', () => {
  it.each([
    ['a file that is not there yet', 'iamproof.config.jsonc', '', []],
    ['one with comments and without a list', 'iamproof.config.jsonc', '{\n  // ours\n  "exclude": ["x/**"]\n}\n', []],
    ['one with a list', 'iamproof.config.json', JSON.stringify({ lint: { ignore: [OTHER] } }, undefined, 4), [OTHER]],
    ['YAML', 'iamproof.config.yaml', '# ours\nexclude: [x/**]\n', []],
    ['YAML with a list', 'iamproof.config.yml', `lint:\n  ignore:\n    - ${JSON.stringify(OTHER)} # known\n`, [OTHER]],
    ['package.json', 'package.json', '{\r\n  "name": "a",\r\n  "iamproof": {}\r\n}\r\n', []],
  ])('is added to %s', (_what, name, text, before) => {
    const after = withIgnoreRule({ name, text }, RULE);
    expect(ignoresOf(name, after)).toEqual([...before, RULE]);
    for (const comment of text.match(/(?:\/\/|#).*/g) ?? []) expect(after).toContain(comment);
    if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('is a comment above its line in YAML, and nothing in JSON', () => {
    const text = 'Statement:\n  - Effect: Allow\n    Action: s3:Nothing\n';
    const at = (name: string) => ({
      code: 'unknown-action',
      location: { source: { name, text }, range: { start: text.indexOf('s3:'), end: text.length - 1 } },
    });
    expect(withIgnoreComment({ name: 'a.yaml', text }, at('a.yaml'), 'to come')).toBe(
      'Statement:\n  - Effect: Allow\n    # iamproof-ignore unknown-action: to come\n    Action: s3:Nothing\n',
    );
    expect(withIgnoreComment({ name: 'a.json', text }, at('a.json'), 'to come')).toBeUndefined();
  });
});
