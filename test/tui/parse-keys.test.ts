/** Bytes of a terminal to keys. */
import { expect, it } from 'vitest';
import { parseKeys } from '../../src/tui/keys/parse-keys.ts';

function names(chunk: string, isLast = false): string[] {
  return parseKeys(chunk, isLast).inputs.map((one) => (one.kind === 'key' ? one.name : `paste:${one.text}`));
}

it.each([
  ['keys that come in one chunk are told apart', 'jjG ', ['j', 'j', 'G', 'space']],
  [
    'arrows in both forms, with and without modifiers',
    '\u001b[A\u001bOB\u001b[1;5C\u001b[1;2D',
    ['up', 'down', 'ctrl-right', 'shift-left'],
  ],
  ['backspace and delete are two keys', '\u007f\u001b[3~', ['backspace', 'delete']],
  ['enter, tab and their kin', '\r\t\u001b[Z\n', ['enter', 'tab', 'shift-tab', 'ctrl-j']],
  ['control and alt', '\u0013\u001bx', ['ctrl-s', 'alt-x']],
  ['a letter beyond ASCII is one key', 'é😀', ['é', '😀']],
  ['a paste is one event, with line feeds', '\u001b[200~a\rb\u001b[201~j', ['paste:a\nb', 'j']],
  ['reports of the terminal are no keys', '\u001b[?62;c\u001b[<0;3;4Mj', ['j']],
] as const)('%s', (_name, chunk, expected) => {
  expect(names(chunk)).toEqual(expected);
});

it('a lone ESC waits for the rest of a sequence, and is the key when nothing comes', () => {
  expect(parseKeys('\u001b')).toEqual({ inputs: [], rest: '\u001b' });
  expect(names('\u001b', true)).toEqual(['esc']);
});

it('sequences that are cut anywhere give the same keys', () => {
  const all = 'a\u001b[1;5C\u001b[200~x\ry\u001b[201~\u001b[3~';
  for (let at = 1; at < all.length; at++) {
    const first = parseKeys(all.slice(0, at));
    const second = parseKeys(first.rest + all.slice(at));
    expect([...first.inputs, ...second.inputs]).toEqual(parseKeys(all).inputs);
  }
});
