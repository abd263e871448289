/** Is there a resource of which some atoms are true and others false? */
import { type CompiledResource, type Template, textOf } from '../compile/index.ts';
import { type Pattern, patternOf, patternOfPieces, splitPattern } from '../language/index.ts';
import { hasVariable, type ResourceAtom } from './atoms.ts';
import { arnWithHeadOf, wordsOf } from './hints.ts';
import { arnWordPattern, type FoundWord, findWord, type WordPattern, type WordSet } from './word-search.ts';

export interface ResourceLiteral {
  readonly atom: ResourceAtom;
  readonly wanted: boolean;
}

/** The resources that a question is about: `*` alone for an action that takes none (B16). */
export type ResourceDomain = '*' | ArnDomain;

export interface ArnDomain {
  /** What each of them lies in, or outside of. */
  readonly sets: readonly WordSet[];
  /** ARNs that read well. */
  readonly hints: readonly string[];
}

/** What variables come to is not asked here: a value that has one may match wherever its other parts do. */
export function findResource(
  literals: readonly ResourceLiteral[],
  domain: ResourceDomain,
  patternFor: (value: CompiledResource) => WordPattern | undefined = loosely,
): FoundWord {
  if (domain === '*') return literals.every(fitsNone) ? { word: '*' } : 'none';
  const sets: WordSet[] = [...domain.sets];
  const hints: string[] = [];
  for (const { atom, wanted } of literals) {
    if (atom.whole) continue;
    if (atom.values.some(({ everything }) => everything)) {
      if (!wanted) return 'none';
      continue;
    }
    // What is not wanted does not match whatever its variables are; where they are known, neither with them.
    const isLoose = patternFor === loosely;
    const values = wanted || !isLoose ? atom.values : atom.values.filter(({ template }) => !hasVariable(template));
    const patterns = values.flatMap((value) => patternFor(value) ?? []);
    if (patterns.length === 0 && !wanted) continue;
    sets.push({ patterns, wanted });
    if (!wanted) continue;
    for (const { template } of values.slice(0, 5)) {
      const words = wordsOf(looseText(template));
      hints.push(...words, ...domain.hints.flatMap((one) => arnWithHeadOf(words[0] ?? '', one) ?? []));
    }
  }
  return findWord(sets, [...hints, ...domain.hints]);
}

/** Only the bare `*` matches a request without a resource. */
function fitsNone({ atom, wanted }: ResourceLiteral): boolean {
  return atom.whole !== undefined || atom.values.some(({ everything }) => everything) === wanted;
}

function loosely(value: CompiledResource): WordPattern | undefined {
  return withTail(value, loosePattern);
}

/** @param tailOf what the sixth part is where it has variables; undefined: it matches nothing */
export function withTail(
  { parts, variable }: CompiledResource,
  tailOf: (tail: Template) => Pattern | undefined,
): WordPattern | undefined {
  if (parts) return parts.length === 6 ? arnWordPattern(parts) : undefined;
  const tail = variable && tailOf(variable.tail);
  return variable && tail && arnWordPattern([...variable.head, tail]);
}

/** A star in the place of each variable. */
function loosePattern({ text, segments }: Template): Pattern {
  return patternOfPieces(
    segments
      ? segments.map((one) =>
          'text' in one ? { text: one.text, literal: one.kind === 'literal' } : { text: '*', literal: false },
        )
      : [{ text, literal: false }],
  );
}

function looseText({ text, segments }: Template): string {
  return segments
    ? textOf(segments.map((one) => ({ text: 'text' in one ? one.text : 'example', literal: false })))
    : text;
}

const TEMPLATES = new Map<string, WordPattern>();
const MOST_TEMPLATES = 20_000;

/** `arn:${Partition}:s3:::${BucketName}` as a pattern; a placeholder is at least one character. */
export function templatePattern(template: string, partition: string, account: string | undefined): WordPattern {
  const text = template
    .replaceAll('${Partition}', partition)
    .replaceAll('${Account}', account ?? '${Account}')
    .replace(/\$\{[^}]*\}/g, '?*');
  let pattern = TEMPLATES.get(text);
  if (!pattern) {
    pattern = arnWordPattern(splitPattern(patternOf(text)));
    if (TEMPLATES.size >= MOST_TEMPLATES) TEMPLATES.clear();
    TEMPLATES.set(text, pattern);
  }
  return pattern;
}
