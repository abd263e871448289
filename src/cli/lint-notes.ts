/** What `iamproof lint` tells on standard error beside its result. */
import type { LintResult } from '../lint/index.ts';
import type { Context } from './context.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Days after which the data may be wrong about what is new. */
const FRESH = 90;
const MOST_NAMES = 5;

export function notesOf({ dataVersion, skipped, gone, summary }: LintResult, { host }: Context): string[] {
  const age = Math.floor((Date.parse(host.today()) - Date.parse(dataVersion)) / DAY);
  const names = skipped.slice(0, MOST_NAMES).map(({ file }) => file);
  const more = skipped.length > MOST_NAMES ? ` and ${skipped.length - MOST_NAMES} more` : '';
  return [
    ...(age > FRESH ? [`the AWS data is of ${dataVersion}, ${age} days old; what is newer counts as unknown`] : []),
    ...(skipped.length > 0 ? [`no policies: ${names.join(', ')}${more}`] : []),
    ...(summary.baseline > 0 ? [`${summary.baseline} findings are in the baseline`] : []),
    ...(gone > 0 ? [`${gone} findings of the baseline are gone; --update-baseline takes them out`] : []),
  ];
}
