/** Operators that fit a key, keys that the actions have, values that are known. */
import { type ConditionKey, type KeyType, REGIONS } from '../catalog/index.ts';
import { CONDITION_OPERATORS, parseOperator, type ValueType } from '../language/index.ts';
import { principalArns } from './complete-principals.ts';
import type { EditingContext, Offer } from './completion.ts';

const VALUE_TYPE: Readonly<Record<KeyType, ValueType>> = {
  String: 'string',
  ARN: 'arn',
  Bool: 'boolean',
  Numeric: 'number',
  Date: 'date',
  IPAddress: 'address',
};

/** Whether the operator compares values of the key's type; `Null` asks only whether it is there. */
function fits(operator: { readonly valueType: ValueType; readonly relation: string }, key: ConditionKey): boolean {
  const types = [key.type, ...(key.alsoType ? [key.alsoType] : [])].map((type) => VALUE_TYPE[type]);
  return (
    operator.relation === 'isAbsent' ||
    types.includes(operator.valueType) ||
    (operator.valueType === 'string' && types.includes('arn'))
  );
}

/** Of the actions of the statement, each key once; the global ones where no action is known yet. */
function keysOf({ catalog }: EditingContext, actions: readonly string[]): readonly ConditionKey[] {
  const named = actions.flatMap((pattern) =>
    /[*?]/.test(pattern)
      ? catalog
          .expandAction(pattern)
          .slice(0, 40)
          .map(({ id }) => id)
      : [pattern],
  );
  const keys = named.flatMap((action) => catalog.keysOfAction(action));
  const all = [...keys, ...catalog.globalKeys()];
  return [...new Map(all.map((key) => [key.name.toLowerCase(), key])).values()];
}

/** @param keys what stands under the operator already: it must fit those */
export function operatorOffers(context: EditingContext, keys: readonly string[], typed: string): readonly Offer[] {
  const known = keys.flatMap((key) => context.catalog.conditionKey(key) ?? []);
  const qualifier = /^(ForA(?:ll|ny)Values?:)/i.exec(typed)?.[1];
  const qualifiers = qualifier
    ? [qualifier]
    : ['', ...(known.some(({ multivalued }) => multivalued) ? ['ForAllValues:', 'ForAnyValue:'] : [])];
  const fitting = CONDITION_OPERATORS.filter((operator) => known.every((key) => fits(operator, key)));
  const plain = qualifiers.flatMap((prefix) =>
    fitting.map((operator) => operatorOffer(`${prefix}${operator.name}`, operator.negated)),
  );
  const lenient = fitting
    .filter(({ relation }) => relation !== 'isAbsent')
    .map(({ name, negated }) => operatorOffer(`${qualifier ?? ''}${name}IfExists`, negated));
  const sets = qualifier
    ? []
    : [
        { label: 'ForAllValues:', detail: 'of a list: every value; also where there is none', goesOn: true },
        { label: 'ForAnyValue:', detail: 'of a list: one value at least', goesOn: true },
      ];
  return [...plain, ...lenient, ...sets];
}

function operatorOffer(label: string, negated: boolean): Offer {
  const lenient = label.endsWith('IfExists')
    ? ', or the key is absent'
    : negated
      ? ', true where the key is absent'
      : '';
  return {
    label,
    detail: `${WORDS[label.replace(/^.*:/, '').replace(/IfExists$/, '')] ?? ''}${lenient}`,
    snippet: `${JSON.stringify(label)}: { | }`,
    goesOn: true,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  StringEquals: 'the same text',
  StringLike: 'a text with * and ?',
  StringNotEquals: 'another text',
  StringNotLike: 'none of the patterns',
  Bool: 'true or false',
  IpAddress: 'within a range of addresses',
  NotIpAddress: 'outside of the ranges',
  ArnLike: 'an ARN, part by part',
  ArnEquals: 'as ArnLike',
  ArnNotLike: 'none of the ARNs',
  Null: 'true: the key is absent; false: it is there',
  DateLessThan: 'before',
  DateGreaterThan: 'after',
};

export function keyOffers(context: EditingContext, operator: string, actions: readonly string[]): readonly Offer[] {
  const use = parseOperator(operator);
  const keys = keysOf(context, actions).filter((key) => !use || fits(use.operator, key));
  const rank = (key: ConditionKey) => (key.scope === 'service' ? 0 : 1);
  return keys
    .toSorted((one, other) => rank(one) - rank(other))
    .map((key) => {
      const open = key.name.indexOf('${');
      const label = open === -1 ? key.name : key.name.slice(0, open);
      const detail = `${key.type}${key.multivalued ? ', a list' : ''}`;
      if (open !== -1) return { label, detail: `${detail}; behind it the name of the tag`, snippet: `"${label}|": ""` };
      return { label, detail, snippet: `${JSON.stringify(label)}: "|"`, goesOn: true };
    });
}

/** What the environment knows of the values of a key. */
export function valueOffers(context: EditingContext, operator: string, key: string): readonly Offer[] {
  const { catalog, environment } = context;
  const known = catalog.conditionKey(key);
  const isNull = parseOperator(operator)?.operator.relation === 'isAbsent';
  if (isNull || known?.type === 'Bool') return [{ label: 'true' }, { label: 'false' }];
  const accounts = environment?.accounts ?? [];
  const name = key.toLowerCase();
  if (/account$/.test(name))
    return accounts.map(({ id, name: called }) => ({ label: id, ...(called === undefined ? {} : { detail: called }) }));
  if (/sourcevpce$/.test(name))
    return accounts.flatMap(({ vpcEndpoints }) => vpcEndpoints.map(({ id }) => ({ label: id })));
  if (/orgid$/.test(name))
    return environment?.organization ? [{ label: environment.organization.id, detail: 'the organization' }] : [];
  if (name === 'aws:requestedregion') return REGIONS.map((label) => ({ label }));
  if (/principalarn$|sourcearn$/.test(name)) return principalArns(context);
  if (known?.type === 'IPAddress')
    return [{ label: '203.0.113.0/24', detail: 'an example: addresses of your own go here' }];
  return [];
}
