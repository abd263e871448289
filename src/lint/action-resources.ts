/** Which resource values can be meant by which actions: found out once per pair. */
import type { ActionFacts } from './action-facts.ts';
import type { ResourceFacts } from './resource-facts.ts';
import type { Knowledge } from './subject.ts';

const ANSWERS = new WeakMap<ActionFacts, Map<ResourceFacts, boolean>>();

/** Can a request for the action, or for one of those that the pattern stands for, name the resource? */
export function isFor(action: ActionFacts, resource: ResourceFacts, know: Knowledge): boolean {
  // A broken ARN is told by the checks on ARNs.
  if (!resource.arn) return true;
  let answers = ANSWERS.get(action);
  if (!answers) {
    answers = new Map();
    ANSWERS.set(action, answers);
  }
  let answer = answers.get(resource);
  if (answer === undefined) {
    answer = action.actions.some((one) => know.catalog.resourceTypesMatching(one.id, resource.text).length > 0);
    answers.set(resource, answer);
  }
  return answer;
}
