/** Resources that an action can be asked on: those of the environment, then the ARN templates of the action. */
import type { Catalog, ResourceType } from '../../../catalog/index.ts';
import type { Environment } from '../../../environment/index.ts';
import type { RequestDraft } from '../../request-draft.ts';
import type { Offer } from './offers.ts';

export interface ResourceQuestion {
  readonly catalog: Catalog;
  readonly environment: Environment | undefined;
  readonly request: RequestDraft;
}

export function resourceOffers({ catalog, environment, request }: ResourceQuestion, text: string): readonly Offer[] {
  const action = catalog.action(request.checks[0]?.action ?? '');
  if (!action) return [];
  if (action.resources.length === 0) return [{ text: '*', note: 'the action takes no resource' }];
  const types = action.resources.map(({ type }) => type);
  const listed = environment ? arnsOf(environment).flatMap((arn) => listedOffer(catalog, types, arn)) : [];
  const templates = types.map((type) => templateOffer(type, environment, request));
  return [...listed, ...templates].filter((offer) => fits(offer, text));
}

function arnsOf({ accounts }: Environment): readonly string[] {
  return accounts.flatMap(({ resources, users, roles }) => [...resources, ...users, ...roles].map(({ arn }) => arn));
}

/** The resource itself, or what lies below it: the objects of a bucket. */
function listedOffer(catalog: Catalog, types: readonly ResourceType[], arn: string): Offer[] {
  const exact = types.find((type) => catalog.resourceTypeFits(type, arn));
  if (exact) return [{ text: arn, note: exact.name }];
  const below = types.find((type) => catalog.resourceTypeFits(type, `${arn}/*`));
  return below ? [{ text: `${arn}/`, note: below.name, open: true }] : [];
}

/** What is known is filled in; the rest is typed from the first placeholder on. */
function templateOffer(type: ResourceType, environment: Environment | undefined, request: RequestDraft): Offer {
  const known: Readonly<Record<string, string | undefined>> = {
    Partition: 'aws',
    Region: request.from.region,
    Account: environment?.accounts[0]?.id,
  };
  const text = type.arn.replace(/\$\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
  const open = text.indexOf('${');
  return open === -1 ? { text, note: type.name } : { text, note: type.name, line: text.slice(0, open), open: true };
}

/** What was typed can still become it, or has come further than it goes. */
function fits({ text, line = text, open }: Offer, typed: string): boolean {
  return typed === '*' || line.startsWith(typed) || (open === true && typed.startsWith(line)) || text.includes(typed);
}
