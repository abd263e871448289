/** Callers and resources of an environment as a matrix takes them. */
import {
  callerSide,
  contextOf,
  type Environment,
  multivaluedIn,
  organizationPlace,
  type Target,
  targetSide,
} from '../environment/index.ts';
import type { Policy, RequestContext } from '../language/index.ts';
import type { MatrixCaller, MatrixResource } from '../matrix/index.ts';
import type { AccessQuestion } from './access-question.ts';
import type { Asker } from './asker.ts';
import { isRouteGiven, isRouteKey } from './open-keys.ts';

/** Whoever it is in an account that is not described, its ARN and kind are not known. */
const NOT_OF_ACCOUNTS = new Set(['aws:principalarn', 'aws:principaltype']);

export function matrixCaller(environment: Environment, asker: Asker, question: AccessQuestion): MatrixCaller {
  const { principal, identity, boundary, session } = asker.caller;
  const { keys } = callerSide(environment, asker.caller, question.from);
  // An empty value says that the key is there and what it holds is not known: it stays open.
  const known = keys.filter(
    ({ key, value }) => value !== '' && !(asker.kind === 'account' && NOT_OF_ACCOUNTS.has(key.toLowerCase())),
  );
  const scps = organizationPlace(environment, principal.account)?.scps;
  return {
    principal,
    context: contextOf(known, question.given, multivaluedIn(question.catalog)),
    policies: {
      ...(identity ? { identity } : {}),
      ...(boundary ? { boundary: listOf(boundary) } : {}),
      ...(session?.policies ? { session: session.policies } : {}),
      ...(scps ? { scps } : {}),
    },
  };
}

const LISTS = new WeakMap<Policy, readonly Policy[]>();

/** One list for each policy, however many callers have it. */
function listOf(policy: Policy): readonly Policy[] {
  const list = LISTS.get(policy) ?? [policy];
  LISTS.set(policy, list);
  return list;
}

export function matrixResource(environment: Environment, target: Target, question: AccessQuestion): MatrixResource {
  const { resource, owner, resourcePolicy, trust } = target;
  const { keys, endpoint } = targetSide(environment, target, question.from);
  const place = organizationPlace(environment, owner);
  return {
    resource,
    ...(owner === undefined ? {} : { resourceAccount: owner }),
    ...(place?.isManagement ? { resourceAccountIsManagement: true } : {}),
    context: ungiven(
      contextOf(
        keys.filter(({ key }) => isRouteGiven(question.from) || !isRouteKey(key.toLowerCase())),
        {},
        multivaluedIn(question.catalog),
      ),
      question,
    ),
    policies: {
      ...(resourcePolicy ? { resource: resourcePolicy } : {}),
      ...(trust ? { trust } : {}),
      ...(place ? { rcps: place.rcps } : {}),
      ...(endpoint?.policy ? { vpce: listOf(endpoint.policy) } : {}),
    },
  };
}

/** Keys that were given follow the caller, and count instead of what follows the resource. */
function ungiven(context: RequestContext, { given }: AccessQuestion): RequestContext {
  const names = new Set(Object.keys(given).map((key) => key.toLowerCase()));
  return Object.fromEntries(Object.entries(context).filter(([key]) => !names.has(key.toLowerCase())));
}
