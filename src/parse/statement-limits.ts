/** What statements of a policy type may not do although their elements are all there (A41). */
import {
  type ConditionEntry,
  type Effect,
  hasDeployTime,
  type ListElement,
  type PrincipalElement,
} from '../language/index.ts';
import { type PolicyReader, report } from './policy-reader.ts';
import type { Member } from './source-node.ts';

/** A statement as far as it could be read. */
interface Elements {
  readonly effect: Effect | undefined;
  readonly action: ListElement | undefined;
  readonly principal: PrincipalElement | undefined;
  readonly resource: ListElement | undefined;
  readonly conditions: readonly ConditionEntry[];
}

/** Reports each departure at its own place. */
export function checkLimits(
  elements: Elements,
  place: { path: string; members: ReadonlyMap<string, Member> },
  reader: PolicyReader,
): void {
  const { type } = reader;
  const { effect, action, principal } = elements;
  if (isFullAccess(elements)) return;
  const at = (key: string) => ({ path: `${place.path}/${key}`, range: place.members.get(key)?.value.range });
  if (effect && !type.effects.includes(effect)) {
    const message = `a ${type.title} of one's own does not say \`${effect}\``;
    report(reader, 'rcp-effect', { message, ...at('Effect') });
  }
  const isEverybody = principal?.entries.every(
    ({ kind, value }) => (kind === 'AWS' && value === '*') || hasDeployTime(value),
  );
  if (type.principals === 'everybody' && principal && !principal.not && !isEverybody) {
    report(reader, 'rcp-principal', { message: `a ${type.title} speaks of everybody`, ...at('Principal') });
  }
  if (action?.not && type.notAction === 'forbidden') {
    const range = place.members.get('NotAction')?.keyRange;
    const message = `a ${type.title} takes no \`NotAction\``;
    report(reader, 'rcp-action', { message, path: `${place.path}/NotAction`, range });
  }
  const everything = action?.values.find(({ value }) => value === '*');
  if (everything && !action?.not && type.everyAction === 'forbidden') {
    const message = `the action \`*\` of a ${type.title} names no service`;
    report(reader, 'rcp-action', { message, path: `${place.path}/Action`, range: everything.range });
  }
}

/** A42: RCPFullAWSAccess, which allows everything to everybody. */
function isFullAccess({ effect, action, principal, resource, conditions }: Elements): boolean {
  const isStar = (element: { not: boolean; values: readonly { value: string }[] } | undefined) =>
    element?.not === false && element.values.length === 1 && element.values[0]?.value === '*';
  const everybody = principal && { not: principal.not, values: principal.entries };
  return effect === 'Allow' && isStar(action) && isStar(resource) && isStar(everybody) && conditions.length === 0;
}
