/** Where and how a call is made: the part of the context that no account holds. */

export interface From {
  /** Public address of the caller. */
  readonly ip?: string;
  /** Id of a VPC endpoint of the environment. */
  readonly vpcEndpoint?: string;
  /** Address inside the VPC. */
  readonly privateIp?: string;
  /** Service principals that call on behalf of the caller, in the order of the calls. */
  readonly via?: string | readonly string[];
  readonly region?: string;
  /** ISO 8601. */
  readonly time?: string;
  readonly mfa?: boolean;
  /** Seconds since MFA was used. */
  readonly mfaAge?: number;
  /** True when missing. */
  readonly tls?: boolean;
  readonly userAgent?: string;
  /** Service callers: the resource they act for. */
  readonly sourceArn?: string;
  readonly sourceAccount?: string;
}

/** The services on behalf, as a list; empty for a direct call. */
export function viaOf(from: From): readonly string[] {
  if (from.via === undefined) return [];
  return typeof from.via === 'string' ? [from.via] : from.via;
}
