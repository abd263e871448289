/** Which way a call takes and the context keys that follow: addresses, VPC endpoint, services on behalf (D, D4, D5). */
import { parseAddress } from '../compile/index.ts';
import { didYouMean } from '../schema/index.ts';
import { type AbsentKey, type Derived, type DerivedKey, derived } from './derived.ts';
import type { Environment, VpcEndpoint } from './environment.ts';
import { type From, viaOf } from './from.ts';

export interface Route extends Derived {
  /** The VPC endpoint the call passes. */
  readonly endpoint?: VpcEndpoint;
}

/** @param service prefix of the service that is called */
export function routeOf(environment: Environment, from: From, service: string): Route {
  const problems = addressProblems(from);
  const endpoint = findEndpoint(environment, from);
  if (from.vpcEndpoint !== undefined && !endpoint) problems.push(unknownEndpoint(environment, from.vpcEndpoint));
  const via = viaOf(from);
  if (via.length > 0) return onBehalf(via, problems);
  if (endpoint && (endpoint.services?.includes(service) ?? true)) return throughEndpoint(endpoint, from, problems);
  const notes: string[] = [];
  if (endpoint) {
    notes.push(`VPC endpoint \`${endpoint.id}\` does not serve \`${service}\`: the call does not pass it`);
  } else if (from.privateIp !== undefined) {
    notes.push('`from.privateIp` counts only together with `from.vpcEndpoint`');
  }
  return direct(from, notes, problems);
}

function direct(from: From, notes: readonly string[], problems: readonly string[]): Route {
  const keys: DerivedKey[] = [VIA_SERVICE.no];
  const absent: AbsentKey[] = [...NO_ENDPOINT, ...NOT_ON_BEHALF];
  if (from.ip !== undefined) keys.push({ key: 'aws:SourceIp', value: from.ip, because: '`from.ip` says so' });
  else absent.push({ key: 'aws:SourceIp', because: 'the address of the caller is not known: give `from.ip`' });
  return derived({ keys, absent, notes, problems });
}

/** D4: the endpoint takes the place of the public address. */
function throughEndpoint(endpoint: VpcEndpoint, from: From, problems: readonly string[]): Route {
  const because = `the call passes VPC endpoint ${endpoint.id}`;
  const keys: DerivedKey[] = [
    VIA_SERVICE.no,
    { key: 'aws:SourceVpce', value: endpoint.id, because },
    { key: 'aws:SourceVpc', value: endpoint.vpc, because },
  ];
  const absent: AbsentKey[] = [{ key: 'aws:SourceIp', because }, ...NOT_ON_BEHALF];
  if (from.privateIp !== undefined) {
    keys.push({ key: 'aws:VpcSourceIp', value: from.privateIp, because: '`from.privateIp` says so' });
  } else absent.push({ key: 'aws:VpcSourceIp', because: 'the address in the VPC is not known: give `from.privateIp`' });
  return { ...derived({ keys, absent, problems }), endpoint };
}

/** D5: the service makes the call, from its own network. */
function onBehalf(via: readonly string[], problems: readonly string[]): Route {
  const because = `${via.at(-1)} calls on behalf of the caller`;
  const keys: DerivedKey[] = [
    { key: 'aws:ViaAWSService', value: 'true', because },
    { key: 'aws:CalledVia', value: via, because },
    { key: 'aws:CalledViaFirst', value: via[0] ?? '', because },
    { key: 'aws:CalledViaLast', value: via.at(-1) ?? '', because },
  ];
  const absent = ['aws:SourceIp', ...ENDPOINT_KEYS].map((key) => ({
    key,
    because: `${because}, not from the caller's network`,
  }));
  return derived({ keys, absent, problems });
}

const VIA_SERVICE = { no: { key: 'aws:ViaAWSService', value: 'false', because: 'the call is direct' } } as const;

const ENDPOINT_KEYS = ['aws:SourceVpce', 'aws:SourceVpc', 'aws:VpcSourceIp'];

const NO_ENDPOINT: readonly AbsentKey[] = ENDPOINT_KEYS.map((key) => ({
  key,
  because: 'the call does not pass a VPC endpoint',
}));

const NOT_ON_BEHALF: readonly AbsentKey[] = ['aws:CalledVia', 'aws:CalledViaFirst', 'aws:CalledViaLast'].map((key) => ({
  key,
  because: 'no service calls on behalf of the caller',
}));

function findEndpoint(environment: Environment, from: From): VpcEndpoint | undefined {
  return environment.accounts.flatMap((account) => account.vpcEndpoints).find(({ id }) => id === from.vpcEndpoint);
}

function unknownEndpoint(environment: Environment, id: string): string {
  const known = environment.accounts.flatMap((account) => account.vpcEndpoints.map((endpoint) => endpoint.id));
  return `the environment has no VPC endpoint \`${id}\`${didYouMean(id, known)}`;
}

function addressProblems({ ip, privateIp }: From): string[] {
  const addresses = Object.entries({ ip, privateIp });
  return addresses.flatMap(([name, value]) =>
    value === undefined || parseAddress(value) ? [] : [`\`from.${name}\`: \`${value}\` is no IP address`],
  );
}
