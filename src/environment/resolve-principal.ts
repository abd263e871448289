/** From how a person names a caller to the caller with its policies, tags and session. */
import type { Diagnostic, Location } from '../language/index.ts';
import { didYouMean } from '../schema/index.ts';
import { type Caller, PLAIN_SESSION } from './caller.ts';
import type { Environment } from './environment.ts';
import { type FoundPrincipal, findPrincipal } from './find-principal.ts';
import {
  ANONYMOUS_CALLER,
  federatedCaller,
  roleCaller,
  rootCaller,
  serviceCaller,
  tokenCaller,
  userCaller,
} from './make-caller.ts';
import { isSessionName, SESSION_NAME_FORM } from './sts-names.ts';

/** As scenario files write it. A role stands for a session of it, named `session` where no name is given. */
export type PrincipalReference =
  | string
  | { readonly service: string }
  | { readonly saml: string }
  | { readonly oidc: string }
  | { readonly federatedUser: string; readonly user: string };

/** Where the reference is written. */
export interface Place {
  readonly location?: Location;
  /** JSON pointer. */
  readonly path: string;
}

export interface ResolvedPrincipal {
  /** Missing when there are diagnostics. */
  readonly caller?: Caller;
  readonly diagnostics: readonly Diagnostic[];
}

/** Session name of a role that is named without one. */
export const DEFAULT_SESSION = 'session';

/** Identity providers that every account knows (A19). */
const BUILT_IN_PROVIDERS = [
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
  'graph.facebook.com',
  'accounts.google.com',
] as const;

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

export function resolvePrincipal(
  environment: Environment,
  reference: PrincipalReference,
  place: Place = { path: '' },
): ResolvedPrincipal {
  const resolved = resolve(environment, reference);
  if ('label' in resolved) return { caller: resolved, diagnostics: [] };
  return { diagnostics: [{ severity: 'error', ...resolved, ...place }] };
}

function resolve(environment: Environment, reference: PrincipalReference): Caller | Failure {
  if (typeof reference === 'string') return ofText(environment, reference);
  if ('service' in reference) return ofService(reference.service);
  if ('saml' in reference) return ofProvider(environment, 'saml', reference.saml);
  if ('oidc' in reference) return ofProvider(environment, 'oidc', reference.oidc);
  return ofFederatedUser(environment, reference);
}

const SERVICE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/;
const FEDERATED_ARN = /^arn:[a-z-]+:sts::[0-9]{12}:federated-user\//;

function ofText(environment: Environment, text: string): Caller | Failure {
  if (text === 'anonymous') return ANONYMOUS_CALLER;
  const help = SERVICE.test(text)
    ? `for an AWS service write \`{ service: ${text} }\``
    : FEDERATED_ARN.test(text)
      ? 'for a federated user write `{ federatedUser: <name>, user: user/<who asked for it> }`'
      : undefined;
  const result = findPrincipal(environment, text);
  if ('unresolved' in result) return { ...result.unresolved, ...(help === undefined ? {} : { help }) };
  return ofFound(environment, result.found);
}

function ofFound(environment: Environment, found: FoundPrincipal): Caller | Failure {
  switch (found.kind) {
    case 'root':
      return rootCaller(environment, found.account);
    case 'user':
      return userCaller(environment, found.account, found.user);
    case 'role': {
      const { account, role, session = DEFAULT_SESSION } = found;
      if (!isSessionName(session)) {
        return { code: 'malformed-principal', message: `\`${session}\` is no session name`, help: SESSION_NAME_FORM };
      }
      return roleCaller(environment, { account, role, sessionName: session });
    }
    default:
      return found satisfies never;
  }
}

function ofService(service: string): Caller | Failure {
  if (SERVICE.test(service)) return serviceCaller(service);
  return {
    code: 'malformed-principal',
    message: `\`${service}\` is no service principal`,
    help: 'service principals read as `lambda.amazonaws.com`',
  };
}

/** F6, F7: the provider must exist. */
function ofProvider(environment: Environment, type: 'saml' | 'oidc', provider: string): Caller | Failure {
  const defined = environment.accounts.flatMap((account) => account.identityProviders);
  const known = [
    ...defined.filter((arn) => arn.includes(`:${type}-provider/`)),
    ...(type === 'oidc' ? BUILT_IN_PROVIDERS : []),
  ];
  if (known.includes(provider)) return tokenCaller(type, provider);
  return {
    code: 'unknown-provider',
    message: `the environment has no ${type === 'saml' ? 'SAML' : 'OIDC'} provider \`${provider}\`${didYouMean(provider, known)}`,
    help: 'list its ARN under `identityProviders` of the account',
  };
}

/** E34: without session policies; a chain with GetFederationToken can pass some. */
function ofFederatedUser(
  environment: Environment,
  { federatedUser, user }: { readonly federatedUser: string; readonly user: string },
): Caller | Failure {
  const parent = ofText(environment, user);
  if (!('label' in parent)) return parent;
  if (parent.principal.type !== 'user' && parent.principal.type !== 'root') {
    return {
      code: 'malformed-principal',
      message: `\`${user}\` cannot call GetFederationToken: only users and root can (F20)`,
    };
  }
  return federatedCaller({ parent, name: federatedUser, tags: parent.tags, session: PLAIN_SESSION });
}
