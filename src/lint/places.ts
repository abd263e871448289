/** Where the parts of a statement stand, as JSON pointers and ranges; worked out only for what is reported. */
import { type Member, pointerStep, type SourceNode } from '../parse/index.ts';
import type { Place } from './check.ts';
import type { ConditionView, StatementView } from './statement-view.ts';
import type { Subject } from './subject.ts';

/** The document as a whole, by its first character. */
export function atDocument({ path, node }: Subject): Place {
  return { path, range: node.range && { start: node.range.start, end: node.range.start + 1 } };
}

/** The statement as a whole. */
export function atStatement({ path, node }: StatementView): Place {
  return { path, range: node.range };
}

/** An element: its value. */
export function atElement(view: StatementView, name: string): Place {
  const found = memberOf(view.node, name);
  return { path: `${view.path}/${name}`, range: found?.value.range ?? view.node.range };
}

/** One value of Action or NotAction. */
export function atAction(view: StatementView, index: number): Place {
  return atItem(view, view.notAction ? 'NotAction' : 'Action', index);
}

/** The element Action or NotAction. */
export function atActions(view: StatementView): Place {
  return atElement(view, view.notAction ? 'NotAction' : 'Action');
}

/** One value of Resource or NotResource. */
export function atResource(view: StatementView, index: number): Place {
  return atItem(view, view.notResource ? 'NotResource' : 'Resource', index);
}

/** The element Resource or NotResource. */
export function atResources(view: StatementView): Place {
  return atElement(view, view.notResource ? 'NotResource' : 'Resource');
}

function atItem(view: StatementView, name: string, index: number): Place {
  return stepInto(memberOf(view.node, name)?.value, `${view.path}/${name}`, index);
}

/** The item of a list, or the one value that stands for a list. */
function stepInto(node: SourceNode | undefined, path: string, index: number): Place {
  if (node?.kind !== 'array') return { path, range: node?.range };
  return { path: path + pointerStep(index), range: node.items[index]?.range };
}

/** A condition: operator and key. */
export function atCondition(view: StatementView, { entry }: ConditionView): Place {
  const found = keyMember(view, entry.operator, entry.key);
  const path = `${view.path}/Condition${pointerStep(entry.operator)}${pointerStep(entry.key)}`;
  return { path, range: entry.range ?? found?.value.range };
}

/** One value of a condition. */
export function atValue(view: StatementView, { entry }: ConditionView, index: number): Place {
  const path = `${view.path}/Condition${pointerStep(entry.operator)}${pointerStep(entry.key)}`;
  return stepInto(keyMember(view, entry.operator, entry.key)?.value, path, index);
}

function keyMember(view: StatementView, operator: string, key: string): Member | undefined {
  return memberOf(memberOf(memberOf(view.node, 'Condition')?.value, operator)?.value, key);
}

/** One principal, by its position among all of the element. */
export function atPrincipal(view: StatementView, index: number): Place {
  const name = view.notPrincipal ? 'NotPrincipal' : 'Principal';
  const node = memberOf(view.node, name)?.value;
  const whole = { path: `${view.path}/${name}`, range: node?.range };
  if (node?.kind !== 'object') return whole;
  let left = index;
  for (const { key, value } of node.members) {
    const count = value.kind === 'array' ? value.items.length : 1;
    if (left < count) return stepInto(value, whole.path + pointerStep(key), left);
    left -= count;
  }
  return whole;
}

function memberOf(node: SourceNode | undefined, key: string): Member | undefined {
  return node?.kind === 'object' ? node.members.find((member) => member.key === key) : undefined;
}
