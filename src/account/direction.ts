/** What a change does to what is allowed, and in which phase that puts it. */
import type { Catalog } from '../catalog/index.ts';
import type { Policy, PolicyType, Settings } from '../language/index.ts';
import { comparePolicies, everything, type PolicyComparison } from '../prove/index.ts';
import type { Direction, Phase } from './plan.ts';

export interface Judge {
  readonly catalog: Catalog;
  readonly settings: Settings;
}

export interface Replacement {
  readonly type: PolicyType;
  /** Undefined: there is none; of a boundary, that nothing is limited. */
  readonly before: Policy | undefined;
  readonly after: Policy | undefined;
}

/**
 * What the policy alone allows, or of identity policies with a Deny what is left beside a policy that allows everything.
 */
export function compareReplacement(replacement: Replacement, judge: Judge): PolicyComparison {
  const alone = comparePolicies({ ...limited(replacement), ...judge });
  return alone.comparison === 'equivalent' && hasDeny(replacement) ? compareBeside(replacement, judge) : alone;
}

export function directionOf(replacement: Replacement, judge: Judge): Direction {
  const comparisons = [comparePolicies({ ...limited(replacement), ...judge })];
  if (hasDeny(replacement)) comparisons.push(compareBeside(replacement, judge));
  if (comparisons.some(({ unknown }) => unknown.length > 0)) return 'unknown';
  const gains = comparisons.some(({ gained }) => gained.length > 0);
  const loses = comparisons.some(({ lost }) => lost.length > 0);
  if (gains && loses) return 'both';
  return gains ? 'widens' : loses ? 'tightens' : 'neither';
}

export function phaseOf(direction: Direction): Phase {
  switch (direction) {
    case 'tightens':
      return 'tighten';
    case 'widens':
      return 'widen';
    case 'both':
    case 'neither':
    case 'unknown':
      return 'turn';
    default:
      return direction satisfies never;
  }
}

/** Only policies that are united with others can take away what the others give. */
function hasDeny({ type, before, after }: Replacement): boolean {
  const statements = [before, after].flatMap((one) => one?.document.statements ?? []);
  return type === 'identity' && statements.some(({ effect }) => effect === 'Deny');
}

function compareBeside({ type, before, after }: Replacement, judge: Judge): PolicyComparison {
  const beside = everything(type);
  const withIt = (one: Policy | undefined) => [...(one ? [one] : []), beside];
  return comparePolicies({ type, before: withIt(before), after: withIt(after), ...judge });
}

function limited({ type, before, after }: Replacement): Replacement {
  if (type !== 'boundary') return { type, before, after };
  return { type, before: before ?? everything(type), after: after ?? everything(type) };
}
