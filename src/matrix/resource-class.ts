/** Resources that the decision flow treats alike: one owner, one kind, one way through the organization and the endpoint. */
import { type RequestView, SITUATION_KEYS, situationOf } from '../evaluate/index.ts';
import { parseArn } from '../language/index.ts';
import type { MatrixResource } from './matrix-question.ts';
import { valuesOf } from './resource-facets.ts';

/** Names the classes of resources. */
export type ClassNamer = (resource: MatrixResource) => string;

/** @param view any caller's: what is compared here does not depend on it */
export function classNamer(view: RequestView): ClassNamer {
  const numbers = new Map<object, number>();
  const numberOf = (list: object | undefined) => {
    if (!list) return undefined;
    const number = numbers.get(list) ?? numbers.size;
    numbers.set(list, number);
    return number;
  };
  return (target) => {
    const { resource, resourceAccount, resourceAccountIsManagement, policies } = target;
    const request = { ...view.request, resource };
    const { resourceLayer, resourcePolicyMandatory, callerSideOnly, onServiceLinkedRole } = situationOf(
      request,
      policies,
      view.settings,
    );
    const arn = parseArn(resource);
    return JSON.stringify([
      [resource === '*', arn?.partition, resourceAccount ?? arn?.account, resourceAccountIsManagement],
      [resourceLayer, resourcePolicyMandatory, callerSideOnly, onServiceLinkedRole],
      [numberOf(policies.rcps), numberOf(policies.vpce)],
      valuesOf(target, SITUATION_KEYS),
    ]);
  };
}
