/** The resources of a Terraform plan or state: their values, what of them is not known yet, and what they were made of. */
import type { Range } from '../../../language/index.ts';
import { member, type SourceNode } from '../../../parse/index.ts';
import { at, items, type Spot, textAt } from '../spot.ts';

export interface PlanResource {
  /** `module.team["a"].aws_iam_role.app[0]`. */
  readonly address: string;
  /** `module.team["a"]`, or empty. */
  readonly module: string;
  /** Without its module and its index: `aws_iam_role.app`, `data.aws_iam_policy_document.app`. */
  readonly own: string;
  readonly type: string;
  /** Where the address is written: what a finding about the whole points at. */
  readonly range?: Range;
  readonly values: Spot;
  /** True where a value is known only after apply; the same form as the values. */
  readonly unknown?: SourceNode;
  /** How the configuration writes it: expressions with what they refer to. */
  readonly expressions?: SourceNode;
}

/** Those that will be there after apply, data that is read then included; of a state, those that are there. */
export function planResources(root: Spot): readonly PlanResource[] {
  const changes = new Map(items(at(root, 'resource_changes')).map((one) => [textAt(one, 'address') ?? '', one]));
  const configuration = member(member(root.node, 'configuration'), 'root_module');
  const found = [
    ...ofModule(at(at(root, 'planned_values'), 'root_module')),
    ...ofModule(at(at(root, 'values'), 'root_module')),
  ];
  const listed = new Set(found.map(({ address }) => address));
  const changed = [...changes.values()].flatMap((one) => {
    const values = at(at(one, 'change'), 'after');
    return values && !listed.has(textAt(one, 'address') ?? '') ? (resourceOf(one, values) ?? []) : [];
  });
  const read = ofModule(at(at(at(root, 'prior_state'), 'values'), 'root_module')).filter(
    ({ address, own }) => own.startsWith('data.') && !changes.has(address),
  );
  return [...found, ...changed, ...read].map((resource) => {
    const unknown = member(member(changes.get(resource.address)?.node, 'change'), 'after_unknown');
    const expressions = expressionsOf(configuration, resource);
    return { ...resource, ...(unknown ? { unknown } : {}), ...(expressions ? { expressions } : {}) };
  });
}

function ofModule(module: Spot | undefined): PlanResource[] {
  const own = items(at(module, 'resources')).flatMap((one) => {
    const values = at(one, 'values');
    return values ? (resourceOf(one, values) ?? []) : [];
  });
  return [...own, ...items(at(module, 'child_modules')).flatMap(ofModule)];
}

function resourceOf(spot: Spot, values: Spot): PlanResource | undefined {
  const [address, type, name] = [textAt(spot, 'address'), textAt(spot, 'type'), textAt(spot, 'name')];
  if (address === undefined || type === undefined || name === undefined) return undefined;
  const own = `${textAt(spot, 'mode') === 'data' ? 'data.' : ''}${type}.${name}`;
  // The own address is the end of the whole, but for an index: a key of the index may hold anything.
  const start = address.startsWith('module.') ? address.lastIndexOf(`.${own}`) : -1;
  const range = member(spot.node, 'address')?.range;
  const module = start === -1 ? '' : address.slice(0, start);
  return { address, module, own, type, values, ...(range ? { range } : {}) };
}

/** Names of the modules on the way: `module.a["x"].module.b` is `a`, `b`. */
export function moduleNames(module: string): readonly string[] {
  return [...module.matchAll(/(?:^|\.)module\.([A-Za-z0-9_-]+)/g)].map(([, name = '']) => name);
}

export function moduleConfiguration(root: SourceNode | undefined, names: readonly string[]): SourceNode | undefined {
  let module = root;
  for (const name of names) module = member(member(member(module, 'module_calls'), name), 'module');
  return module;
}

function expressionsOf(root: SourceNode | undefined, { module, own }: PlanResource): SourceNode | undefined {
  const list = member(moduleConfiguration(root, moduleNames(module)), 'resources');
  if (list?.kind !== 'array') return undefined;
  const found = list.items.find((one) => {
    const address = member(one, 'address');
    return address?.kind === 'string' && address.text === own;
  });
  return member(found, 'expressions');
}
