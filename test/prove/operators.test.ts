/** The prover has an answer to each of the 27 operators: a request where one can be, and a proof where none can. */
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { decide } from '../../src/evaluate/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { CONDITION_OPERATORS, RELATIONS, type ValueType } from '../../src/language/index.ts';
import { ANY_USER, findRequest } from '../../src/prove/index.ts';
import { statement } from '../helpers/policies.ts';

const catalog = openCatalog(catalogFiles());

/** A key of each type, and values of which the second lies within no other, or above the first. */
const SUBJECTS: Readonly<Record<ValueType, readonly [string, string, string]>> = {
  string: ['s3:prefix', 'a', 'b'],
  number: ['s3:max-keys', '10', '20'],
  date: ['aws:CurrentTime', '2024-01-01', '2025-01-01'],
  boolean: ['aws:SecureTransport', 'true', 'false'],
  binary: ['ex:Digest', 'QUJD', 'QQ=='],
  address: ['aws:SourceIp', '10.0.0.0/8', '192.0.2.0/24'],
  arn: ['aws:SourceArn', 'arn:aws:s3:::a', 'arn:aws:s3:::b'],
};

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

function between(allows: Condition, not: Condition) {
  const of = (Condition: Condition) => ({
    identity: [statement('identity', { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition })],
  });
  const [allowedBy, notAllowedBy] = [of(allows), of(not)];
  const asked = { principal: ANY_USER, actions: ['s3:GetObject'] };
  return { result: findRequest({ allowedBy, notAllowedBy, asked, catalog }), allowedBy, notAllowedBy };
}

describe('of the condition operators', () => {
  it('each relation is one of some operator', () => {
    expect(new Set(CONDITION_OPERATORS.map(({ relation }) => relation))).toEqual(new Set(RELATIONS));
    expect(CONDITION_OPERATORS).toHaveLength(27);
  });

  it.each(CONDITION_OPERATORS)('$name on one value is not the same as on another', ({ name, valueType }) => {
    const [key, one, other] = SUBJECTS[valueType];
    const forms: readonly (readonly [Condition, Condition])[] = [
      [{ [name]: { [key]: one } }, { [name]: { [key]: other } }],
      [{ [name]: { [key]: other } }, { [name]: { [key]: one } }],
    ];
    const found = forms.map(([mine, theirs]) => between(mine, theirs));
    // Of an order, one of the two directions is within the other.
    const isOrder = /LessThan|GreaterThan/.test(name);
    const kinds = found.map(({ result }) => result.kind).sort();
    expect(kinds).toEqual(isOrder ? ['counterexample', 'proved'] : ['counterexample', 'counterexample']);
    for (const { result, allowedBy, notAllowedBy } of found) {
      if (result.kind !== 'counterexample') continue;
      expect(decide(allowedBy, result.request)?.decision).toBe('allowed');
      expect(decide(notAllowedBy, result.request)?.decision).toBe('implicitDeny');
    }
  });

  it.each(CONDITION_OPERATORS)('$name is within itself and within a list that has its value', (operator) => {
    const { name, valueType, negated } = operator;
    const [key, one, other] = SUBJECTS[valueType];
    const [single, both]: readonly Condition[] = [{ [name]: { [key]: one } }, { [name]: { [key]: [other, one] } }];
    if (!single || !both) throw new Error('two conditions are compared');
    expect(between(single, single).result.kind).toBe('proved');
    // Under a negation a longer list asks more.
    const [mine, theirs] = negated ? [both, single] : [single, both];
    expect(between(mine, theirs).result.kind).toBe('proved');
  });

  it.each(CONDITION_OPERATORS.filter(({ relation }) => relation !== 'isAbsent'))(
    '$name with IfExists allows more by the absent key alone, and only where it is not negated',
    (operator) => {
      const { name, valueType, negated } = operator;
      const [key, one] = SUBJECTS[valueType];
      const { result } = between({ [`${name}IfExists`]: { [key]: one } }, { [name]: { [key]: one } });
      if (negated) expect(result).toEqual({ kind: 'proved' });
      else expect(result).toMatchObject({ kind: 'counterexample', request: { context: {} } });
      expect(between({ [name]: { [key]: one } }, { [`${name}IfExists`]: { [key]: one } }).result.kind).toBe('proved');
      const present = { Null: { [key]: 'false' } };
      const lax = between({ [`${name}IfExists`]: { [key]: one }, ...present }, { [name]: { [key]: one }, ...present });
      expect(lax.result.kind).toBe('proved');
    },
  );

  it.each(CONDITION_OPERATORS)('$name allowed and denied leaves nothing', ({ name, valueType }) => {
    const [key, one] = SUBJECTS[valueType];
    const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: { [name]: { [key]: one } } };
    const allowedBy = {
      identity: [statement('identity', allow), statement('identity', { ...allow, Effect: 'Deny' })],
    };
    expect(findRequest({ allowedBy, asked: { principal: ANY_USER, actions: ['s3:GetObject'] }, catalog }).kind).toBe(
      'proved',
    );
  });
});
