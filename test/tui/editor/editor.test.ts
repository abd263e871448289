import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Buffer, bufferOf, offsetOf, placeOf, replaced } from '../../../src/tui/editor/buffer.ts';
import { carrier } from '../../../src/tui/editor/carried-place.ts';
import { coloured } from '../../../src/tui/editor/colours.ts';
import { type Editor, openEditor, redo, textOfEditor, undo, withEdit } from '../../../src/tui/editor/editor.ts';
import { simpleKey } from '../../../src/tui/editor/simple-keys.ts';
import { vimKey } from '../../../src/tui/editor/vim-keys.ts';
import type { Input } from '../../../src/tui/keys/key.ts';
import { rowText } from '../../../src/tui/text-row.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'Z', '"', '{', '}', '[', ']', ' ', '\n', ':', ',', 'é', '界', '👩‍💻', '\t', '\\'),
});
const withLines = fc
  .tuple(text, fc.boolean())
  .map(([one, isWindows]) => (isWindows ? one.replaceAll('\n', '\r\n') : one));

const SIMPLE = [
  'left',
  'right',
  'up',
  'down',
  'home',
  'end',
  'ctrl-left',
  'ctrl-right',
  'shift-right',
  'shift-down',
  'shift-up',
  'enter',
  'backspace',
];
const MORE = [
  'delete',
  'ctrl-w',
  'tab',
  'shift-tab',
  'ctrl-u',
  'ctrl-y',
  'ctrl-k',
  'alt-c',
  'ctrl-v',
  'page-down',
  'ctrl-end',
  'ctrl-home',
  'f3',
];
const VI = [
  'esc',
  'ctrl-r',
  'ctrl-d',
  'ctrl-u',
  'enter',
  'backspace',
  'left',
  'end',
  ...'hjklwbe0^$gGiaIAoOxDCsJpPunNdcyr<>12',
];

function key(name: string): Input {
  return { kind: 'key', name: name === ' ' ? 'space' : name, ...([...name].length === 1 ? { text: name } : {}) };
}

const paste = text.map((one): Input => ({ kind: 'paste', text: one }));
const simple = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SIMPLE, ...MORE, ...'ab{"[]} ').map(key) },
  { weight: 1, arbitrary: paste },
);
const vi = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...VI, ' ', '"').map(key) },
  { weight: 1, arbitrary: paste },
);

function pressed(editor: Editor, inputs: readonly Input[], keys: typeof simpleKey): Editor {
  let now = editor;
  for (const input of inputs) {
    now = keys(now, input, 7) ?? now;
    expectInside(now.buffer);
  }
  return now;
}

function expectInside({ lines, at, anchor }: Buffer): void {
  for (const place of anchor ? [at, anchor] : [at]) {
    const line = lines[place.line];
    if (line === undefined || place.column < 0 || place.column > line.length) {
      expect.fail(`${place.line}:${place.column} is not in ${JSON.stringify(lines)}`);
    }
  }
}

function undone(editor: Editor): Editor {
  let now = editor;
  while (now.past.length > 0) now = undo(now);
  return now;
}

describe('the buffer', () => {
  it('replaces as a string does', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (whole, inserted, one, other) => {
        const [from, to] = [one % (whole.length + 1), other % (whole.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const buffer = bufferOf(whole);
        const changed = replaced(buffer, { from: placeOf(buffer, from), to: placeOf(buffer, to) }, inserted);
        expect(changed.lines.join('\n')).toBe(whole.slice(0, from) + inserted + whole.slice(to));
        expect(offsetOf(changed, changed.at)).toBe(from + inserted.length);
      }),
    );
  });

  it('finds each offset again', () => {
    fc.assert(
      fc.property(text, fc.nat(), (whole, some) => {
        const offset = some % (whole.length + 1);
        expect(offsetOf(bufferOf(whole), placeOf(bufferOf(whole), offset))).toBe(offset);
      }),
    );
  });
});

describe('the editor', () => {
  it('gives back a text that was only looked at, whatever its line breaks', () => {
    fc.assert(
      fc.property(withLines, (whole) => textOfEditor(openEditor(whole, 'simple')) === whole || /\r\n/.test(whole)),
    );
    expect(textOfEditor(openEditor('a\r\nb\r\n', 'simple'))).toBe('a\r\nb\r\n');
  });

  it.each([
    ['plain keys', 'simple', simple, simpleKey],
    ['the keys of vi', 'vim', vi, vimKey],
  ] as const)('undoes to the first text and redoes to the last, with %s', (_name, kind, inputs, keys) => {
    fc.assert(
      fc.property(text, fc.array(inputs, { maxLength: 40 }), (whole, given) => {
        const last = pressed(openEditor(whole, kind), given, keys);
        const first = undone(last);
        expect(textOfEditor(first)).toBe(whole);
        let again = first;
        while (again.future.length > last.future.length) again = redo(again);
        expect(textOfEditor(again)).toBe(textOfEditor(last));
      }),
      { numRuns: 400 },
    );
  });

  it('takes edits of others as one step each', () => {
    const editor = withEdit(openEditor('ab\r\ncd', 'simple'), { from: 4, to: 5, insert: 'X\nY' });
    expect(textOfEditor(editor)).toBe('ab\r\nX\r\nYd');
    expect(textOfEditor(undo(editor))).toBe('ab\r\ncd');
  });

  it('does not write quotes and brackets twice where they stand already', () => {
    const type = (whole: string, typed: string) =>
      textOfEditor(
        pressed(openEditor(whole, 'simple', { line: 0, column: whole.length }), [...typed].map(key), simpleKey),
      );
    expect(type('', '{"a": ["b"]}')).toBe('{"a": ["b"]}');
    expect(type('"a', '"')).toBe('"a"');
    expect(type('', '"{')).toBe('"{"');
  });
});

it('a line keeps its text whatever colours it gets', () => {
  fc.assert(
    fc.property(fc.string(), (line) => rowText(coloured(line.replaceAll('\n', ''))) === line.replaceAll('\n', '')),
  );
  expect(coloured('  "Resource": "arn:${aws:username}x", 12').flatMap(({ style }) => style ?? [])).toEqual([
    'key',
    'string',
    'accent',
    'string',
    'number',
  ]);
});

it('a place of an earlier text is found in the later one, or gone where the change touched it', () => {
  fc.assert(
    fc.property(text, text, text, text, (head, old, fresh, tail) => {
      const carry = carrier(head + old + tail, head + fresh + tail);
      const before = carry({ start: 0, end: 0 });
      expect(before).toEqual({ start: 0, end: 0 });
      const whole = head + fresh + tail;
      const end = { start: (head + old).length, end: (head + old + tail).length };
      const found = carry(end);
      if (found && tail !== '') expect(whole.slice(found.start, found.end).endsWith(tail.at(-1) ?? '')).toBe(true);
    }),
  );
  expect(carrier('a b c', 'a XX b c')({ start: 2, end: 3 })).toEqual({ start: 5, end: 6 });
  expect(carrier('a b c', 'a X c')({ start: 2, end: 3 })).toBeUndefined();
});
