/** What the catalog knows, for people. */
import type { ConditionKey, ManagedPolicy, Service, ServiceAction } from '../catalog/index.ts';

export function formatAction(action: ServiceAction): string {
  const lines = [
    `${action.id}  ${action.level}${action.permissionOnly ? '  (a permission, no API call)' : ''}`,
    action.resources.length === 0 ? '  takes no resource: use "Resource": "*"' : '  resources (* = always):',
    ...action.resources.map(({ type, required }) => `    ${type.name}${required ? '*' : ''}  ${type.arn}`),
  ];
  const keys = [
    ...new Set([...action.conditionKeys, ...action.resources.flatMap(({ conditionKeys }) => conditionKeys)]),
  ];
  if (keys.length > 0) lines.push(`  condition keys: ${keys.sort().join(', ')}`);
  if (action.dependents.length > 0) lines.push(`  also needs: ${action.dependents.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

/** A wildcard's expansion: each action with its access level, then the count. */
export function formatActions(pattern: string, actions: readonly ServiceAction[]): string {
  const width = Math.max(...actions.map(({ id }) => id.length));
  const lines = actions.map(({ id, level }) => `  ${id.padEnd(width)}  ${level}`);
  const levels = [...new Set(actions.map(({ level }) => level))].map(
    (level) => `${actions.filter((one) => one.level === level).length} ${level}`,
  );
  return `${pattern} stands for ${actions.length} actions (${levels.join(', ')}):\n${lines.join('\n')}\n`;
}

export function formatService(service: Service): string {
  const actions = [...service.actions.values()];
  const levels = [...new Set(actions.map(({ level }) => level))].map(
    (level) => `${actions.filter((one) => one.level === level).length} ${level}`,
  );
  const types = [...service.resourceTypes.values()].map(({ name, arn }) => `    ${name}  ${arn}`);
  return `${service.prefix}  ${service.title}\n  ${actions.length} actions: ${levels.join(', ')}\n  resource types:\n${types.join('\n')}\n`;
}

export function formatKey(key: ConditionKey): string {
  const values = key.multivalued ? 'multivalued: needs ForAllValues or ForAnyValue' : 'single-valued';
  return `${key.name}  ${key.type}${key.alsoType ? ` or ${key.alsoType}` : ''}, ${values}, ${key.scope === 'global' ? 'global' : 'of the service'}\n`;
}

/** The document with a line above that says which version of it this is. */
export function formatManagedPolicy(policy: ManagedPolicy): string {
  const version = policy.version ? `, ${policy.version}` : '';
  const date = policy.date ? ` of ${policy.date}` : '';
  return `${policy.arn}${version}${date}, ${policy.size} characters without white space\n${policy.text}\n`;
}
