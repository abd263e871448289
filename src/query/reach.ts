/** Where somebody can get to: the roles they can take on or have a service use for them, hop by hop. */
import { type Environment, serviceCaller } from '../environment/index.ts';
import { ESCALATIONS, type Escalation } from '../lint/index.ts';
import type { AccessQuestion } from './access-question.ts';
import { type Asker, askerOfCaller } from './asker.ts';
import { callersByArn } from './callers-by-arn.ts';
import { type Access, type AccessVerdict, openAccess } from './open-access.ts';
import { exampleResources, resourcesFor } from './resources-for.ts';

/** One call of a hop, and who makes it. */
export interface ReachStep {
  readonly asker: Asker;
  readonly action: string;
  readonly resource: string;
  readonly access: Access;
  /** Positions in `access`. */
  readonly at: readonly [asker: number, resource: number];
  readonly verdict: AccessVerdict;
}

export interface ReachHop {
  readonly kind: 'assume' | 'pass';
  /** The service that uses the role. */
  readonly service?: string;
  /** What whoever has the rights of `steps` can do. */
  readonly what: string;
  /** All must be allowed; the first that is not says why the hop fails. */
  readonly steps: readonly ReachStep[];
  /** Of the steps the worst. */
  readonly verdict: AccessVerdict;
}

/** Somebody who was reached, or would be if the hop did not fail. */
export interface Reached {
  readonly asker: Asker;
  /** ARN of the role; of the one who began, of the user or role. */
  readonly arn: string;
  /** Position of the one before, in the same list; -1 for the beginning. */
  readonly from: number;
  readonly depth: number;
  readonly hop?: ReachHop;
  /** May change every permission of its account. */
  readonly isAdmin: boolean;
}

export type ReachQuestion = Omit<AccessQuestion, 'action' | 'resources'>;

/** Hops are followed no further. */
const MOST_HOPS = 6;

/**
 * In the order in which they are reached, the nearest first; each role once, failed hops behind the roles they would lead from.
 * Yields between hops, since a large environment takes its time.
 */
export function* reachFrom(
  environment: Environment,
  start: Asker,
  question: ReachQuestion,
): Generator<undefined, readonly Reached[]> {
  const roles = environment.accounts.flatMap((account) => account.roles.map(({ arn }) => arn));
  const sessions = callersByArn(environment);
  const found: Reached[] = [];
  const known = new Set<string>();
  const add = (one: Omit<Reached, 'isAdmin'>, isThere: boolean): void => {
    if (isThere) known.add(one.arn);
    found.push({ ...one, isAdmin: isThere && isAdministrator(environment, one.asker, question) });
  };
  add({ asker: start, arn: arnOf(start), from: -1, depth: 0 }, true);
  for (let from = 0; from < found.length; from++) {
    const one = found[from];
    if (!one || one.depth >= MOST_HOPS || one.hop?.verdict === 'denied') continue;
    const open = roles.filter((role) => !known.has(role));
    if (open.length === 0) continue;
    const failed: { readonly role: string; readonly asker: Asker; readonly hop: ReachHop }[] = [];
    for (const [role, hop] of hopsFrom(environment, one.asker, open, question)) {
      const caller = sessions.get(role);
      if (!caller || known.has(role)) continue;
      const asker = askerOfCaller(caller, environment);
      // An administrator opens any door: that some are closed so far says nothing.
      if (hop.verdict === 'denied') failed.push(...(one.isAdmin ? [] : [{ role, asker, hop }]));
      else add({ asker, arn: role, from, depth: one.depth + 1, hop }, true);
      yield undefined;
    }
    for (const { role, asker, hop } of failed) {
      if (!known.has(role)) add({ asker, arn: role, from, depth: one.depth + 1, hop }, false);
    }
    yield undefined;
  }
  return found;
}

function arnOf({ caller: { principal, label } }: Asker): string {
  return principal.roleArn ?? principal.arn ?? label;
}

/** Those that are allowed, or could be, and those to assume a role that only one of the two sides allows. */
function* hopsFrom(
  environment: Environment,
  asker: Asker,
  roles: readonly string[],
  question: ReachQuestion,
): Generator<readonly [role: string, ReachHop]> {
  const assume = openAccess(environment, { ...question, action: 'sts:AssumeRole', resources: roles }, [asker]);
  for (const [index, role] of assume.resources.entries()) {
    const step = stepOf(asker, 'sts:AssumeRole', assume, index);
    if (step.verdict === 'denied' && !hasOneSide(step)) continue;
    yield [role, { kind: 'assume', what: 'take the role on', steps: [step], verdict: step.verdict }];
  }
  for (const escalation of ESCALATIONS) {
    if (escalation.passedTo !== undefined) yield* passingHops(environment, asker, { roles, escalation, question });
  }
}

function stepOf(asker: Asker, action: string, access: Access, resource: number): ReachStep {
  const at = [0, resource] as const;
  const verdict = access.verdict(0, resource);
  return { asker, action, resource: access.resources[resource] ?? '*', access, at, verdict };
}

/** The trust policy or the identity-based one allows it: half a way is worth a look. */
function hasOneSide({ access, at }: ReachStep): boolean {
  const { layers } = access.detail(...at).result;
  return layers.some(({ layer, allows }) => (layer === 'identity' || layer === 'trust') && allows !== 'no');
}

interface Passing {
  readonly roles: readonly string[];
  readonly escalation: Escalation;
  readonly question: ReachQuestion;
}

/** A role is passed to a service that it trusts, and made use of there. */
function* passingHops(
  environment: Environment,
  asker: Asker,
  { roles, escalation: { actions, passedTo = '', what }, question }: Passing,
): Generator<readonly [role: string, ReachHop]> {
  const service = `${passedTo}.amazonaws.com`;
  const [pass = '', ...rest] = actions;
  const given = { ...question.given, 'iam:PassedToService': service };
  const passed = openAccess(environment, { ...question, given, action: pass, resources: roles }, [asker]);
  const allowed = [...passed.resources.keys()].filter((index) => passed.verdict(0, index) !== 'denied');
  if (allowed.length === 0) return;
  const resources = resourcesFor(environment, asker.caller, question.catalog);
  const uses = rest.map((action) => {
    const access = openAccess(environment, { ...question, action, resources: resources(action) }, [asker]);
    const verdicts = access.resources.map((_, index) => access.verdict(0, index));
    const best = verdicts.indexOf('allowed');
    return stepOf(asker, action, access, best >= 0 ? best : Math.max(0, verdicts.indexOf('conditional')));
  });
  if (uses.some(({ verdict }) => verdict === 'denied')) return;
  const named = allowed.flatMap((index) => passed.resources[index] ?? []);
  const servant = askerOfCaller(serviceCaller(service), environment);
  const trusts = openAccess(environment, { ...question, action: 'sts:AssumeRole', resources: named }, [servant]);
  for (const [index, position] of allowed.entries()) {
    const trust = stepOf(servant, 'sts:AssumeRole', trusts, index);
    if (trust.verdict === 'denied') continue;
    const steps = [stepOf(asker, pass, passed, position), ...uses, trust];
    const verdict = steps.some((step) => step.verdict === 'conditional') ? 'conditional' : 'allowed';
    yield [named[index] ?? '', { kind: 'pass', service, what, steps, verdict }];
  }
}

/** It may change every permission in IAM: what it has not, it can give itself. */
function isAdministrator(environment: Environment, asker: Asker, question: ReachQuestion): boolean {
  if (asker.kind === 'root') return true;
  const { catalog } = question;
  const actions = (catalog.service('iam')?.actions ?? []).filter(({ level }) => level === 'Permissions management');
  return actions.every(({ id }) => {
    const resources = exampleResources(id, asker.caller, catalog);
    const access = openAccess(environment, { ...question, action: id, resources }, [asker]);
    return resources.every((_, index) => access.verdict(0, index) === 'allowed');
  });
}
