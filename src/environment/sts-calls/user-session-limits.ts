/** How long sessions of GetFederationToken and GetSessionToken last. AWS: STS API Reference; root gets an hour. */
import type { Principal } from '../../language/index.ts';
import type { LengthLimits } from './session-length.ts';

export function userSessionLimits({ type }: Principal, rule: string): LengthLimits {
  return type === 'root'
    ? { shortest: 900, longest: 3600, usual: 3600, because: 'the root user gets an hour', rule }
    : { shortest: 900, longest: 129_600, usual: 43_200, because: '36 hours', rule };
}
