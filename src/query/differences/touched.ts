/** Whom a change of an environment can touch: nobody else has to be asked about. */
import type { Account, Environment } from '../../environment/index.ts';
import type { Asker } from '../asker.ts';

/** False where neither what somebody has nor what they meet is another. */
export function touchedBy(
  before: Environment,
  after: Environment,
): (one: Asker | undefined, other: Asker | undefined) => boolean {
  const isElsewhereSame = isSame(withoutIdentities(before), withoutIdentities(after));
  return (one, other) => !isElsewhereSame || !isSame(one?.caller, other?.caller);
}

/** Who is there, and what they have, is told by the callers. */
function withoutIdentities({ organization, accounts }: Environment) {
  return { organization, accounts: accounts.map(surroundings) };
}

function surroundings({ users, groups: _, roles, ...rest }: Account) {
  return {
    ...rest,
    users: users.map(({ arn }) => arn),
    roles: roles.map(({ policies: _policies, boundary: _boundary, tags, ...role }) => ({ ...role, tags })),
  };
}

/** Where something is written in a file does not matter. */
const PLACES: ReadonlySet<string> = new Set(['range', 'source']);

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [mine, theirs] = [one, other].map(
    (value) => new Map(Object.entries(value).filter(([key]) => !PLACES.has(key))),
  );
  if (!mine || !theirs || mine.size !== theirs.size || Array.isArray(one) !== Array.isArray(other)) return false;
  return [...mine].every(([key, value]) => theirs.has(key) && isSame(value, theirs.get(key)));
}
