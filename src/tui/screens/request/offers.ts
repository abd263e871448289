/** What completion offers while a field is typed, the best first. */
import { callersOf, type Environment, keysRead } from '../../../environment/index.ts';
import { type ConditionTrace, policiesIn } from '../../../language/index.ts';
import type { Project } from '../../project/project.ts';
import { casesOf } from '../../project/scenario-cases.ts';
import { environmentNamed, environmentsOf } from '../../tasks/ask-request.ts';
import { passesFilter } from '../../widgets/filter.ts';
import { draftOf, FROM_NAMES, HOP_MARK } from './fields.ts';
import { resourceOffers } from './resource-offers.ts';
import type { Editing } from './state.ts';

export interface Offer {
  /** What is shown. */
  readonly text: string;
  readonly note?: string;
  /** The whole line once it is taken; what is shown without. */
  readonly line?: string;
  /** More is to be typed behind it. */
  readonly open?: boolean;
}

/** More than fit any screen say nothing. */
const MOST = 400;

export function offersOf(project: Project, { field, line }: Editing): readonly Offer[] {
  return allOffers(project, field, line.text).slice(0, MOST);
}

/** The line after an offer was taken. */
export function lineOf({ text, line }: Offer): string {
  return line ?? text;
}

function allOffers(project: Project, field: Editing['field'], text: string): readonly Offer[] {
  const { workspace, catalog } = project;
  if (!workspace || !catalog) return [];
  const request = draftOf(project);
  const environment = environmentNamed(workspace, request.environment);
  switch (field) {
    case 'scenario':
      return matching(
        casesOf(workspace).map((one) => ({ text: one.name, note: one.location.source.name })),
        text,
      );
    case 'environment':
      return matching(
        environmentsOf(workspace).map(({ source, description }) => ({
          text: source.name,
          ...(description === undefined ? {} : { note: description }),
        })),
        text,
      );
    case 'principal':
      return matching(environment ? principals(environment) : [], text);
    case 'assume':
      return environment ? roleOffers(environment, text) : [];
    case 'action':
      return actionOffers(project, text);
    case 'resource':
      return resourceOffers({ catalog, environment, request }, text);
    case 'from':
      return environment ? fromOffers(environment, text) : [];
    case 'key':
      return keyOffers(project, text);
    default:
      return field satisfies never;
  }
}

/** Those that begin with the text before those that hold its words. */
function matching(offers: readonly Offer[], text: string): readonly Offer[] {
  const lower = text.toLowerCase();
  const found = offers.filter((one) => passesFilter(text, `${one.text} ${one.note ?? ''}`));
  const begins = (one: Offer) => one.text.toLowerCase().startsWith(lower);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}

function principals(environment: Environment): Offer[] {
  const described = callersOf(environment).flatMap(({ label, principal }): Offer[] => {
    const account = environment.accounts.find(({ id }) => id === principal.account);
    return [{ text: principal.roleArn ?? principal.arn ?? label, note: account?.name ?? principal.account ?? '' }];
  });
  const services = environment.policies
    .flatMap(({ document }) => document.statements)
    .flatMap(({ principal }) => principal?.entries ?? [])
    .filter(({ kind }) => kind === 'Service')
    .map(({ value }) => value);
  return [
    ...described.map((one) => ({ ...one, text: shortName(one.text) })),
    ...[...new Set(services)].sort().map((text) => ({ text, note: 'a service' })),
    { text: 'anonymous', note: 'without credentials' },
  ];
}

/** `111122223333/user/ann`, which is resolved as the ARN is. */
function shortName(arn: string): string {
  const found = /^arn:[^:]+:(?:iam|sts)::(\d{12}):(.+)$/.exec(arn);
  return found ? `${found[1]}/${found[2]}` : arn;
}

function roleOffers(environment: Environment, text: string): readonly Offer[] {
  const at = text.lastIndexOf('>') + 1;
  const before = text
    .slice(0, at)
    .split('>')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const roles = environment.accounts.flatMap((account) =>
    account.roles.map(({ arn }) => ({ text: shortName(arn), note: account.name ?? account.id })),
  );
  return matching(roles, text.slice(at).trim()).map((one) => ({ ...one, line: [...before, one.text].join(HOP_MARK) }));
}

function actionOffers({ catalog }: Project, text: string): readonly Offer[] {
  if (!catalog) return [];
  const colon = text.indexOf(':');
  if (colon === -1) {
    const services = catalog.serviceNames().map((prefix) => ({ text: `${prefix}:`, open: true }));
    return matching(services, text);
  }
  const actions = catalog.service(text.slice(0, colon))?.actions ?? [];
  return matching(
    actions.map(({ id, level }) => ({ text: id, note: level })),
    text,
  );
}

function fromOffers({ accounts }: Environment, text: string): readonly Offer[] {
  const [, before = '', last = ''] = /^(.*?)(\S*)$/s.exec(text) ?? [];
  const taken = new Set([...before.matchAll(/(\w+)=/g)].map((match) => match[1]));
  const endpoints = accounts.flatMap(({ vpcEndpoints }) => vpcEndpoints.map(({ id }) => `vpcEndpoint=${id}`));
  const words: Offer[] = FROM_NAMES.filter((name) => !taken.has(name)).flatMap((name): Offer[] => {
    if (name === 'mfa' || name === 'tls') return [{ text: `${name}=true` }, { text: `${name}=false` }];
    if (name === 'vpcEndpoint') return endpoints.map((one) => ({ text: one }));
    return [{ text: `${name}=`, open: true, ...(FROM_NOTES[name] ? { note: FROM_NOTES[name] } : {}) }];
  });
  return matching(words, last).map((one) => ({ ...one, line: `${before}${one.text}` }));
}

const FROM_NOTES: Readonly<Record<string, string>> = {
  ip: 'public address of the caller',
  privateIp: 'address within the VPC',
  time: '2026-11-23T09:00:00Z',
  mfaAge: 'seconds since MFA was used',
  via: 'services that call on behalf, with commas',
  sourceArn: 'for service callers: the resource they act for',
  sourceAccount: 'for service callers: whose resource',
};

/** Keys that policies read for the action first; behind `=` the values that policies compare with. */
function keyOffers({ catalog, answer, request }: Project, text: string): readonly Offer[] {
  const equals = text.indexOf('=');
  const decisive = answer?.answer?.decisive;
  const key = text.slice(0, Math.max(0, equals));
  if (equals !== -1) {
    const conditions = decisive ? conditionsOn(decisive.result.layers, key) : [];
    const compared = conditions.flatMap(({ values }) => values.map(({ value }) => value));
    const type = catalog?.conditionKey(key)?.type;
    const values = [...new Set([...(type === 'Bool' ? ['true', 'false'] : []), ...compared])];
    return matching(
      values.map((value) => ({ text: value, line: `${key}=${value}` })),
      text.slice(equals + 1),
    );
  }
  const action = request?.checks[0]?.action ?? '';
  const read = decisive ? keysRead(policiesIn(decisive.policies), decisive.request.action) : new Set<string>();
  const offers = (catalog?.keysOfAction(action) ?? []).map(({ name, type }): Offer & { isRead: boolean } => {
    const isRead = read.has(name.toLowerCase());
    const start = name.includes('${') ? name.slice(0, name.indexOf('${')) : `${name}=`;
    return { text: name, note: `${type}${isRead ? ', read by a policy' : ''}`, line: start, open: true, isRead };
  });
  return matching([...offers.filter(({ isRead }) => isRead), ...offers.filter(({ isRead }) => !isRead)], text);
}

type Layers = NonNullable<NonNullable<Project['answer']>['answer']>['steps'][number]['result']['layers'];

function conditionsOn(layers: Layers, key: string): readonly ConditionTrace[] {
  return layers
    .flatMap(({ nodes }) => nodes.flatMap(({ statements }) => statements.flatMap(({ conditions }) => conditions)))
    .filter((one) => one.key.toLowerCase() === key.toLowerCase());
}
