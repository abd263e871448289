/** Clients of the SDK: one way to make each, with its region, its attempts and where it calls. */
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import type { AwsChoice, Endpoint } from '../../account/index.ts';

/** What all clients are made with. */
export interface Way {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials: Credentials;
}

type Credentials = Extract<STSClientConfig['credentials'], () => unknown>;

/** Keeps the SDK's own words off standard error. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const COMMON = { logger: SILENT, requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000 } };

/** What is chosen; else the environment, the profile, and for the region us-east-1: IAM is everywhere. */
export async function wayOf({ endpoint }: AwsChoice): Promise<Way> {
  // Its chain of credentials serves all clients, so that nobody signs in twice.
  const { config } = new STSClient({ ...COMMON, ...(endpoint === undefined ? {} : { endpoint }) });
  const region = await config.region().catch(() => 'us-east-1');
  return { region, ...(endpoint === undefined ? {} : { endpoint }), credentials: () => config.credentials() };
}

/** For reads: repeated, at a pace that AWS's answers set. */
function reading(way: Way) {
  return { ...COMMON, ...way, maxAttempts: 6, retryMode: 'adaptive' };
}

/** For writes: one attempt. A call that is repeated after its answer was lost is made twice. */
function writing(way: Way) {
  return { ...COMMON, ...way, maxAttempts: 1 };
}

export interface Clients {
  readonly sts: STSClient;
  readonly iam: IAMClient;
  readonly writer: IAMClient;
}

export function clientsOf(way: Way): Clients {
  return {
    sts: new STSClient(reading(way)),
    iam: new IAMClient(reading(way)),
    writer: new IAMClient(writing(way)),
  };
}

/** STS as a session. */
export function stsWith(way: Way, session: Awaited<ReturnType<Credentials>>): STSClient {
  return new STSClient({ ...reading(way), credentials: session });
}

interface Configured {
  readonly config: { readonly serviceConfiguredEndpoint?: () => Promise<string | undefined> };
}

/** Where clients call in place of AWS's own addresses, by what is said or configured. */
export async function endpointsOf(
  clients: Readonly<Record<string, Configured>>,
  way: Way,
): Promise<readonly Endpoint[]> {
  const found = await Promise.all(
    Object.entries(clients).map(async ([service, { config }]) => ({
      service,
      url: way.endpoint ?? (await config.serviceConfiguredEndpoint?.()),
    })),
  );
  return found.flatMap(({ service, url }) => (url === undefined ? [] : [{ service, url }]));
}
