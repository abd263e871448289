/** The resource-based policies of a matrix: which of them deny a caller or name it in a grant, and where. */
import {
  actionName,
  type Candidate,
  type CompiledPrincipal,
  type CompiledStatement,
  candidatesFor,
  compilePolicy,
  planFor,
} from '../compile/index.ts';
import {
  candidateApplies,
  contextValue,
  possiblePrincipalMatches,
  principalMatches,
  type RequestView,
  roleArnOf,
} from '../evaluate/index.ts';
import { type Effect, matchBit, type Policy, PRINCIPAL_MATCHES, parseArn } from '../language/index.ts';
import { addTruth, emptyTruths, type TruthMask, unionOf } from './mask.ts';
import { facetOf, pairView } from './pair.ts';
import { isForEveryone, keysOfStatements } from './reads.ts';
import type { ResourceSet } from './resource-set.ts';

export interface SideMasks {
  readonly denies: TruthMask | undefined;
  /** By the way in which the caller is named, as a set of one. */
  readonly grants: ReadonlyMap<number, TruthMask>;
}

/** A statement that may reach a resource, and the resource. */
interface Entry {
  readonly member: number;
  readonly effect: Effect;
  readonly candidate: Candidate;
}

/** Entries that callers are found by in one way, and that read the same keys. */
interface Group {
  readonly entries: Entry[];
  readonly keys: readonly string[];
  /** Whose statements tell callers apart by their account at most: the others are worked out for each caller. */
  readonly tells: 'nobody' | 'accounts' | 'callers';
  readonly known: Map<string, SideMasks>;
}

/** Finds the groups that could concern a caller. */
type Groups = ReadonlyMap<string, readonly Group[]>;

/** @param policyOf the policy of the resource side that counts for a member */
export function resourceSide(
  set: ResourceSet,
  action: string,
  policyOf: (member: number) => Policy | undefined,
): (view: RequestView) => SideMasks {
  const groups = groupsOf(entriesOf(set, action, policyOf));
  return (view) => {
    const found = handlesOf(view).flatMap((handle) => groups.get(handle) ?? []);
    return join(found.map((group) => masksFor(group, view, set)));
  };
}

function entriesOf(set: ResourceSet, action: string, policyOf: (member: number) => Policy | undefined): Entry[] {
  return set.members.flatMap(({ resource }, member) => {
    const policy = policyOf(member);
    if (!policy) return [];
    const plan = planFor(compilePolicy(policy), actionName(action));
    return (['Allow', 'Deny'] as const).flatMap((effect) => {
      return candidatesFor(plan[effect], resource).map((candidate) => ({ member, effect, candidate }));
    });
  });
}

function groupsOf(entries: readonly Entry[]): Groups {
  const groups = new Map<string, Map<string, Group>>();
  for (const entry of entries) {
    const { statement } = entry.candidate;
    const keys = keysOfStatements([statement]);
    const tells = isForEveryone(statement) ? 'nobody' : tellsAccounts(statement) ? 'accounts' : 'callers';
    const all = !statement.statement.principal || statement.statement.principal.not || statement.openPrincipals;
    const handles = all ? ['*'] : new Set(statement.principals.map(handleOf));
    for (const handle of handles) {
      const here = groups.get(handle) ?? new Map<string, Group>();
      groups.set(handle, here);
      const name = JSON.stringify([tells, ...keys]);
      const group: Group = here.get(name) ?? { entries: [], keys, tells, known: new Map() };
      here.set(name, group);
      group.entries.push(entry);
    }
  }
  return new Map([...groups].map(([handle, here]) => [handle, [...here.values()]]));
}

function tellsAccounts({ statement, principals, openPrincipals }: CompiledStatement): boolean {
  return !openPrincipals && !statement.principal?.not && principals.every(({ kind }) => kind === 'account');
}

/** What an entry of a Principal element and the callers that it could mean have in common. */
function handleOf(principal: CompiledPrincipal): string {
  switch (principal.kind) {
    case 'everyone':
      return '*';
    case 'account':
      return `account ${principal.account}`;
    case 'arn':
      return `arn ${principal.arn}`;
    case 'unique-id':
      return `id ${principal.id}`;
    default:
      return `${principal.kind} ${principal.name}`;
  }
}

/** The handles of whatever could mean this caller; whether it does is not decided here. */
function handlesOf(view: RequestView): readonly string[] {
  const { account, arn, userArn, service, provider, canonicalUserId } = view.request.principal;
  const userid = contextValue(view, 'aws:userid', 'aws:userid');
  const named = [
    ['account', account],
    ['arn', arn],
    ['arn', roleArnOf(view.request.principal)],
    ['arn', userArn],
    ['id', typeof userid === 'string' ? userid.split(':')[0] : undefined],
    ['Service', service],
    ['Federated', provider],
    ['CanonicalUser', canonicalUserId],
  ] as const;
  return ['*', ...named.flatMap(([kind, name]) => (name === undefined ? [] : [`${kind} ${name}`]))];
}

function masksFor(group: Group, view: RequestView, set: ResourceSet): SideMasks {
  if (group.tells === 'callers') return workOut(group, view, set);
  const { type, arn, account } = view.request.principal;
  const caller = group.tells === 'nobody' ? [] : [type, account, arn === undefined ? null : parseArn(arn)?.partition];
  const facet = JSON.stringify([...caller, facetOf(view, group.keys)]);
  const known = group.known.get(facet);
  if (known) return known;
  const masks = workOut(group, view, set);
  group.known.set(facet, masks);
  return masks;
}

function workOut({ entries, keys }: Group, view: RequestView, set: ResourceSet): SideMasks {
  let denies: TruthMask | undefined;
  const grants = new Map<number, TruthMask>();
  const readsResource = keys.some((key) => set.keys.has(key));
  for (const { member, effect, candidate } of entries) {
    const target = set.members[member];
    if (!target) continue;
    const here = pairView(view, target, readsResource);
    const applies = candidateApplies(candidate, here, set.colons[member]);
    if (applies === 'no') continue;
    if (effect === 'Deny') {
      denies ??= emptyTruths(set.members.length);
      addTruth(denies, member, applies);
      continue;
    }
    const matches = principalMatches(candidate.statement, here);
    const possible = possiblePrincipalMatches(candidate.statement, here);
    for (const match of ALL_MATCHES) {
      if (((matches | possible) & match) === 0) continue;
      const granted = grants.get(match) ?? emptyTruths(set.members.length);
      grants.set(match, granted);
      addTruth(granted, member, (matches & match) === 0 ? 'unknown' : applies);
    }
  }
  return { denies, grants };
}

const ALL_MATCHES = PRINCIPAL_MATCHES.map(matchBit);

function join(sides: readonly SideMasks[]): SideMasks {
  const [first, ...others] = sides;
  if (first && others.length === 0) return first;
  const grants = new Map<number, TruthMask>();
  for (const match of new Set(sides.flatMap((side) => [...side.grants.keys()]))) {
    const granted = unionOf(sides.flatMap((side) => side.grants.get(match) ?? []));
    if (granted) grants.set(match, granted);
  }
  return { denies: unionOf(sides.flatMap(({ denies }) => denies ?? [])), grants };
}
