/** A request whose caller and owner are where its resource lies: what a question leaves open is filled in so that it reads well. */
import { type Principal, parseArn, type Request } from '../language/index.ts';
import type { Asked } from './question.ts';

/** Of two that no policy names: whoever is to be outside of an account is in one of these. */
const ELSEWHERE = ['111122223333', '444455556666'] as const;

/** The decision is the same, as far as policies do not name accounts: whoever was outside of the owner's account still is. */
export function movedTo(request: Request, { anywhere }: Asked): Request {
  const arn = parseArn(request.resource);
  const { principal, resourceAccount } = request;
  if (!anywhere || !arn || principal.account === undefined) return request;
  const { partition } = arn;
  const account = /^[0-9]{12}$/.test(arn.account) ? arn.account : undefined;
  const isInside = resourceAccount === undefined || resourceAccount === principal.account;
  if (anywhere === 'resource') {
    const owner = isInside || account === principal.account ? undefined : account;
    return owner === undefined ? request : { ...request, resourceAccount: owner };
  }
  if (isInside) {
    const home = account ?? principal.account;
    return { ...request, principal: callerIn(principal, partition, home), resourceAccount: home };
  }
  const owner = account ?? resourceAccount;
  const home = principal.account === owner ? ELSEWHERE.find((one) => one !== owner) : principal.account;
  return { ...request, principal: callerIn(principal, partition, home ?? principal.account), resourceAccount: owner };
}

function callerIn(principal: Principal, partition: string, account: string): Principal {
  const { arn } = principal;
  const [, , service = 'iam', , , ...rest] = arn?.split(':') ?? [];
  return {
    ...principal,
    account,
    ...(arn ? { arn: `arn:${partition}:${service}::${account}:${rest.join(':')}` } : {}),
  };
}
