/** What stands at an offset, explained. */
import { parseArn, parseOperator } from '../language/index.ts';
import { ELEMENT_WORDS } from './complete-elements.ts';
import type { EditingContext } from './completion.ts';
import { placeAt } from './place.ts';

export interface Hover {
  /** UTF-16 offsets of what is explained. */
  readonly from: number;
  readonly to: number;
  /** A sentence each. */
  readonly lines: readonly string[];
}

/** Undefined where nothing is known of the place. */
export function hoverAt(text: string, offset: number, context: EditingContext): Hover | undefined {
  const place = placeAt(text, offset);
  if (!place?.token) return undefined;
  const { token, path, role } = place;
  const [top, element] = path;
  const lines =
    role === 'key'
      ? keyLines(token.text, path, context)
      : top === 'Statement' && (element === 'Action' || element === 'NotAction')
        ? actionLines(token.text, context)
        : arnLines(token.text, context);
  return lines.length === 0 ? undefined : { from: token.start, to: token.end, lines };
}

function keyLines(name: string, path: readonly string[], { catalog }: EditingContext): readonly string[] {
  if (path[1] === 'Condition' && path.length === 2) return operatorLines(name);
  if (path[1] === 'Condition' && path.length === 3) {
    const key = catalog.conditionKey(name);
    if (!key) return [`no service lists the key \`${name}\``];
    const list = key.multivalued ? ', a list of values: it takes ForAllValues or ForAnyValue' : '';
    return [
      `${key.name}: ${key.type}${list}`,
      key.scope === 'global' ? 'requests to any service can carry it' : 'a key of the service',
    ];
  }
  const words = ELEMENT_WORDS[name];
  return words === undefined ? [] : [`${name}: ${words}`];
}

function operatorLines(name: string): readonly string[] {
  const use = parseOperator(name);
  if (!use) return [`\`${name}\` is no condition operator`];
  const { operator, qualifier, ifExists } = use;
  return [
    `${operator.name}: compares ${operator.valueType === 'address' ? 'addresses' : `${operator.valueType}s`}${operator.negated ? ', and holds where none of the values matches' : ''}`,
    ...(qualifier === 'ForAllValues'
      ? ['ForAllValues: every value of the request must match; true where the request has none']
      : []),
    ...(qualifier === 'ForAnyValue'
      ? ['ForAnyValue: one value of the request must match; false where the request has none']
      : []),
    ...(ifExists
      ? ['IfExists: true where the key is absent']
      : operator.negated
        ? ['true where the key is absent, too']
        : []),
  ];
}

const SHOWN = 5;

function actionLines(text: string, { catalog }: EditingContext): readonly string[] {
  if (/[*?]/.test(text)) {
    const found = catalog.expandAction(text);
    if (found.length === 0) return [`no action matches \`${text}\``];
    const levels = [...new Set(found.map(({ level }) => level))].map(
      (level) => `${found.filter((one) => one.level === level).length} ${level}`,
    );
    const more = found.length > SHOWN ? `, and ${found.length - SHOWN} more` : '';
    return [
      `${text}: ${found.length} actions (${levels.join(', ')})`,
      `${found
        .slice(0, SHOWN)
        .map(({ id }) => id)
        .join(', ')}${more}`,
    ];
  }
  const action = catalog.action(text);
  if (!action) return [];
  const { id, level, resources, dependents, permissionOnly } = action;
  const keys = catalog
    .keysOfAction(id)
    .filter(({ scope }) => scope === 'service')
    .map(({ name }) => name);
  return [
    `${id}: ${level}${permissionOnly ? ', a permission without an API call of its name' : ''}`,
    resources.length === 0
      ? 'takes no resource: Resource must be "*"'
      : `on ${resources.map(({ type }) => `${type.name} (${type.arn})`).join(', ')}`,
    ...(keys.length > 0
      ? [`condition keys: ${keys.slice(0, 8).join(', ')}${keys.length > 8 ? `, and ${keys.length - 8} more` : ''}`]
      : []),
    ...(dependents.length > 0 ? [`may need as well: ${dependents.join(', ')}`] : []),
  ];
}

function arnLines(text: string, { environment }: EditingContext): readonly string[] {
  const arn = parseArn(text);
  if (!arn) return [];
  const account = environment?.accounts.find(({ id }) => id === arn.account);
  const called = account?.name === undefined ? '' : ` (${account.name})`;
  return [
    `${arn.service}${arn.region ? ` in ${arn.region}` : ''}${arn.account ? `, account ${arn.account}${called}` : ''}`,
    `resource ${arn.resource}`,
  ];
}
