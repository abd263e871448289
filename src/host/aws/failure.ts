/** An error of the SDK as the account layer's failure: its kind, AWS's own code, and words without a credential in them. */
import type { AwsFailure, FailureKind } from '../../account/index.ts';

/** What is read of an error, whatever it is. */
interface SdkError {
  readonly name?: unknown;
  readonly message?: unknown;
  /** Of AWS: the code on the wire. */
  readonly Code?: unknown;
  /** Of the connection: `ECONNRESET`. */
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

/** @param secrets what must not be told, wherever it stands */
export function failureOf(error: unknown, operation: string, secrets: readonly string[]): AwsFailure {
  const found: SdkError = typeof error === 'object' && error !== null ? error : { message: String(error) };
  const status = found.$metadata?.httpStatusCode;
  const code = codeOf(found);
  const requestId = found.$metadata?.requestId;
  return {
    kind: 'failed',
    why: kindOf(code, status),
    code,
    operation,
    message: withoutSecrets(messageOf(found, code, status), secrets),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function codeOf({ Code, code, name, $metadata }: SdkError): string {
  const wire = typeof Code === 'string' ? Code : typeof name === 'string' ? name : '';
  const isNamed = wire !== '' && wire !== 'Error' && wire !== 'Unknown' && wire !== 'UnknownError';
  if ($metadata?.httpStatusCode !== undefined) return isNamed ? plain(wire) : `HTTP ${$metadata.httpStatusCode}`;
  if (typeof code === 'string') return code;
  return isNamed ? plain(wire) : 'unknown';
}

/** Modelled errors end in `Exception`, also where the wire does not say so; some services prefix a namespace. */
function plain(code: string): string {
  return code.replace(/^.*#/, '');
}

const KINDS: readonly (readonly [FailureKind, RegExp])[] = [
  ['throttled', /^(?:Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|RequestThrottled)/],
  ['conflict', /^(?:ConcurrentModification|EntityTemporarilyUnmodifiable)/],
  ['exists', /^EntityAlreadyExists/],
  ['not-found', /^(?:NoSuch|NotFound|AWS\.SimpleQueueService\.NonExistentQueue|QueueDoesNotExist|PolicyNotFound)/],
  ['in-use', /^DeleteConflict/],
  ['limit', /^LimitExceeded/],
  ['access-denied', /^(?:AccessDenied|AuthorizationError|UnmodifiableEntity|UnauthorizedOperation)/],
  [
    'invalid',
    /^(?:MalformedPolicyDocument|InvalidInput|ValidationE|PolicyNotAttachable|InvalidParameter|PolicyEvaluation)/,
  ],
  [
    'credentials',
    /^(?:ExpiredToken|InvalidClientTokenId|SignatureDoesNotMatch|MissingAuthenticationToken|UnrecognizedClient|IncompleteSignature|InvalidAccessKeyId|InvalidToken|RequestExpired|RequestTimeTooSkewed|CredentialsProviderError|TokenProviderError|InvalidSignature|UnauthorizedException)/,
  ],
  // The request was never sent.
  [
    'unreachable',
    /^(?:ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_INVALID_URL)/,
  ],
];

function kindOf(code: string, status: number | undefined): FailureKind {
  const known = KINDS.find(([, pattern]) => pattern.test(code))?.[0];
  if (known !== undefined) return known;
  // Whatever came in place of a refusal says nothing of what was done.
  return status !== undefined && status >= 400 && status < 500 ? 'other' : 'ambiguous';
}

function messageOf({ message }: SdkError, code: string, status: number | undefined): string {
  const text = typeof message === 'string' ? message : '';
  // AWS: what follows is the request that it expected, with the session token in it.
  const own = text.split(/\n|\s*The Canonical String/)[0]?.trim() ?? '';
  if (own !== '' && own !== 'UnknownError' && own !== 'Unknown') return own;
  return status === undefined ? `the connection failed (${code})` : `the answer was HTTP ${status} without a reason`;
}

/** Keys of AWS are known by their look: also those that are not ours do not belong in a message. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((one) => one.length > 0).reduce((left, one) => left.replaceAll(one, '<secret>'), text);
  return known.replace(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g, (key) => `${key.slice(0, 4)}...`);
}
