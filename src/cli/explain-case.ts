/** Why a scenario case was answered as it was, one sentence a line. */
import { explain } from '../explain/index.ts';
import { formatLocation } from '../language/index.ts';
import type { CaseResult } from '../scenario/index.ts';

export function explainCase(result: CaseResult): readonly string[] {
  const step = result.decisive;
  if (!step) return result.received?.refusal ? [result.received.refusal] : [];
  const told = explain(step, step.result);
  return [
    told.headline,
    ...told.because.map(({ text, location }) => (location ? `${text} (${formatLocation(location)})` : text)),
    ...told.nearMisses.map(
      ({ text, location }) => `nearest miss: ${text}${location ? ` (${formatLocation(location)})` : ''}`,
    ),
    ...told.flips
      .slice(0, 2)
      .map(({ changes }) => `to allow it: ${changes.map((change) => change.text).join(', and ')}`),
  ];
}
