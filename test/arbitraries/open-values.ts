/** Policies of which some parts are made known only at deploy time: what stood there is one of the ways they can come out. */
import { deployTime, type PoliciesInPlay, type Policy, type Statement, type Text } from '../../src/language/index.ts';
import { mapPolicies } from '../helpers/world.ts';
import { chance, type Random } from './random.ts';

export function withOpenValues(policies: PoliciesInPlay, random: Random, percent = 20): PoliciesInPlay {
  const known = new Map<Policy, Policy>();
  return mapPolicies(policies, (policy) => {
    const { document } = policy;
    const opened = known.get(policy) ?? {
      ...policy,
      document: { ...document, statements: document.statements.map((one) => openStatement(one, random, percent)) },
    };
    known.set(policy, opened);
    return opened;
  });
}

function openStatement(statement: Statement, random: Random, percent: number): Statement {
  const open = <T extends Text>(text: T): T => {
    return chance(random, percent) ? { ...text, value: opened(text.value, random) } : text;
  };
  const { action, resource, principal, conditions } = statement;
  return {
    ...statement,
    action: { ...action, values: action.values.map(open) },
    ...(resource ? { resource: { ...resource, values: resource.values.map(open) } } : {}),
    ...(principal ? { principal: { ...principal, entries: principal.entries.map(open) } } : {}),
    conditions: conditions.map((entry) => ({
      ...entry,
      key: chance(random, percent / 4) ? opened(entry.key, random) : entry.key,
      values: entry.values.map(open),
    })),
  };
}

/** A piece of the text, at times all of it, with a marker in its place. */
function opened(text: string, random: Random): string {
  if (chance(random, 30)) return deployTime('all');
  const ends = [0, 1].map(() => random.below(text.length + 1)).sort((a, b) => a - b);
  const [start = 0, end = 0] = ends;
  // A value that ends in the midst of a variable is none that a tool could put in.
  if (/\$$|\$\{[^}]*$/.test(text.slice(start, end))) return deployTime('all');
  return text.slice(0, start) + deployTime('part') + text.slice(end);
}
