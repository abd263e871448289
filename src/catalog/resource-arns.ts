/** Which resource types of an action an ARN, or an ARN pattern of a policy, can stand for. */

import { ANY_ONE, ANY_RUN, type Pattern, patternOf, splitArn, splitPattern } from '../language/index.ts';
import type { ResourceType, ServiceAction } from './service.ts';

type Codes = Pattern['codes'];

/** Like ANY_RUN, but not across a slash. AWS: bucket names have none, so a bucket ARN never is an object's. */
const ANY_RUN_IN_SEGMENT = -3;

const SLASH = 47;
/** Position of the account among the parts of an ARN. */
const ACCOUNT = 4;
const ANY: Codes = [ANY_RUN];
const PLACEHOLDER = /(\$\{[^}]*\}|\*)/;
const BUCKET = '${BucketName}';

export interface ArnMatcher {
  /** The types of the action that share a resource with the pattern, the most specific template first. */
  readonly typesOf: (action: ServiceAction, arn: string) => readonly ResourceType[];
  readonly fits: (type: ResourceType, arn: string) => boolean;
}

interface Template {
  readonly parts: readonly Codes[];
  /** How many characters it fixes. */
  readonly weight: number;
}

/**
 * Wildcards and policy variables are possible in the pattern; missing parts count as `*` (B14), and `*` is shared with
 * every type. Compiled templates are kept.
 */
export function arnMatcher(): ArnMatcher {
  const templates = new Map<ResourceType, Template>();

  function templateOf(type: ResourceType): Template {
    const template = templates.get(type) ?? compileTemplate(type.arn);
    templates.set(type, template);
    return template;
  }

  function typesOf(action: ServiceAction, arn: string): readonly ResourceType[] {
    const pattern = partsOf(arn);
    return action.resources
      .map(({ type }) => ({ type, template: templateOf(type) }))
      .filter(({ template }) => arn === '*' || overlaps(template.parts, pattern))
      .sort((a, b) => b.template.weight - a.template.weight)
      .map(({ type }) => type);
  }

  return { typesOf, fits: (type, arn) => arn === '*' || overlaps(templateOf(type).parts, partsOf(arn)) };
}

function partsOf(arn: string): readonly Codes[] {
  return splitPattern(patternOf(arn.replace(/\$\{[^}]*\}/g, '*'))).map((part) => part.codes);
}

function compileTemplate(arn: string): Template {
  const parts = (splitArn(arn) ?? []).map(compilePart);
  return { parts, weight: parts.flat().filter((code) => code >= 0).length };
}

function compilePart(text: string, index: number): Codes {
  const pattern: number[] = [];
  for (const piece of text.split(PLACEHOLDER)) {
    if (piece === '*') pattern.push(ANY_RUN);
    else if (piece.startsWith('${')) pattern.push(...placeholder(piece, index));
    else pattern.push(...patternOf(piece).codes);
  }
  return pattern;
}

/** AWS: resources of AWS itself have no account where the template has one (`arn:aws:ssm:us-east-1::parameter/aws/...`). */
function placeholder(piece: string, index: number): Codes {
  if (index === ACCOUNT) return [ANY_RUN];
  return [ANY_ONE, piece === BUCKET ? ANY_RUN_IN_SEGMENT : ANY_RUN];
}

function overlaps(template: readonly Codes[], pattern: readonly Codes[]): boolean {
  return template.every((part, index) => haveCommonText(part, pattern[index] ?? ANY));
}

/** Is there a text that both patterns match? Tries each pair of positions once. */
function haveCommonText(a: Codes, b: Codes): boolean {
  const width = b.length + 1;
  const seen = new Uint8Array((a.length + 1) * width);
  const open = [0];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const i = Math.floor(state / width);
    const j = state % width;
    const x = a[i];
    const y = b[j];
    if (x === undefined && y === undefined) return true;
    const next: number[] = [];
    if (isRun(x)) next.push(state + width);
    if (isRun(y)) next.push(state + 1);
    if (x !== undefined && y !== undefined && shareCharacter(x, y)) {
      next.push(state + (isRun(x) ? 0 : width) + (isRun(y) ? 0 : 1));
    }
    for (const one of next) {
      if (seen[one]) continue;
      seen[one] = 1;
      open.push(one);
    }
  }
  return false;
}

function isRun(code: number | undefined): boolean {
  return code === ANY_RUN || code === ANY_RUN_IN_SEGMENT;
}

function shareCharacter(x: number, y: number): boolean {
  if (x >= 0 && y >= 0) return x === y;
  const literal = Math.max(x, y);
  return literal !== SLASH || (x !== ANY_RUN_IN_SEGMENT && y !== ANY_RUN_IN_SEGMENT);
}
