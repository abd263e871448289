/** Does an entry of Action or Resource take in another one, for every request and every action that is to come? */
import { coversArn, coversText } from '../language/index.ts';

/** Actions are compared in any letters (B1); the part before the colon knows no wildcard (B3). */
export function coversAction(wide: string, narrow: string): boolean {
  const [a, b] = [wide.toLowerCase(), narrow.toLowerCase()];
  if (a === b || a === '*') return true;
  const [service, other] = [a.indexOf(':'), b.indexOf(':')];
  if (service < 1 || a.slice(0, service) !== b.slice(0, other)) return false;
  return coversText(a.slice(service + 1), b.slice(other + 1));
}

/** Variables may hold anything, so they are only equal to themselves. */
export function coversResource(wide: string, narrow: string): boolean {
  return wide === narrow || (!wide.includes('$') && coversArn(wide, narrow));
}
