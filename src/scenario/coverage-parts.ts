/** The parts of a statement that cases put to the test: each value of its elements, each outcome of its conditions. */
import { isAlwaysPresent } from '../language/condition-keys.ts';
import {
  type Location,
  locationIn,
  type PolicyDocument,
  parseOperator,
  type Statement,
  type StatementTrace,
  type Text,
} from '../language/index.ts';

export interface CoveredValue {
  readonly element: 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Principal' | 'NotPrincipal';
  readonly value: string;
  /** Some case met the value while the other elements of the statement matched. */
  readonly covered: boolean;
  readonly location?: Location;
}

/** Of a key that was there, `true` or `false`; `absent`: it was not, whatever the condition made of that. */
export type ConditionOutcome = 'true' | 'false' | 'absent';

export interface CoveredCondition {
  readonly operator: string;
  readonly key: string;
  /** The outcomes that are possible. */
  readonly wanted: readonly ConditionOutcome[];
  /** Those that some case met while all elements of the statement matched. */
  readonly seen: readonly ConditionOutcome[];
  readonly location?: Location;
}

/** Which parts of one statement were seen; how they are named is nobody else's business. */
export type Parts = ReadonlySet<string>;

/** What one evaluation shows of a statement. */
export function partsSeen({ principal, action, resource, conditions }: StatementTrace): Set<string> {
  const seen = new Set<string>();
  const matches = {
    principal: (principal?.matches ?? 'yes') === 'yes',
    action: action.matches === 'yes',
    resource: (resource?.matches ?? 'yes') === 'yes',
  };
  const add = (name: string, values: readonly { readonly matches: string }[]) => {
    for (const [index, value] of values.entries()) if (value.matches === 'yes') seen.add(`${name} ${index}`);
  };
  if (matches.principal && matches.resource) add('Action', action.values);
  if (matches.principal && matches.action) add('Resource', resource?.values ?? []);
  if (matches.action && matches.resource && principal?.value !== undefined) seen.add(`Principal ${principal.value}`);
  if (!matches.principal || !matches.action || !matches.resource) return seen;
  for (const [index, { holds, reason }] of conditions.entries()) {
    if (reason.startsWith('key-absent')) seen.add(`Condition ${index} absent`);
    else if (holds !== 'unknown') seen.add(`Condition ${index} ${holds === 'yes'}`);
  }
  return seen;
}

export function coveredValues(statement: Statement, document: PolicyDocument, seen: Parts): CoveredValue[] {
  const { action, resource, principal } = statement;
  const of = (name: 'Action' | 'Resource' | 'Principal', not: boolean, values: readonly Text[]) =>
    values.map(({ value, range }, index): CoveredValue => {
      const location = locationIn(document, range);
      return {
        element: not ? `Not${name}` : name,
        value,
        covered: seen.has(`${name} ${name === 'Principal' ? value : index}`),
        ...(location ? { location } : {}),
      };
    });
  return [
    // Whom a NotPrincipal spares the trace does not tell.
    ...(principal && !principal.not ? of('Principal', false, principal.entries) : []),
    ...of('Action', action.not, action.values),
    ...(resource ? of('Resource', resource.not, resource.values) : []),
  ];
}

const OUTCOMES: readonly ConditionOutcome[] = ['true', 'false', 'absent'];

export function coveredConditions(
  { conditions }: Statement,
  document: PolicyDocument,
  seen: Parts,
): CoveredCondition[] {
  return conditions.map(({ operator, key, range }, index) => {
    const location = locationIn(document, range);
    const isNull = parseOperator(operator)?.operator.relation === 'isAbsent';
    const wanted = OUTCOMES.filter(
      (outcome) => outcome !== 'absent' || !(isNull || isAlwaysPresent(key.toLowerCase())),
    );
    return {
      operator,
      key,
      wanted,
      seen: OUTCOMES.filter((outcome) => seen.has(`Condition ${index} ${outcome}`)),
      ...(location ? { location } : {}),
    };
  });
}
