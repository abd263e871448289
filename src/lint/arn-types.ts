/** Which published resource types an ARN of a policy can be, its region and account left aside. */
import { type ResourceType, typingErrors } from '../catalog/index.ts';
import { type Arn, parseArn } from '../language/index.ts';
import type { ResourceFacts } from './resource-facts.ts';
import type { StatementView } from './statement-view.ts';
import type { Knowledge } from './subject.ts';

export interface ArnTypes {
  readonly arn: Arn;
  /** Those whose resource part fits. */
  readonly fitting: readonly TypeArn[];
  /** Something is published of ARNs of this service, so that a lack of fitting types means something. */
  readonly published: boolean;
  /** The kind of resource that a mistyped one most likely means. */
  readonly meant: () => string | undefined;
}

/** The template of a type, taken apart. */
export type TypeArn = Arn;

const OWN = new WeakMap<Knowledge['resources'], Map<ResourceFacts, ArnTypes>>();

/** Undefined for what is no ARN, and where service or resource are open. */
export function typesOfArn(facts: ResourceFacts, view: StatementView, know: Knowledge): ArnTypes | undefined {
  const { arn } = facts;
  if (!arn) return undefined;
  const known = OWN.get(know.resources) ?? new Map<ResourceFacts, ArnTypes>();
  OWN.set(know.resources, known);
  let own = known.get(facts);
  if (!own) {
    const isOpen = arn.service === '' || /[*?$]/.test(arn.service);
    own = findTypes(arn, isOpen ? [] : [arn.service.toLowerCase()], know);
    known.set(facts, own);
  }
  if (own.fitting.length > 0 || !own.published) return own.published ? own : undefined;
  return withOthers(facts, view, know);
}

const OTHERS = new WeakMap<Knowledge['resources'], Map<string, ArnTypes>>();

/** Services of the statement's actions may list resources of this one. */
function withOthers(facts: ResourceFacts, view: StatementView, know: Knowledge): ArnTypes | undefined {
  const { arn, text } = facts;
  if (!arn) return undefined;
  const services = [...new Set([arn.service.toLowerCase(), ...view.actions.map(({ service }) => service)])];
  const known = OTHERS.get(know.resources) ?? new Map<string, ArnTypes>();
  OTHERS.set(know.resources, known);
  const key = `${services.join(' ')} ${text}`;
  const types = known.get(key) ?? findTypes(arn, services, know);
  known.set(key, types);
  return types;
}

function findTypes(arn: Arn, services: readonly string[], { catalog }: Knowledge): ArnTypes {
  const open = `arn:*:${arn.service.toLowerCase()}:*:*:${arn.resource}`;
  const own = services.flatMap((service) => catalog.resourceTypes(service)).filter((type) => isOf(type, arn));
  const fitting = own
    .filter((type) => catalog.resourceTypeFits(type, open))
    .flatMap((type) => parseArn(type.arn) ?? []);
  return { arn, fitting, published: own.length > 0, meant: () => nearestKind(arn, own) };
}

/** `role` for `rol/app`: the word that the resource part begins with, where it is one letter off. */
function nearestKind({ resource }: Arn, own: readonly ResourceType[]): string | undefined {
  const written = kindOf(resource);
  const kinds = own.map(({ arn }) => kindOf(parseArn(arn)?.resource ?? '')).filter((kind) => kind.length > 2);
  if (written.length < 3 || kinds.includes(written)) return undefined;
  return kinds.find((kind) => typingErrors(written, kind) === 1);
}

function kindOf(resource: string): string {
  return /^[A-Za-z-]*(?=[/:])/.exec(resource)?.[0] ?? '';
}

function isOf({ arn }: ResourceType, { service }: Arn): boolean {
  return parseArn(arn)?.service === service.toLowerCase();
}
