/** Reading YAML: the same tree as JSON, and a clear word wherever YAML means something else than it seems to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLocation } from '../../src/language/index.ts';
import { toValue } from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';

function read(text: string): unknown {
  const { node, diagnostics } = readYaml({ name: 't', text });
  if (node) return toValue(node);
  return diagnostics.map((one) => `${one.location ? formatLocation(one.location) : 'nowhere'} ${one.message}`);
}

describe('what could mislead is refused, each at its place', () => {
  it.each([
    ['', ['t:1:1 the text is empty']],
    ['# only a comment\n', ['t:1:1 the text is empty']],
    ['%YAML 1.1\n---\na: yes\n', ['t:1:1 directives are not read']],
    ['%TAG ! tag:x,2000:\n---\na: !y z\n', ['t:1:1 directives are not read']],
    ['a: 1\n---\nb: 2\n', ['t:3:1 one document is expected, and a second one follows']],
    ['a: !Ref b\nc: !Sub d\n', ['t:1:4 the tag `!Ref` is not read', 't:2:4 the tag `!Sub` is not read']],
    ['a: !!binary aGk=\n', ['t:1:13 the tag `tag:yaml.org,2002:binary` is not read']],
    ['<<: {a: 1}\n', ['t:1:1 merge keys are not read']],
    ['? [a]\n: 1\n', ['t:1:3 a key must be a text']],
    ['~: 1\n', ['t:1:1 a key must be a text']],
    ['a: *b\n', ['t:1:4 there is no anchor `&b`']],
    ['a: &b [*b]\n', ['t:1:8 `*b` stands inside what it stands for']],
    ['a: 0x1F\n', ['t:1:4 `0x1F` is a number in YAML, in a form that JSON does not have']],
    [
      'a: .inf\nb: 0o17\n',
      [
        't:1:4 `.inf` is a number in YAML, in a form that JSON does not have',
        't:2:4 `0o17` is a number in YAML, in a form that JSON does not have',
      ],
    ],
    ['\u{1F600}:\r\n\tb: 1\r\n', ['t:2:1 tabs are not allowed as indentation']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

it('yes, no, on, off and dates are texts, as in YAML 1.2', () => {
  const words = { a: 'yes', b: 'no', on: 'off', d: '2012-10-17', e: '1_000', f: true };
  expect(read('a: yes\nb: no\non: off\nd: 2012-10-17\ne: 1_000\nf: True\n')).toEqual(words);
});

it('a key of digits keeps its digits', () => {
  expect(read('012345678901: a\n')).toEqual({ '012345678901': 'a' });
});

it('an alias is what its anchor was last given before it', () => {
  expect(read('a: &x 1\nb: &y [*x]\nc: &x 2\nd: *y\ne: *x\n')).toEqual({ a: 1, b: [1], c: 2, d: [1], e: 2 });
});

it('a merge key in quotes is a key', () => {
  expect(read('"<<": 1\n')).toEqual({ '<<': 1 });
});

it('a duplicate key is kept, for who reads the tree to judge', () => {
  const { node } = readYaml({ name: 't', text: 'a: 1\na: 2\n' });
  expect(node?.kind === 'object' && node.members.map(({ key }) => key)).toEqual(['a', 'a']);
});

describe('no text is deep or large enough to stop the reader', () => {
  const many = 10_000;
  it.each([
    ['a list in a list', '["]",'.repeat(many)],
    ['lists with closing brackets in comments', '[ # ]\n'.repeat(many)],
    ['indented dashes', `  ${'- '.repeat(many)}`],
    ['dashes and question marks', '- ? '.repeat(many)],
    ['a staircase', Array.from({ length: 1400 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['lists of mappings without braces', '[a: '.repeat(60) + ']'.repeat(60)],
  ])('%s: too deep', (_, text) => {
    expect(readYaml({ name: 't', text }).diagnostics.map((one) => one.code)).toEqual(['too-deep']);
  });

  it('aliases of aliases: too many values', () => {
    const lines = [...'bcdefghij'].map((name, index) => {
      const before = 'abcdefghi'[index];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
    });
    expect(read(`a: &a [x, x, x, x, x, x, x, x, x]\n${lines.join('\n')}\n`)).toEqual([
      't:6:8 more than 100000 values, those of aliases counted',
    ]);
  });

  it('a hundred thousand aliases take no time', () => {
    const started = performance.now();
    readYaml({ name: 't', text: `x: &a 1\ny:\n${' - *a\n'.repeat(100_000)}` });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('a million commas: one problem', () => {
    expect(readYaml({ name: 't', text: `[${','.repeat(1_000_000)}` }).diagnostics).toHaveLength(1);
  });

  it('brackets in texts and comments are no levels', () => {
    expect(read(`a: "${'['.repeat(100)}" # ${'{'.repeat(100)}\n`)).toEqual({ a: '['.repeat(100) });
  });
});

it('every JSON text means the same in YAML', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(read(JSON.stringify(value, null, 1))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 1000 },
  );
});
