/** The policies of a Terraform plan: attributes that hold one, and documents that are written at apply. */
import { type Diagnostic, deployTime, type PolicyType, type SourceText } from '../../../language/index.ts';
import { member, type SourceNode, toValue } from '../../../parse/index.ts';
import { documentAt, mayHoldPolicy, typeByPrincipals } from '../policy-document.ts';
import type { SourcePolicy } from '../source-format.ts';
import { at, items, membersOf, type Spot, stringNode, textAt, textOf } from '../spot.ts';
import { dataDocument } from './data-document.ts';
import { type Resolver, referencesOf } from './plan-references.ts';
import type { PlanResource } from './plan-resources.ts';
import { policyType } from './policy-attributes.ts';

export interface PlanPolicies {
  readonly policies: readonly SourcePolicy[];
  /** Those of one resource, by attribute; those inline in a role stand together. */
  readonly of: (resource: PlanResource, attribute: string) => readonly SourcePolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Walk {
  readonly source: SourceText;
  readonly resolve: Resolver;
  readonly diagnostics: Diagnostic[];
  /** Documents written at apply that a resource uses. */
  readonly used: Set<PlanResource>;
  readonly byPlace: Map<string, SourcePolicy[]>;
}

const DATA = 'data.aws_iam_policy_document.';

export function planPolicies(resources: readonly PlanResource[], source: SourceText, resolve: Resolver): PlanPolicies {
  const walk: Walk = { source, resolve, diagnostics: [], used: new Set(), byPlace: new Map() };
  const policies = resources.filter(({ own }) => !own.startsWith('data.')).flatMap((one) => ofResource(one, walk));
  const known = new Set(policies.map(({ node }) => JSON.stringify(toValue(node))));
  const data = resources.filter((one) => one.own.startsWith(DATA) && !walk.used.has(one));
  const others = data
    .flatMap((one) => ofData(one, walk))
    .filter(({ node }) => !known.has(JSON.stringify(toValue(node))));
  return {
    policies: [...policies, ...others],
    of: ({ address }, attribute) => walk.byPlace.get(`${address} ${attribute}`) ?? [],
    diagnostics: walk.diagnostics,
  };
}

function ofResource(resource: PlanResource, walk: Walk): SourcePolicy[] {
  const kind = textAt(resource.values, 'type');
  const known = membersOf(resource.values).map(({ key }) => key);
  const open = membersOf(resource.unknown && { node: resource.unknown, path: '' }).map(({ key }) => key);
  return [...new Set([...known, ...open])].flatMap((attribute) => {
    const found =
      attribute === 'inline_policy' && resource.type === 'aws_iam_role'
        ? inlinePolicies(resource, walk)
        : ofAttribute(resource, { attribute, type: policyType(resource.type, attribute, kind) }, walk);
    if (found.length > 0) walk.byPlace.set(`${resource.address} ${attribute}`, found);
    return found;
  });
}

interface Attribute {
  readonly attribute: string;
  readonly type: PolicyType | 'none' | undefined;
}

function ofAttribute(resource: PlanResource, { attribute, type }: Attribute, walk: Walk): SourcePolicy[] {
  if (type === 'none') return [];
  const name = attribute === 'policy' ? resource.address : `${resource.address} ${attribute}`;
  const spot = at(resource.values, attribute);
  if (spot) return known({ name, type, spot }, walk);
  const open = member(resource.unknown, attribute);
  if (open?.kind !== 'boolean' || open.text !== 'true') return [];
  const expression = member(resource.expressions, attribute);
  // What AWS fills in by itself is unknown as well, and nobody wrote it.
  if (!expression && (resource.expressions || !resource.type.endsWith('_policy'))) return [];
  const place = { name, type: type ?? 'resource', resource, path: `${resource.values.path}/${attribute}` } as const;
  return [openPolicy(place, expression, walk)];
}

interface Known {
  readonly name: string;
  readonly type: PolicyType | undefined;
  readonly spot: Spot;
}

function known({ name, type, spot }: Known, walk: Walk): SourcePolicy[] {
  const text = textOf(spot);
  if (text !== undefined && !mayHoldPolicy(text) && !(isRequired(type) && text.trim() !== '')) return [];
  if (text === undefined && !member(spot.node, 'Statement')) return [];
  const { node, diagnostics } = documentAt(spot, walk.source);
  walk.diagnostics.push(...diagnostics);
  return node ? [{ name, type: type ?? typeByPrincipals(node), node, path: spot.path }] : [];
}

/** A text that is no policy is a mistake there; elsewhere it may be anything. */
function isRequired(type: PolicyType | undefined): boolean {
  return type === 'identity' || type === 'trust';
}

interface Open {
  readonly name: string;
  readonly type: PolicyType;
  readonly resource: PlanResource;
  readonly path: string;
}

/** Of a document that is written at apply what is known of it; of anything else only what it is made of. */
function openPolicy(
  { name, type, resource, path }: Open,
  expression: SourceNode | undefined,
  walk: Walk,
): SourcePolicy {
  const made = walk.resolve(expression, resource);
  const [data, ...others] = made.filter(({ own }) => own.startsWith(DATA));
  const node = data && others.length === 0 && made.length === 1 ? dataDocument(data) : undefined;
  if (data && node) {
    walk.used.add(data);
    return { name, type, node, path: data.values.path };
  }
  const names = referencesOf(expression);
  const markers = (names.length > 0 ? names : [`${resource.address}.${path.split('/').at(-1)}`]).map(deployTime);
  return { name, type, node: stringNode(markers.join(''), resource), path };
}

function inlinePolicies(resource: PlanResource, walk: Walk): SourcePolicy[] {
  return items(at(resource.values, 'inline_policy')).flatMap((one, index) => {
    const name = `${resource.address} inline_policy.${textAt(one, 'name') ?? index}`;
    const spot = at(one, 'policy');
    if (spot) return textOf(spot) === '' ? [] : known({ name, type: 'identity', spot }, walk);
    const list = member(resource.unknown, 'inline_policy');
    const open = list?.kind === 'array' ? member(list.items[index], 'policy') : undefined;
    if (open?.kind !== 'boolean') return [];
    const blocks = member(resource.expressions, 'inline_policy');
    const expression = blocks?.kind === 'array' ? member(blocks.items[index], 'policy') : undefined;
    return [openPolicy({ name, type: 'identity', resource, path: `${one.path}/policy` }, expression, walk)];
  });
}

/** A document that no resource of the plan uses: an output, or something that Terraform does not manage. */
function ofData(resource: PlanResource, walk: Walk): SourcePolicy[] {
  const json = at(resource.values, 'json');
  if (json) return known({ name: resource.address, type: undefined, spot: json }, walk);
  const node = dataDocument(resource);
  return node ? [{ name: resource.address, type: typeByPrincipals(node), node, path: resource.values.path }] : [];
}
