/** Every mutator, by name. Generated: `npm run generate`. */
import type { Mutator } from '../mutator.ts';
import { dropAction } from './drop-action.ts';
import { dropCondition } from './drop-condition.ts';
import { dropPolicy } from './drop-policy.ts';
import { dropPrincipal } from './drop-principal.ts';
import { dropResource } from './drop-resource.ts';
import { dropStatement } from './drop-statement.ts';
import { dropValue } from './drop-value.ts';
import { everyone } from './everyone.ts';
import { exactComparison } from './exact-comparison.ts';
import { flipEffect } from './flip-effect.ts';
import { ifExists } from './if-exists.ts';
import { narrowAction } from './narrow-action.ts';
import { narrowResource } from './narrow-resource.ts';
import { negate } from './negate.ts';
import { shiftBound } from './shift-bound.ts';
import { swapNot } from './swap-not.ts';
import { swapQualifier } from './swap-qualifier.ts';
import { widenAction } from './widen-action.ts';
import { widenPrincipal } from './widen-principal.ts';
import { widenResource } from './widen-resource.ts';

export const MUTATORS: readonly Mutator[] = [
  dropAction,
  dropCondition,
  dropPolicy,
  dropPrincipal,
  dropResource,
  dropStatement,
  dropValue,
  everyone,
  exactComparison,
  flipEffect,
  ifExists,
  narrowAction,
  narrowResource,
  negate,
  shiftBound,
  swapNot,
  swapQualifier,
  widenAction,
  widenPrincipal,
  widenResource,
];
