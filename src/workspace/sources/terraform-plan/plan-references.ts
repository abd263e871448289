/** What the expressions of a Terraform configuration refer to, followed through modules. */
import { member, type SourceNode } from '../../../parse/index.ts';
import { moduleConfiguration, moduleNames, type PlanResource } from './plan-resources.ts';

/** What an expression refers to, the longest form of each: `aws_s3_bucket.data.arn`, not `aws_s3_bucket.data` as well. */
export function referencesOf(expression: SourceNode | undefined): readonly string[] {
  const list = member(expression, 'references');
  if (list?.kind !== 'array') return [];
  const all = [...new Set(list.items.flatMap((one) => (one.kind === 'string' ? one.text : [])))];
  return all.filter((one) => !all.some((other) => other !== one && isPartOf(one, other)));
}

function isPartOf(short: string, long: string): boolean {
  return long.startsWith(short) && /^[.[]/.test(long.slice(short.length));
}

/** Finds the resources that an expression of a resource refers to. */
export type Resolver = (expression: SourceNode | undefined, from: PlanResource) => readonly PlanResource[];

/** Ways through modules that are longer lead in circles. */
const MOST_STEPS = 16;

export function resolver(root: SourceNode, resources: readonly PlanResource[]): Resolver {
  const configuration = member(member(root, 'configuration'), 'root_module');
  const byOwn = new Map<string, PlanResource[]>();
  for (const one of resources) byOwn.set(one.own, [...(byOwn.get(one.own) ?? []), one]);

  function follow(reference: string, module: string, steps: number): readonly PlanResource[] {
    if (steps > MOST_STEPS) return [];
    const [first = '', second = '', third = ''] = reference.split(/[.[]/);
    if (first === 'module') {
      const inside = `${module === '' ? '' : `${module}.`}module.${second}`;
      const outputs = member(moduleConfiguration(configuration, moduleNames(inside)), 'outputs');
      const output = outputNamed(outputs, reference);
      return referencesOf(member(output, 'expression')).flatMap((one) => follow(one, inside, steps + 1));
    }
    if (first === 'var') {
      const names = moduleNames(module);
      const outer = moduleConfiguration(configuration, names.slice(0, -1));
      const call = member(member(outer, 'module_calls'), names.at(-1) ?? '');
      const given = member(member(call, 'expressions'), second);
      const outside = module.slice(0, Math.max(0, module.lastIndexOf('module.') - 1));
      return referencesOf(given).flatMap((one) => follow(one, outside, steps + 1));
    }
    const own = first === 'data' ? `data.${second}.${third}` : `${first}.${second}`;
    return (byOwn.get(own) ?? []).filter((one) => isInModule(one.module, module));
  }

  return (expression, from) =>
    referencesOf(expression).flatMap((reference) => {
      const found = follow(reference, from.module, 0);
      // An instance refers to the instance with its own key, where there are as many.
      const same = found.filter((one) => indexOf(one.address) === indexOf(from.address));
      return same.length > 0 ? same : found;
    });
}

/** `module.team.role_arns` and `module.team["a"].role_arn` both name an output behind the module. */
function outputNamed(outputs: SourceNode | undefined, reference: string): SourceNode | undefined {
  const name = /^module\.[A-Za-z0-9_-]+(?:\[[^\]]*\])?\.([A-Za-z0-9_-]+)/.exec(reference)?.[1];
  return name === undefined ? undefined : member(outputs, name);
}

/** A module that is called once has the address it was written with; one of several has an index. */
function isInModule(actual: string, written: string): boolean {
  return actual === written || actual.replaceAll(/\[[^\]]*\]/g, '') === written;
}

function indexOf(address: string): string {
  return /(\[[^\]]*\])$/.exec(address)?.[1] ?? '';
}
