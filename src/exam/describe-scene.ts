/** The words of a question's stem: who calls what, on whose resource, in which context. */
import { callerWords } from '../explain/index.ts';
import type { Scene } from './scene.ts';
import { readWorld } from './world.ts';

/** The policies are shown beside it, so the stem does not repeat them. */
export function stemOf({ story, document }: Scene, ask: string, isOneRequest: boolean): string {
  if (!isOneRequest) return `${story} ${ask}`;
  const { request } = readWorld(document);
  const { principal, action, resource, resourceAccount, context } = request;
  const account = principal.account ?? '';
  const place = principal.managementAccount ? `the management account ${account}` : `account ${account}`;
  const owner =
    resourceAccount === undefined || resourceAccount === account
      ? 'The resource belongs to the same account.'
      : `The resource belongs to account ${resourceAccount}.`;
  const keys = Object.entries(context).map(
    ([key, value]) => `${key} = ${typeof value === 'string' ? value : `[${value.join(', ')}]`}`,
  );
  const carried =
    keys.length === 0 ? '' : ` The request carries ${keys.join(' and ')}, and no other key that a policy reads.`;
  const caller = principal.type === 'root' ? 'the root user' : callerWords(principal);
  return `${story} In ${place}, ${caller} calls ${action} on ${resource}. ${owner}${carried} Only the policies shown are in play. ${ask}`;
}
