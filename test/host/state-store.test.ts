/** The state of a person: in the folder that the system has for it, added to line by line, whole after a crash. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stateStore } from '../../src/host/state-store.ts';

const home = mkdtempSync(join(tmpdir(), 'iamproof-state-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the state store', () => {
  const store = stateStore({ XDG_STATE_HOME: home });

  it('is empty at first, then holds what was added', () => {
    expect(store.read('exam.jsonl')).toBe('');
    store.append('exam.jsonl', '{"a":1}\n');
    store.append('exam.jsonl', '{"b":2}\n');
    expect(readFileSync(join(home, 'iamproof/exam.jsonl'), 'utf8')).toBe('{"a":1}\n{"b":2}\n');
  });

  it('begins a new line after an end that a crash tore', () => {
    appendFileSync(join(home, 'iamproof/exam.jsonl'), '{"torn');
    store.append('exam.jsonl', '{"c":3}\n');
    expect(store.read('exam.jsonl')).toBe('{"a":1}\n{"b":2}\n{"torn\n{"c":3}\n');
  });

  it('replaces a file as a whole and says where it is', () => {
    store.write('exam-world.json', 'one');
    expect(readFileSync(store.write('exam-world.json', 'two'), 'utf8')).toBe('two');
  });

  it('says what is in the way', () => {
    writeFileSync(join(home, 'file'), '');
    const blocked = stateStore({ XDG_STATE_HOME: join(home, 'file') });
    expect(() => blocked.append('exam.jsonl', '{}\n')).toThrow(/cannot be written/);
  });
});
