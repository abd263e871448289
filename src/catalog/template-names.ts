/** Names with `${...}` placeholders, such as the condition key `aws:ResourceTag/${TagKey}`. */
import { matchesPattern, patternOf } from '../language/index.ts';

const PLACEHOLDER = /\$\{[^}]*\}/g;

/** True for a name that stands for many. */
export function isTemplate(name: string): boolean {
  return name.includes('${');
}

/** Does the name fit the template, case ignored, with some text in place of each placeholder? (C50, C53) */
export function fitsTemplate(template: string, name: string): boolean {
  return matchesPattern(patternOf(template.toLowerCase().replace(PLACEHOLDER, '?*')), name.toLowerCase());
}
