/** An evaluation for people: the verdict, the statements behind it, the near misses, what would change it. */
import { type DetailLevel, describe, type Explanation, type Line } from '../explain/index.ts';
import { type EvaluationResult, formatLocation, type Location } from '../language/index.ts';
import { type Paint, PLAIN } from './paint.ts';

export interface ExplanationLook {
  readonly paint: Paint;
  readonly ascii: boolean;
  readonly level: DetailLevel;
}

const LOOK: ExplanationLook = { paint: PLAIN, ascii: false, level: 'verdict' };

/** Indented lines, ending in a line break. */
export function formatExplanation(
  explanation: Explanation,
  result: EvaluationResult,
  options: Partial<ExplanationLook> = {},
): string {
  const look = { ...LOOK, ...options };
  const { paint } = look;
  const colour = result.decision === 'allowed' ? paint.good : result.decision === 'unknown' ? paint.note : paint.bad;
  const lines = [
    colour(
      `${mark(result.decision === 'allowed' ? 'yes' : result.decision === 'unknown' ? 'unknown' : 'no', look)} ${explanation.headline}`,
    ),
  ];
  for (const { text, location } of explanation.because) lines.push(`  ${text}${place(location, paint)}`);
  for (const { text, location } of explanation.nearMisses)
    lines.push(`  nearest miss: ${text}${place(location, paint)}`);
  for (const { changes } of explanation.flips) {
    lines.push(`  to allow it: ${changes.map((change) => change.text).join(', and ')}`);
    for (const touch of changes.flatMap((change) => change.touches)) lines.push(paint.note(`    but ${touch}`));
  }
  const keys = explanation.unknownKeys.filter((name) => !name.startsWith('<'));
  const open = explanation.unknownKeys.filter((name) => name.startsWith('<'));
  if (keys.length > 0) lines.push(`  keys it depends on that were not given: ${keys.join(', ')}`);
  // An unknown decision has said it already.
  if (open.length > 0 && result.decision !== 'unknown')
    lines.push(
      `  what it depends on that is known only at deploy time: ${open.map((name) => name.slice(1, -1)).join(', ')}`,
    );
  if (explanation.awsMessage) lines.push(paint.quiet(`  AWS would say: ${explanation.awsMessage}`));
  for (const line of describe(result, look.level)) lines.push(traceLine(line, look));
  return `${lines.join('\n')}\n`;
}

function traceLine({ depth, mark: truth, text, location }: Line, look: ExplanationLook): string {
  const sign = truth === 'none' ? '·' : mark(truth, look);
  return `${'  '.repeat(depth + 1)}${look.ascii && truth === 'none' ? '.' : sign} ${text}${depth < 2 ? place(location, look.paint) : ''}`;
}

function place(location: Location | undefined, paint: Paint): string {
  return location ? ` ${paint.quiet(`(${formatLocation(location)})`)}` : '';
}

function mark(truth: 'yes' | 'no' | 'unknown', { ascii }: ExplanationLook): string {
  return ascii ? { yes: '+', no: 'x', unknown: '?' }[truth] : { yes: '✓', no: '✗', unknown: '◐' }[truth];
}
