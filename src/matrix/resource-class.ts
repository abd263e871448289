/** Resources that the decision flow treats alike: one owner, one kind, one way through the organization and the endpoint. */
import { type RequestView, SITUATION_KEYS, situationOf } from '../evaluate/index.ts';
import { parseArn } from '../language/index.ts';
import { addMember, emptyMask, type Mask } from './mask.ts';
import type { MatrixResource } from './matrix-question.ts';
import { type ResourceSet, valuesOf } from './resource-set.ts';

export interface ResourceClass {
  readonly members: Mask;
  readonly example: MatrixResource;
}

/** @param view any caller's: what is compared here does not depend on it */
export function resourceClasses(set: ResourceSet, view: RequestView): readonly ResourceClass[] {
  const classes = new Map<string, ResourceClass>();
  const numbers = new Map<object, number>();
  const numberOf = (list: object | undefined) => {
    if (!list) return undefined;
    const number = numbers.get(list) ?? numbers.size;
    numbers.set(list, number);
    return number;
  };
  set.members.forEach((example, member) => {
    const { resource, resourceAccount, resourceAccountIsManagement, policies } = example;
    const request = { ...view.request, resource };
    const { resourceLayer, resourcePolicyMandatory, callerSideOnly } = situationOf(request, policies, view.settings);
    const arn = parseArn(resource);
    const name = JSON.stringify([
      [resource === '*', arn?.partition, resourceAccount ?? arn?.account, resourceAccountIsManagement],
      [resourceLayer, resourcePolicyMandatory, callerSideOnly],
      [numberOf(policies.rcps), numberOf(policies.vpce)],
      valuesOf(example, SITUATION_KEYS),
    ]);
    const found = classes.get(name) ?? { members: emptyMask(set.members.length), example };
    classes.set(name, found);
    addMember(found.members, member);
  });
  return [...classes.values()];
}
