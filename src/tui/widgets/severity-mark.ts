/** How grave a finding is, as a sign and its style. */
import { SEVERITIES, type Severity } from '../../language/index.ts';
import type { Style } from '../text-row.ts';
import type { Marks } from '../theme.ts';

export function severityMark(
  { severity }: { readonly severity: Severity },
  marks: Marks,
): { readonly mark: string; readonly style: Style } {
  if (SEVERITIES.indexOf(severity) === 0) return { mark: marks.no, style: 'bad' };
  return severity === 'suggestion' ? { mark: marks.none, style: 'quiet' } : { mark: marks.warning, style: 'note' };
}
