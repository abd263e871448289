/** Context keys of the call itself: region, time, transport, user agent, and the resource a service acts for (D). */
import { parseDate } from '../compile/index.ts';
import { parseArn } from '../language/index.ts';
import type { Caller } from './caller.ts';
import { type AbsentKey, type Derived, type DerivedKey, derived, joinDerived } from './derived.ts';
import type { Environment } from './environment.ts';
import { accountInArn, findResource } from './find-resource.ts';
import { type From, viaOf } from './from.ts';
import { GLOBAL_SERVICES } from './global-services.ts';
import { organizationPlace } from './organization-place.ts';

/** What is called. */
export interface Called {
  /** Prefix in lower case. */
  readonly service: string;
  readonly resource: string;
  /** Region that the environment gives for the resource. */
  readonly region?: string;
}

export function callKeys(from: From, called: Called): Derived {
  return joinDerived([regionKeys(from, called), timeKeys(from), transportKeys(from)]);
}

function regionKeys(from: From, called: Called): Derived {
  const key = 'aws:RequestedRegion';
  const is = (value: string, because: string) => derived({ keys: [{ key, value, because }] });
  const fixed = Object.hasOwn(GLOBAL_SERVICES, called.service) ? GLOBAL_SERVICES[called.service] : undefined;
  if (fixed !== undefined) return is(fixed, `${called.service} is a global service`);
  if (from.region !== undefined) return is(from.region, '`from.region` says so');
  const inArn = parseArn(called.resource)?.region;
  if (inArn && !/[*?]/.test(inArn)) return is(inArn, 'the region of the resource');
  if (called.region !== undefined) return is(called.region, 'the region of the resource');
  if (called.service === 'sts') return is('us-east-1', 'the global endpoint of STS');
  return derived({ absent: [{ key, because: 'the region of the call is not known: give `from.region`' }] });
}

function timeKeys({ time }: From): Derived {
  const current = 'aws:CurrentTime';
  const epoch = 'aws:EpochTime';
  if (time === undefined) {
    const because = 'the time of the call is not known: give `from.time`';
    return derived({ absent: [current, epoch].map((key) => ({ key, because })) });
  }
  const instant = /^[0-9]{4}-/.test(time) ? parseDate(time) : undefined;
  if (!instant) return derived({ problems: [`\`from.time\`: \`${time}\` is no time as in \`2026-11-23T09:00:00Z\``] });
  const because = '`from.time` says so';
  return derived({
    keys: [
      { key: current, value: time, because },
      { key: epoch, value: String(Math.floor(instant.value)), because },
    ],
  });
}

function transportKeys({ tls = true, userAgent }: From): Derived {
  const secure = { key: 'aws:SecureTransport', value: String(tls), because: tls ? 'HTTPS' : '`from.tls` says so' };
  const agent = 'aws:UserAgent';
  return userAgent === undefined
    ? derived({
        keys: [secure],
        absent: [{ key: agent, because: 'the user agent is not known: give `from.userAgent`' }],
      })
    : derived({ keys: [secure, { key: agent, value: userAgent, because: '`from.userAgent` says so' }] });
}

const SOURCE_KEYS = ['aws:SourceArn', 'aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];

/** D7: only service principals that call for themselves say which resource they act for. */
export function sourceKeys(environment: Environment, caller: Caller, from: From): Derived {
  if (caller.principal.type !== 'service' || viaOf(from).length > 0) {
    const because = 'only a service that calls for itself, on behalf of a resource, has it';
    return derived({ absent: SOURCE_KEYS.map((key) => ({ key, because })) });
  }
  const { sourceArn } = from;
  const keys: DerivedKey[] = [];
  if (sourceArn !== undefined)
    keys.push({ key: 'aws:SourceArn', value: sourceArn, because: '`from.sourceArn` says so' });
  const account = from.sourceAccount ?? (sourceArn === undefined ? undefined : ownerOf(environment, sourceArn));
  if (account !== undefined) {
    const because = from.sourceAccount === undefined ? 'the account of aws:SourceArn' : '`from.sourceAccount` says so';
    keys.push({ key: 'aws:SourceAccount', value: account, because });
  }
  const place = organizationPlace(environment, account);
  if (place) {
    const because = `account ${account} stands there in the organization`;
    keys.push({ key: 'aws:SourceOrgID', value: place.organizationId, because });
    keys.push({ key: 'aws:SourceOrgPaths', value: [place.path], because });
  }
  const noArn = sourceArn !== undefined && !parseArn(sourceArn);
  return derived({
    keys,
    absent: absentSources(keys),
    problems: noArn ? [`\`from.sourceArn\`: \`${sourceArn}\` is no ARN`] : [],
  });
}

function absentSources(keys: readonly DerivedKey[]): AbsentKey[] {
  const because = 'the resource the service acts for is not known: give `from.sourceArn` or `from.sourceAccount`';
  return SOURCE_KEYS.filter((key) => !keys.some((one) => one.key === key)).map((key) => ({ key, because }));
}

function ownerOf(environment: Environment, arn: string): string | undefined {
  return accountInArn(arn) ?? findResource(environment, arn)?.account.id;
}
