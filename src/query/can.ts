/** What somebody can do: every action that could be granted, each on the resources it can be looked at. */
import type { Caller, Environment } from '../environment/index.ts';
import type { AccessQuestion } from './access-question.ts';
import { actionsNamed } from './actions-named.ts';
import { askerOfCaller } from './asker.ts';
import { type Access, openAccess } from './open-access.ts';
import { resourcesFor } from './resources-for.ts';

export interface ActionAccess {
  readonly action: string;
  /** Of one asker. */
  readonly access: Access;
}

/** @param service prefix of the only service to look at */
export function* whatCan(
  environment: Environment,
  caller: Caller,
  question: Omit<AccessQuestion, 'action' | 'resources'> & { readonly service?: string },
): Generator<ActionAccess> {
  const { catalog, service } = question;
  const resources = resourcesFor(environment, caller, catalog);
  const askers = [askerOfCaller(caller, environment)];
  for (const action of actionsNamed(environment, caller, { catalog, service })) {
    yield { action, access: openAccess(environment, { ...question, action, resources: resources(action) }, askers) };
  }
}
