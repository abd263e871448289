/** Conditions of a template: true, false, or undecided because a text is known only at deploy time. */
import { hasDeployTime, splitDeployTime } from '../../../language/index.ts';
import { member, type SourceNode, toValue } from '../../../parse/index.ts';
import {
  argumentsOf,
  type Call,
  type Comparison,
  type Intrinsic,
  MOST_UNDERWAY,
  malformed,
  openNode,
  type Resolver,
  scalarText,
} from './resolver.ts';

/** @param range what asks for it */
export function conditionHolds(name: string, call: Pick<Call, 'range'>, resolver: Resolver): boolean | undefined {
  const node = resolver.template.conditions.get(name);
  if (!node) {
    const message = `the template has no condition \`${name}\``;
    resolver.report('template-unknown-name', { message, range: call.range });
    return undefined;
  }
  if (resolver.outcomes.has(name)) return resolver.outcomes.get(name);
  const mark = `condition ${name}`;
  if (resolver.underway.has(mark)) {
    const message = `the condition \`${name}\` hangs on itself`;
    resolver.report('template-malformed-function', { message, range: call.range });
    return undefined;
  }
  if (resolver.underway.size >= MOST_UNDERWAY) return undefined;
  resolver.underway.add(mark);
  const holds = evaluate(node, resolver);
  resolver.underway.delete(mark);
  resolver.outcomes.set(name, holds);
  return holds;
}

function evaluate(node: SourceNode, resolver: Resolver): boolean | undefined {
  const [only, ...others] = node.kind === 'object' ? node.members : [];
  const call = { name: only?.key ?? 'a condition', argument: only?.value ?? node, range: node.range };
  const refused = (takes: string) => void malformed(call, resolver, takes);
  if (!only || others.length > 0) return refused('one of Fn::Equals, Fn::And, Fn::Or, Fn::Not and Condition');
  switch (only.key) {
    case 'Condition': {
      const name = scalarText(only.value);
      return name === undefined ? refused('the name of a condition') : conditionHolds(name, call, resolver);
    }
    case 'Fn::Equals':
      return equals(call, resolver);
    case 'Fn::Not': {
      const [item] = argumentsOf(call, 1) ?? [];
      if (!item) return refused('a list of one condition');
      const holds = evaluate(item, resolver);
      return holds === undefined ? undefined : !holds;
    }
    case 'Fn::And':
    case 'Fn::Or': {
      const items = argumentsOf(call, 2, 10);
      if (!items) return refused('a list of two to ten conditions');
      // All of them are looked at, so that every comparison that matters is known.
      const found = items.map((item) => evaluate(item, resolver));
      const decisive = only.key === 'Fn::Or';
      if (found.includes(decisive)) return decisive;
      return found.includes(undefined) ? undefined : !decisive;
    }
    default:
      return refused('no part in a condition: Fn::Equals, Fn::And, Fn::Or, Fn::Not and Condition do');
  }
}

function equals(call: Call, resolver: Resolver): boolean | undefined {
  const items = argumentsOf(call, 2);
  if (!items) return void malformed(call, resolver, 'a list of two values');
  const [left = '', right = ''] = items.map((item) => comparable(resolver.resolve(item))).sort();
  if (left === right) return true;
  if (cannotBeEqual(left, right, resolver)) return false;
  const key = JSON.stringify([left, right]);
  const assumed = resolver.assumed.get(key);
  if (assumed === undefined) resolver.undecided.set(key, { key, left, right });
  return assumed;
}

function comparable(node: SourceNode | undefined): string {
  return node === undefined ? '' : (scalarText(node) ?? JSON.stringify(toValue(node)));
}

function cannotBeEqual(left: string, right: string, resolver: Resolver): boolean {
  const [open, fixed] = hasDeployTime(left) ? [left, right] : [right, left];
  if (hasDeployTime(fixed)) return false;
  if (!hasDeployTime(open)) return true;
  const allowed = allowedTexts(open, resolver);
  return allowed !== undefined && !allowed.includes(fixed);
}

/**
 * The values that the one parameter may have that the text consists of.
 * AWS: of a parameter of Systems Manager they are those of its key; the value that it is looked up for is not checked.
 */
function allowedTexts(text: string, { template }: Resolver): readonly string[] | undefined {
  const [only, ...others] = splitDeployTime(text);
  if (only?.kind !== 'open' || others.length > 0) return undefined;
  const parameter = template.parameters.get(only.name);
  if (scalarText(member(parameter, 'Type'))?.startsWith('AWS::SSM::Parameter::Value<')) return undefined;
  const allowed = member(parameter, 'AllowedValues');
  return allowed?.kind === 'array' ? allowed.items.map((item) => scalarText(item) ?? '') : undefined;
}

/** No text equals two others, and one that has to be among some equals one of them. */
export function isPossible(
  outcomes: ReadonlyMap<string, boolean>,
  comparisons: readonly Comparison[],
  resolver: Resolver,
): boolean {
  const byText = new Map<string, { fixed: string; holds: boolean }[]>();
  for (const { key, left, right } of comparisons) {
    if (hasDeployTime(left) === hasDeployTime(right)) continue;
    const [open, fixed] = hasDeployTime(left) ? [left, right] : [right, left];
    byText.set(open, [...(byText.get(open) ?? []), { fixed, holds: outcomes.get(key) ?? false }]);
  }
  return [...byText].every(([open, asked]) => {
    const count = asked.filter(({ holds }) => holds).length;
    const allowed = allowedTexts(open, resolver);
    const hasOther = allowed === undefined || allowed.some((value) => asked.every(({ fixed }) => fixed !== value));
    return count === 1 || (count === 0 && hasOther);
  });
}

/** The branch that is taken; open where that is undecided and the branches differ. */
export const fnIf: Intrinsic = (call, resolver) => {
  const [condition, whenTrue, whenFalse] = argumentsOf(call, 3) ?? [];
  const name = scalarText(condition);
  if (name === undefined || !whenTrue || !whenFalse) {
    return malformed(call, resolver, 'a list of three: the name of a condition and a value for either case');
  }
  const holds = conditionHolds(name, call, resolver);
  if (holds === undefined) resolver.conditions.add(name);
  if (holds !== undefined) return resolver.resolve(holds ? whenTrue : whenFalse);
  const branches = [whenTrue, whenFalse].map((branch) => resolver.resolve(branch));
  const [first, second] = branches.map((branch) => branch && JSON.stringify(toValue(branch)));
  return first === second ? branches[0] : openNode(`Fn::If ${name}`, call.range);
};
