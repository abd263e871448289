/** Signature Version 4, from the receiver's side: whose key it is, and does the signature fit what came. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from './aws-error.ts';

export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Milliseconds since 1970. */
  readonly expires?: number;
  readonly arn: string;
  readonly userId: string;
  /** Patterns of actions that it is refused: `organizations:*`. */
  readonly refused?: readonly string[];
}

export interface Received {
  readonly method: string;
  /** As it came, with the query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Signed {
  readonly credential: Credential;
  /** `iam`, `sts`: what it was signed for. */
  readonly service: string;
  readonly region: string;
}

const SCHEME =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
/** AWS lets clocks differ by five minutes. */
const SKEW = 5 * 60_000;

/** @throws AwsError as AWS refuses it */
export function verify(request: Received, credentials: ReadonlyMap<string, Credential>, now: number): Signed {
  const found = SCHEME.exec(request.headers.authorization ?? '');
  if (!found) throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  const [, key = '', day = '', region = '', service = '', names = '', signature = ''] = found;
  const credential = credentials.get(key);
  if (!credential) throw invalidToken();
  if (credential.sessionToken !== request.headers['x-amz-security-token']) throw invalidToken();
  if (credential.expires !== undefined && credential.expires <= now) {
    throw new AwsError('ExpiredToken', 'The security token included in the request is expired', 403);
  }
  const time = String(request.headers['x-amz-date'] ?? '');
  if (Math.abs(now - instant(time)) > SKEW) {
    throw new AwsError('SignatureDoesNotMatch', `Signature expired: ${time} is now earlier than allowed`, 403);
  }
  const scope = `${day}/${region}/${service}/aws4_request`;
  const canonical = canonicalRequest(request, names.split(';'), service);
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const signing = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${credential.secretAccessKey}`,
  );
  const expected = createHmac('sha256', signing).update(toSign).digest();
  if (!time.startsWith(day) || !timingSafeEqual(expected, Buffer.from(signature, 'hex'))) {
    throw new AwsError(
      'SignatureDoesNotMatch',
      // As AWS says it: with the session token, where there is one.
      `The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'${canonical}'\n\nThe String-to-Sign should have been\n'${toSign}'\n`,
      403,
    );
  }
  return { credential, service, region };
}

function invalidToken(): AwsError {
  return new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
}

function canonicalRequest({ method, url, headers, body }: Received, names: readonly string[], service: string): string {
  const [path = '/', query = ''] = url.split('?');
  const declared = headers['x-amz-content-sha256'];
  const actual = sha256(body);
  if (service === 's3' && typeof declared === 'string' && /^[0-9a-f]{64}$/.test(declared) && declared !== actual) {
    throw new AwsError(
      'XAmzContentSHA256Mismatch',
      'The provided x-amz-content-sha256 header does not match what was computed.',
    );
  }
  const lines = names
    .map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}\n`,
    )
    .join('');
  // All services but S3 encode the path once more.
  const canonicalPath = service === 's3' ? path : path.split('/').map(encodeURIComponent).join('/');
  return [
    method,
    canonicalPath,
    canonicalQuery(query),
    lines,
    names.join(';'),
    (service === 's3' && declared) || actual,
  ].join('\n');
}

function canonicalQuery(query: string): string {
  if (query === '') return '';
  const pairs = query.split('&').map((pair) => (pair.includes('=') ? pair : `${pair}=`));
  return pairs.sort((a, b) => (a < b ? -1 : 1)).join('&');
}

/** `20261123T101500Z`. */
function instant(time: string): number {
  return Date.parse(time.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5')) || 0;
}

function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}
