/** A double of AWS on 127.0.0.1: real HTTP, real signatures, IAM's rules and quotas, faults on request. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsError } from './aws-error.ts';
import { type Fault, type FaultBox, faultBox, isRead } from './faults.ts';
import type { Call, Outcome } from './operation.ts';
import type { Asked, Reply } from './protocols.ts';
import { DEFAULT_QUOTAS, type Quotas } from './quotas.ts';
import { SERVICES, type Service } from './services.ts';
import { type Credential, type Received, type Signed, verify } from './signature.ts';
import { EMPTY, type State } from './state.ts';

export interface DoubleOptions {
  readonly state?: State;
  readonly quotas?: Partial<Quotas>;
  /** Lists give at most so many; 1000 where nothing is said. */
  readonly pageSize?: number;
  /** Reads that still answer as before a write; none where nothing is said. IAM is eventually consistent. */
  readonly lag?: number;
  readonly credentials?: readonly Credential[];
}

export interface CallRecord {
  readonly service: string;
  readonly operation: string;
  readonly parameters: Asked['parameters'];
  readonly caller: string;
  /** `200`, a code of AWS, or `lost`. */
  readonly outcome: string;
  /** It changed something. */
  readonly committed: boolean;
}

export interface AwsDouble {
  readonly url: string;
  /** What a program needs in its environment to meet the double as the administrator. */
  readonly env: Readonly<Record<string, string>>;
  readonly state: () => State;
  /** Writes at once, as somebody else would. */
  readonly change: (write: (state: State) => State) => void;
  readonly faults: FaultBox;
  /** In the order in which they were answered. */
  readonly calls: readonly CallRecord[];
  readonly credentials: Map<string, Credential>;
  readonly close: () => Promise<void>;
}

export const ADMINISTRATOR: Credential = {
  accessKeyId: 'AKIADOUBLEADMIN00000',
  secretAccessKey: 'double/secret+administrator=0123456789ab',
  arn: 'arn:aws:iam::111122223333:user/administrator',
  userId: 'AIDADOUBLEADMIN000000',
};

export async function startDouble(options: DoubleOptions = {}): Promise<AwsDouble> {
  const world = worldOf(options);
  const server = createServer((request, response) => {
    answer(world, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const { accessKeyId, secretAccessKey } = ADMINISTRATOR;
  return {
    url,
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    state: () => world.states[0]?.state ?? EMPTY,
    change: (write) => commit(world, write(now(world))),
    faults: world.faults,
    calls: world.calls,
    credentials: world.credentials,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface World {
  /** The newest first, each with the number of reads before it was written. */
  states: readonly { readonly state: State; readonly since: number }[];
  reads: number;
  ids: number;
  readonly quotas: Quotas;
  readonly pageSize: number;
  readonly lag: number;
  readonly faults: FaultBox;
  readonly calls: CallRecord[];
  readonly credentials: Map<string, Credential>;
}

function worldOf({ state = EMPTY, quotas, pageSize = 1000, lag = 0, credentials = [] }: DoubleOptions): World {
  return {
    states: [{ state, since: Number.NEGATIVE_INFINITY }],
    reads: 0,
    ids: 0,
    quotas: { ...DEFAULT_QUOTAS, ...quotas },
    pageSize,
    lag,
    faults: faultBox(),
    calls: [],
    credentials: new Map([ADMINISTRATOR, ...credentials].map((one) => [one.accessKeyId, one])),
  };
}

function now({ states }: World): State {
  return states[0]?.state ?? EMPTY;
}

/** States kept for who reads late. */
const KEPT = 50;

function commit(world: World, state: State): void {
  world.states = [{ state, since: world.reads }, ...world.states].slice(0, KEPT);
}

/** What a read sees: the newest state that has been there for long enough. */
function seen(world: World, fault: Fault | undefined): State {
  const { states, reads, lag } = world;
  if (fault?.kind === 'stale') return states[Math.min(fault.age, states.length - 1)]?.state ?? EMPTY;
  return states.find(({ since }) => reads - since >= lag)?.state ?? states.at(-1)?.state ?? EMPTY;
}

async function answer(world: World, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await received(incoming);
  const id = randomUUID();
  const done = serve(world, request, id);
  world.calls.push(done.record);
  if (done.reply === 'lost') {
    incoming.socket.destroy();
    return;
  }
  response.writeHead(done.reply.status, done.reply.headers).end(done.reply.body);
}

async function received(incoming: IncomingMessage): Promise<Received> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const { method = '', url = '/', headers } = incoming;
  return { method, url, headers, body: Buffer.concat(pieces) };
}

interface Done {
  readonly reply: Reply | 'lost';
  readonly record: CallRecord;
}

function serve(world: World, request: Received, id: string): Done {
  const name = /\/([^/]+)\/aws4_request/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const service = SERVICES[name];
  if (!service) return { reply: plain(403, `no service ${name}`), record: unread(name, 'unknown service') };
  const { protocol } = service;
  let asked: Asked = { operation: '', parameters: {} };
  let caller = '';
  const before = now(world);
  const record = (outcome: string): CallRecord => {
    return { service: name, ...asked, caller, outcome, committed: now(world) !== before };
  };
  try {
    asked = protocol.read(request);
    const signed = verify(request, world.credentials, Date.now());
    caller = signed.credential.arn;
    refuse(service, name, asked, signed);
    const fault = world.faults.next(asked.operation);
    const broken = fault && beforehand(world, fault);
    if (broken) return { reply: broken, record: record(broken === 'lost' ? 'lost' : String(broken.status)) };
    const outcome = carryOut(world, service, { asked, signed, fault });
    if (fault?.kind === 'lost') return { reply: 'lost', record: record('lost') };
    if (fault?.kind === 'gateway') return { reply: GATEWAY, record: record('502') };
    return { reply: protocol.answer(asked, outcome, id), record: record('200') };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { reply: protocol.refusal(error, id), record: record(error.code) };
  }
}

const GATEWAY: Reply = plain(502, '<html><body>Bad Gateway</body></html>');

function plain(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/html' }, body };
}

function unread(service: string, outcome: string): CallRecord {
  return { service, operation: '', parameters: {}, caller: '', outcome, committed: false };
}

/** What goes wrong before the call is carried out. */
function beforehand(world: World, fault: Fault): Reply | 'lost' | undefined {
  if (fault.kind === 'error') throw new AwsError(fault.code, fault.message ?? 'an error on request', fault.status);
  if (fault.kind === 'lost' && !fault.committed) return 'lost';
  if (fault.kind === 'gateway' && !fault.committed) return GATEWAY;
  if (fault.kind === 'other-writer') commit(world, fault.write(now(world)));
  return undefined;
}

interface Work {
  readonly asked: Asked;
  readonly signed: Signed;
  readonly fault: Fault | undefined;
}

function carryOut(world: World, service: Service, { asked, signed, fault }: Work): Outcome {
  const operation = service.operations[asked.operation];
  if (!operation) throw new AwsError('InvalidAction', `Could not find operation ${asked.operation}`);
  const reads = isRead(asked.operation);
  const call: Call = {
    state: reads ? seen(world, fault) : now(world),
    parameters: asked.parameters,
    caller: signed.credential,
    quotas: world.quotas,
    now: `${new Date().toISOString().slice(0, 19)}Z`,
    newId: (prefix) => `${prefix}${(world.ids++).toString(32).toUpperCase().padStart(17, 'A')}`,
    pageSize: world.pageSize,
  };
  if (reads) world.reads += 1;
  const outcome = operation(call);
  if (outcome.state) commit(world, outcome.state);
  if (outcome.credential) world.credentials.set(outcome.credential.accessKeyId, outcome.credential);
  return outcome;
}

function refuse({ denied }: Service, name: string, { operation }: Asked, { credential }: Signed): void {
  const action = `${name}:${operation}`;
  const isRefused = credential.refused?.some((pattern) =>
    new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action),
  );
  if (!isRefused) return;
  throw new AwsError(
    denied,
    `User: ${credential.arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
    name === 'iam' || name === 'sts' ? 403 : 400,
  );
}
