/** Actions in groups of which every statement says the same: one of each group stands for all. */
import type { Catalog, ServiceAction } from '../catalog/index.ts';
import { compilePolicy } from '../compile/index.ts';
import { type PoliciesInPlay, policiesIn, type Statement } from '../language/index.ts';

export interface ActionGroup {
  /** In the catalog's order; the first stands for all. */
  readonly actions: readonly ServiceAction[];
}

/** @param within action patterns; all actions without it */
export function actionGroups(
  stacks: readonly PoliciesInPlay[],
  catalog: Catalog,
  within: readonly string[] = ['*'],
): readonly ActionGroup[] {
  const statements = [...new Set(stacks.flatMap(policiesIn).flatMap((policy) => compilePolicy(policy).statements))].map(
    ({ statement }) => statement,
  );
  const marks = new Map<string, string>();
  for (const [index, { action }] of statements.entries()) {
    for (const { id } of new Set(
      action.values.flatMap(({ value }) => (value === '*' ? [] : catalog.expandAction(value))),
    )) {
      marks.set(id, `${marks.get(id) ?? ''} ${index}`);
    }
  }
  const groups = new Map<string, ServiceAction[]>();
  const about = new Set(statements.flatMap(servicesIn));
  // Whether RCPs reach a service, and what a service with a wildcard is, differs from service to service.
  const each = stacks.some(({ rcps }) => rcps !== undefined) || [...about].some((service) => /[*?]/.test(service));
  for (const action of new Set(within.flatMap((pattern) => catalog.expandAction(pattern)))) {
    // Services that have rules of their own, and those that resources are named of, are groups by themselves.
    const service = each || about.has(action.service) || OWN_RULES.has(action.service) ? action.service : '';
    const takes = action.resources.map(({ type }) => type.name).join();
    const rule = OWN_RULES.has(action.service) ? action.name : '';
    const key = [marks.get(action.id) ?? '', service, service === '' ? takes === '' : takes, rule].join('|');
    const group = groups.get(key);
    if (group) group.push(action);
    else groups.set(key, [action]);
  }
  return [...groups.values()].map((actions) => ({ actions }));
}

const OWN_RULES: ReadonlySet<string> = new Set(['sts', 'iam', 's3', 'kms']);

/** The services of a statement's actions and resources. */
function servicesIn({ action, resource }: Statement): readonly string[] {
  return [
    ...action.values.map(({ value }) => value.slice(0, Math.max(0, value.indexOf(':'))).toLowerCase()),
    ...(resource?.values.flatMap(({ value }) => (value === '*' ? [] : (value.split(':')[2] ?? '*'))) ?? []),
  ];
}
