/** AWS as the account commands meet it: who is signed in, and what can be asked; the host implements it. */
import type { AssumedRole, RoleToAssume } from './assumed-role.ts';
import type { DetailsPage } from './details.ts';
import type { CallerIdentity } from './live.ts';
import type { AccountPort, Answer, AwsFailure } from './port.ts';

/** What a person says about the way to AWS; what is missing comes from the environment and the shared configuration. */
export interface AwsChoice {
  readonly profile?: string;
  readonly region?: string;
  /** For all services, in place of AWS's own addresses. */
  readonly endpoint?: string;
}

export interface Aws {
  /** Finds the credentials and asks AWS whose they are: before anything else. */
  readonly signIn: () => Promise<SignIn>;
  readonly account: AccountPort;
  /** sts:AssumeRole, each with the credentials of the one before; ends with the first that fails. */
  readonly assume: (chain: readonly RoleToAssume[]) => AsyncIterable<Answer<AssumedRole>>;
  /** iam:GetAccountAuthorizationDetails: one page of it, and the marker of the next. */
  readonly details: (marker?: string) => Promise<Answer<{ readonly page: DetailsPage; readonly next?: string }>>;
  /** sts:DecodeAuthorizationMessage: JSON. */
  readonly decodeMessage: (encoded: string) => Promise<Answer<string>>;
}

export type SignIn =
  | { readonly kind: 'answered'; readonly value: SignedIn }
  | (AwsFailure & {
      /** What to do about it. */
      readonly advice?: string;
      /** Where the calls went, where that was not AWS itself. */
      readonly endpoints: readonly Endpoint[];
      readonly notes: readonly string[];
    });

export interface SignedIn {
  readonly caller: CallerIdentity;
  /** Where the credentials come from, in words. */
  readonly source: string;
  readonly region: string;
  /** Addresses in place of AWS's own. */
  readonly endpoints: readonly Endpoint[];
  /** What a person should know of how the credentials were chosen. */
  readonly notes: readonly string[];
}

export interface Endpoint {
  /** `iam`, `sts`. */
  readonly service: string;
  readonly url: string;
}
