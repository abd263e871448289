/** A policy's text with what is found in it fixed, round by round until nothing is left to fix. */
import { type SourceNode, toValue } from '../../parse/index.ts';
import type { LintDiagnostic } from '../lint-diagnostic.ts';
import type { LintedFile, LintInput } from '../linter.ts';
import type { Change, Json } from './change.ts';
import { changeValue } from './change-value.ts';
import type { TextFix } from './fix-edits.ts';
import { applyEdits, overlap } from './text-edit.ts';

/** Each round fixes at least one thing, and a fix can make way for another. */
const MOST_ROUNDS = 200;

export interface AppliedFix {
  readonly code: string;
  readonly message: string;
  readonly fix: TextFix;
}

export interface FixedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
}

export interface FixOptions {
  readonly lintFile: (input: LintInput) => LintedFile;
  /** Fixes, too, that may not be what was meant. */
  readonly unsafe: boolean;
  /** Which findings of a file are to be fixed; those that are ignored are not. */
  readonly wanted: (file: LintedFile) => readonly LintDiagnostic[];
}

/** The text as it was where nothing can be fixed. */
export function fixText(input: LintInput, options: FixOptions): FixedText {
  const applied: AppliedFix[] = [];
  let { text } = input.source;
  let file = options.lintFile(input);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { node } = file;
    const steps = stepsOf(file, options);
    if (!node || steps.length === 0) break;
    const done = takeSteps(input, text, node, steps, options) ?? takeOne(input, text, node, steps, options);
    if (!done) break;
    applied.push(...done.steps);
    text = done.text;
    file = done.file;
  }
  return { text, applied };
}

/** Fixes that do not touch each other; of one list only one item is removed at a time, as two may each make up for the other. */
function stepsOf(file: LintedFile, { unsafe, wanted }: FixOptions): AppliedFix[] {
  const steps: AppliedFix[] = [];
  const shortened = new Set<string>();
  for (const { code, message, fix } of wanted(file)) {
    if (!fix || (fix.unsafe && !unsafe)) continue;
    const parents = fix.changes.flatMap(({ kind, path }) =>
      kind === 'remove' ? path.slice(0, path.lastIndexOf('/')) : [],
    );
    if (parents.some((parent) => shortened.has(parent))) continue;
    if (steps.some((step) => step.fix.edits.some((a) => fix.edits.some((b) => overlap(a, b))))) continue;
    for (const parent of parents) shortened.add(parent);
    steps.push({ code, message, fix });
  }
  return steps;
}

interface Done {
  readonly text: string;
  readonly file: LintedFile;
  readonly steps: readonly AppliedFix[];
}

/** INVARIANT: the new text says what the changes say of the old one, or it is not taken. */
function takeSteps(
  input: LintInput,
  text: string,
  node: SourceNode,
  steps: readonly AppliedFix[],
  { lintFile }: FixOptions,
): Done | undefined {
  const fresh = applyEdits(
    text,
    steps.flatMap(({ fix }) => fix.edits),
  );
  const file = lintFile({ ...input, source: { ...input.source, text: fresh } });
  const changes = steps
    .flatMap(({ fix }) => fix.changes.map((change, i): [Change, number] => [change, fix.edits[i]?.range.start ?? 0]))
    .sort(([, a], [, b]) => a - b)
    .map(([change]) => change);
  const due = JSON.stringify(changeValue(toValue(node) as Json, changes));
  return file.node && JSON.stringify(toValue(file.node)) === due ? { text: fresh, file, steps } : undefined;
}

function takeOne(input: LintInput, text: string, node: SourceNode, steps: readonly AppliedFix[], options: FixOptions) {
  for (const step of steps) {
    const done = takeSteps(input, text, node, [step], options);
    if (done) return done;
  }
  return undefined;
}
