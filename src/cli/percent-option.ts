/** An option that is a share: 0 to 100. */
import { type Options, text, UsageError } from './command.ts';

export function percentOption(options: Options, name: string): number | undefined {
  const written = text(options, name);
  if (written === undefined) return undefined;
  const percent = /^[0-9]{1,3}(?:\.[0-9]+)?%?$/.test(written) ? Number.parseFloat(written) : Number.NaN;
  if (percent >= 0 && percent <= 100) return percent;
  throw new UsageError(`\`${written}\` is no share: give a number from 0 to 100`);
}
