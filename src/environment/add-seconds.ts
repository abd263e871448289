/** Times as text, moved by seconds. */
import { parseDate } from '../compile/index.ts';

/** ISO 8601 in UTC to the second; undefined where the text is no time (C33). */
export function addSeconds(time: string, seconds: number): string | undefined {
  const instant = parseDate(time);
  if (!instant) return undefined;
  return new Date((Math.floor(instant.value) + seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
