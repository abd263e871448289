/** Configuration, file patterns and paths of a project. */
import { describe, expect, it } from 'vitest';
import { type FileSystem, matchFiles, readConfig, resolvePath } from '../../src/workspace/index.ts';

function memory(files: Record<string, string>): FileSystem {
  return {
    root: '/project',
    readText: (path) => (path in files ? { text: files[path] ?? '' } : { problem: 'there is no such file' }),
    writeText: () => {},
    exists: (path) => path in files,
    listFiles: () => Object.keys(files),
  };
}

describe('the configuration', () => {
  it('is the default where there is none', () => {
    const { config, diagnostics } = readConfig(memory({}));
    expect(diagnostics).toEqual([]);
    expect(config.policies.scp).toEqual(['policies/scp/**/*.{json,yaml,yml}']);
  });

  it('changes what it names and leaves the rest', () => {
    const file = '{ // ours\n "policies": {"scp": ["org/*.json"]}, "settings": {"arnWildcards": "string"}, }';
    const { config } = readConfig(memory({ 'iamproof.config.jsonc': file }));
    expect(config.policies.scp).toEqual(['org/*.json']);
    expect(config.policies.identity).toEqual(['policies/identity/**/*.{json,yaml,yml}']);
    expect(config.settings).toMatchObject({ arnWildcards: 'string', emptyString: 'present' });
  });

  it('may be YAML, or a key of package.json', () => {
    expect(readConfig(memory({ 'iamproof.config.yaml': 'exclude: [a/**]' })).config.exclude).toEqual(['a/**']);
    expect(readConfig(memory({ 'package.json': '{"iamproof": {"exclude": ["b/**"]}}' })).config.exclude).toEqual([
      'b/**',
    ]);
    expect(readConfig(memory({ 'package.json': '{"name": "x"}' })).diagnostics).toEqual([]);
  });

  it('names an unknown member and a value that is none, each at its place', () => {
    const file = '{"polices": {}, "settings": {"arnWildcards": "regex"}}';
    const { diagnostics } = readConfig(memory({ 'iamproof.config.json': file }));
    expect(diagnostics.map(({ location }) => location?.range.start)).toEqual([1, file.indexOf('"regex"')]);
  });

  it('that was asked for and is not there is an error', () => {
    expect(readConfig(memory({}), 'other.json').diagnostics.map(({ code }) => code)).toEqual(['unreadable-file']);
  });
});

it('patterns reach across folders with two stars and take alternatives', () => {
  const files = ['policies/scp/a.json', 'policies/scp/deep/b.yaml', 'policies/scp/c.txt', 'policies/broken/scp/d.json'];
  expect(matchFiles(files, ['policies/scp/**/*.{json,yaml}'], [])).toEqual(files.slice(0, 2));
  expect(matchFiles(files, ['./policies/**'], ['policies/broken/**', '**/*.txt'])).toEqual(files.slice(0, 2));
});

it('a path that begins with a dot starts at the file that names it, any other at the root', () => {
  expect(resolvePath('./b.yaml', 'scenarios/topics/a.yaml')).toBe('scenarios/topics/b.yaml');
  expect(resolvePath('../b.yaml', 'scenarios/topics/a.yaml')).toBe('scenarios/b.yaml');
  expect(resolvePath('policies/x.json', 'scenarios/topics/a.yaml')).toBe('policies/x.json');
  expect(resolvePath('./x.json', 'top.yaml')).toBe('x.json');
});
