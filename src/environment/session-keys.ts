/** Context keys of the credentials: token issue time, MFA, source identity, identity provider (D, D3, D6, D9). */
import type { Caller } from './caller.ts';
import { type AbsentKey, type Derived, type DerivedKey, derived, joinDerived } from './derived.ts';
import type { From } from './from.ts';
import { contextValue } from './given-context.ts';

export function sessionKeys(caller: Caller, from: From): Derived {
  const { principal, session, label } = caller;
  const keys: DerivedKey[] = [];
  const absent: AbsentKey[] = [];
  if (principal.type === 'assumed-root') {
    keys.push({ key: 'aws:AssumedRoot', value: 'true', because: 'the session is from AssumeRoot' });
  } else absent.push({ key: 'aws:AssumedRoot', because: `${label} is no session from AssumeRoot` });
  const provider = principal.type === 'oidc' ? principal.provider : session?.federatedProvider;
  if (provider !== undefined) {
    keys.push({ key: 'aws:FederatedProvider', value: provider, because: 'the web identity is from this provider' });
  } else absent.push({ key: 'aws:FederatedProvider', because: `${label} is no web identity session` });
  if (session?.sourceIdentity !== undefined) {
    keys.push({ key: 'aws:SourceIdentity', value: session.sourceIdentity, because: 'set when the role was assumed' });
  } else absent.push({ key: 'aws:SourceIdentity', because: `${label} has no source identity` });
  return joinDerived([derived({ keys, absent }), issueTime(caller), multiFactor(caller, from), tokenKeys(caller)]);
}

/** What the identity provider's token left in the session. */
function tokenKeys({ session }: Caller): Derived {
  const keys = Object.entries(session?.context ?? {}).flatMap(([key, given]) => {
    const value = contextValue(given);
    return value === undefined ? [] : [{ key, value, because: 'from the token of the identity provider' }];
  });
  return derived({ keys });
}

/** D6. The key tells temporary credentials from long-term ones, so it is present, and empty, where no time is known. */
function issueTime({ temporary, session, label }: Caller): Derived {
  const key = 'aws:TokenIssueTime';
  if (!temporary) return derived({ absent: [{ key, because: `${label} has no temporary credentials` }] });
  if (session?.issuedAt !== undefined) {
    return derived({ keys: [{ key, value: session.issuedAt, because: 'the credentials were issued then' }] });
  }
  const because = 'the credentials are temporary, when they were issued is not known: give `from.time`';
  return derived({ keys: [{ key, value: '', because }], absent: [{ key, because }] });
}

/** D3, I17. */
function multiFactor(caller: Caller, from: From): Derived {
  const present = 'aws:MultiFactorAuthPresent';
  const age = 'aws:MultiFactorAuthAge';
  const used = mfaOf(caller, from);
  if (used === undefined) {
    const because = whyNoMfa(caller);
    return derived({ absent: [present, age].map((key) => ({ key, because })) });
  }
  const because = from.mfa === undefined ? 'as the session was made' : '`from.mfa` says so';
  const keys = [{ key: present, value: String(used), because }];
  if (!used) return derived({ keys, absent: [{ key: age, because: 'MFA was not used' }] });
  if (from.mfaAge === undefined) {
    return derived({
      keys,
      absent: [{ key: age, because: 'how long ago MFA was used is not known: give `from.mfaAge`' }],
    });
  }
  return derived({ keys: [...keys, { key: age, value: String(from.mfaAge), because: '`from.mfaAge` says so' }] });
}

/** Was MFA used? Undefined where the credentials say nothing about it. */
function mfaOf({ principal, temporary, session }: Caller, from: From): boolean | undefined {
  switch (principal.type) {
    case 'user':
    case 'root':
      // Who signs in to the console with MFA has temporary credentials; long-term keys have no MFA to report.
      return temporary ? (from.mfa ?? session?.mfa ?? false) : from.mfa || undefined;
    case 'role-session':
    case 'service-linked-role':
    case 'assumed-root':
      return from.mfa ?? session?.mfa;
    default:
      return undefined;
  }
}

function whyNoMfa({ principal, temporary, label }: Caller): string {
  if (principal.type === 'user' || (principal.type === 'root' && !temporary)) {
    return 'long-term credentials carry no MFA information: `from.mfa: true` stands for a sign-in with MFA';
  }
  if (principal.type === 'role-session') {
    return 'credentials from AssumeRole carry no MFA information; the trust policy can ask for it when the role is assumed';
  }
  return `the credentials of ${label} carry no MFA information`;
}
