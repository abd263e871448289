/** Pairs of policies whose relation is known. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { comparePolicies } from '../../src/prove/index.ts';
import { policy } from '../helpers/policies.ts';

type Row = readonly [effect: string, action: string | string[], resource: string | string[], condition?: object];

interface Pair {
  readonly title: string;
  readonly old: readonly Row[];
  readonly new: readonly Row[];
  readonly requests?: 'possible' | 'any';
  readonly relation: string;
}

const catalog = openCatalog(catalogFiles());
const pairs: readonly Pair[] = JSON.parse(readFileSync(new URL('../cases/relations.json', import.meta.url), 'utf8'));

function identity(rows: readonly Row[]) {
  const Statement = rows.map(([effect, action, Resource, Condition]) => ({
    Effect: effect.replace('NotAction', ''),
    [effect.endsWith('NotAction') ? 'NotAction' : 'Action']: action,
    Resource,
    ...(Condition ? { Condition } : {}),
  }));
  return Statement.length === 0 ? undefined : policy('identity', { Version: '2012-10-17', Statement });
}

const REVERSED: Readonly<Record<string, string>> = { more: 'less', less: 'more' };

describe('comparing policies', () => {
  it.each(pairs)('$title', ({ old, new: now, requests = 'any', relation }) => {
    const [before, after] = [identity(old), identity(now)];
    const relationOf = (one: typeof before, other: typeof after) =>
      comparePolicies({ type: 'identity', before: one, after: other, catalog, requests }).comparison;
    expect(relationOf(before, after)).toBe(relation);
    expect(relationOf(after, before)).toBe(REVERSED[relation] ?? relation);
  });
});
