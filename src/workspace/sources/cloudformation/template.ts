/** The sections of a template that values can come from. */
import type { SourceText } from '../../../language/index.ts';
import { type Member, member, pointerStep, type SourceNode } from '../../../parse/index.ts';
import type { SourceOptions } from '../source-format.ts';

export interface Template {
  readonly source: SourceText;
  readonly options: SourceOptions;
  readonly parameters: ReadonlyMap<string, SourceNode>;
  readonly mappings: ReadonlyMap<string, SourceNode>;
  readonly conditions: ReadonlyMap<string, SourceNode>;
  /** By logical id, in the order of the file. */
  readonly resources: ReadonlyMap<string, TemplateResource>;
  /** Settings that serverless functions have in common. */
  readonly globals?: SourceNode;
  /** A macro or a module completes the template before it is deployed: there may be more names. */
  readonly hasMacro: boolean;
}

export interface TemplateResource {
  readonly id: string;
  /** `AWS::IAM::Role` */
  readonly type: string;
  readonly node: SourceNode;
  readonly properties?: SourceNode;
  /** The name of the condition under which it is made. */
  readonly condition?: string;
  /** JSON pointer of `Properties`. */
  readonly path: string;
}

export function readTemplate(node: SourceNode, source: SourceText, options: SourceOptions): Template {
  const globals = member(node, 'Globals');
  const resources = membersOf(node, 'Resources').flatMap(({ key, value }) => resourceOf(key, value) ?? []);
  return {
    source,
    options,
    parameters: section(node, 'Parameters'),
    mappings: section(node, 'Mappings'),
    conditions: section(node, 'Conditions'),
    resources: new Map([...resources.flatMap(madeBeside), ...resources].map((resource) => [resource.id, resource])),
    ...(globals ? { globals } : {}),
    hasMacro: ['Transform', 'Fn::Transform'].some((key) => member(node, key) !== undefined) || resources.some(isModule),
  };
}

/** The members of an object that stands under a key; none where there is no object. */
export function membersOf(node: SourceNode | undefined, key: string): readonly Member[] {
  const found = member(node, key);
  return found?.kind === 'object' ? found.members : [];
}

function isModule({ type }: TemplateResource): boolean {
  return type.endsWith('::MODULE');
}

/** AWS SAM makes a role for each function that is given none; the template may refer to it. */
function madeBeside(resource: TemplateResource): readonly TemplateResource[] {
  const { id, node, path, condition } = resource;
  if (!getsRole(resource)) return [];
  return [{ id: `${id}Role`, type: 'AWS::IAM::Role', node, path, ...(condition === undefined ? {} : { condition }) }];
}

const WITH_ROLE: ReadonlySet<string> = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']);

/** AWS SAM makes its role, out of its property Policies. */
export function getsRole({ type, properties }: TemplateResource): boolean {
  return WITH_ROLE.has(type) && member(properties, 'Role') === undefined;
}

function section(node: SourceNode, key: string): ReadonlyMap<string, SourceNode> {
  return new Map(membersOf(node, key).map((one) => [one.key, one.value]));
}

function resourceOf(id: string, node: SourceNode): TemplateResource | undefined {
  const type = member(node, 'Type');
  if (type?.kind !== 'string') return undefined;
  const properties = member(node, 'Properties');
  const condition = member(node, 'Condition');
  return {
    id,
    type: type.text,
    node,
    ...(properties ? { properties } : {}),
    ...(condition?.kind === 'string' ? { condition: condition.text } : {}),
    path: `/Resources${pointerStep(id)}/Properties`,
  };
}
