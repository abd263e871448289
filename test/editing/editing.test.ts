/** Completion and hover as data, and laws of them over every place of real policies. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Completion, completeAt, type EditingContext, hoverAt } from '../../src/editing/index.ts';
import type { PolicyType } from '../../src/language/index.ts';
import { environmentReader, type FileSystem } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const ROOT = new URL('../../', import.meta.url);
const load = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

interface Case {
  readonly name: string;
  readonly type?: PolicyType;
  readonly text: string;
  readonly first?: readonly string[];
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  readonly details?: Readonly<Record<string, string>>;
  readonly take?: string;
  readonly after?: string;
  readonly none?: boolean;
  readonly says?: readonly string[];
}

const TEAM = 'test/cases/tui/project';
const files: FileSystem = {
  root: '/project',
  readText: (path) => ({ text: load(`${TEAM}/${path}`) }),
  writeText: () => expect.unreachable('nothing is written'),
  exists: () => true,
  listFiles: () => [],
};
const { environment } = environmentReader({ files, catalog: () => catalog }).read('scenarios/team.environment.yaml');

function context(type: PolicyType = 'identity'): EditingContext {
  return { type, catalog, ...(environment ? { environment } : {}) };
}

function at({ text }: Case): [text: string, offset: number] {
  const offset = text.indexOf('|');
  return [text.slice(0, offset) + text.slice(offset + 1), offset];
}

/** The text once an offer is taken, with the cursor as `|`. */
function taken(text: string, { from, to, items }: Completion, label: string): string {
  const item = items.find((one) => one.label === label);
  if (!item) return `\`${label}\` is not offered`;
  const { insert, caret } = item;
  return `${text.slice(0, from)}${insert.slice(0, caret)}|${insert.slice(caret)}${text.slice(to)}`;
}

describe('completion', () => {
  it.each(parse(load('test/cases/editing/completion.yaml')) as Case[])('$name', (one) => {
    const [text, offset] = at(one);
    const found = completeAt(text, offset, context(one.type));
    const labels = found?.items.map(({ label }) => label) ?? [];
    if (one.none) expect(labels).toEqual([]);
    else expect(labels).not.toEqual([]);
    expect(labels.slice(0, one.first?.length ?? 0)).toEqual(one.first ?? []);
    expect(labels).toEqual(expect.arrayContaining([...(one.has ?? [])]));
    expect(labels.filter((label) => one.lacks?.includes(label))).toEqual([]);
    for (const [label, detail] of Object.entries(one.details ?? {})) {
      expect(found?.items.find((item) => item.label === label)?.detail).toBe(detail);
    }
    if (one.take !== undefined && found) expect(taken(text, found, one.take).startsWith(one.after ?? '')).toBe(true);
  });
});

describe('hover', () => {
  it.each(parse(load('test/cases/editing/hover.yaml')) as Case[])('$name', (one) => {
    const [text, offset] = at(one);
    const said = hoverAt(text, offset, context())?.lines.join('\n');
    if (!one.says) expect(said).toBeUndefined();
    for (const words of one.says ?? []) expect(said).toContain(words);
  });
});

const POLICIES = readdirSync(new URL('policies/identity/', ROOT))
  .filter((name) => name.endsWith('.json'))
  .map((name) => load(`policies/identity/${name}`));

describe('at every place of a policy', () => {
  it('an offer that is taken leaves JSON that can be read, or what could not be read before', () => {
    const isJson = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.constantFrom(...POLICIES), fc.nat(), fc.nat(), (text, some, which) => {
        const offset = some % (text.length + 1);
        const found = completeAt(text, offset, context());
        if (!found) return;
        expect(found.from).toBeLessThanOrEqual(offset);
        expect(found.to).toBeGreaterThanOrEqual(offset);
        const item = found.items[which % found.items.length];
        if (!item) return;
        const after = text.slice(0, found.from) + item.insert + text.slice(found.to);
        // A key behind which its value is still to be typed is no JSON yet.
        if (!/:\s*$/.test(item.insert)) expect(isJson(after), `${offset}: ${item.label}\n${after}`).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('texts that are cut anywhere are completed without a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom(...POLICIES), fc.nat(), fc.nat(), fc.nat(40), (text, start, some, gone) => {
        const from = start % (text.length + 1);
        const cut = text.slice(0, from) + text.slice(from + gone);
        const offset = some % (cut.length + 1);
        completeAt(cut, offset, context());
        hoverAt(cut, offset, context());
      }),
      { numRuns: 600 },
    );
  });
});
