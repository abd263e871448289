/** What statements ask of a request, as atoms: each is true or false of it, and equal ones are one atom. */
import {
  type CompiledCondition,
  type CompiledResource,
  type CompiledStatement,
  compilePolicy,
  type Template,
} from '../compile/index.ts';
import type { Policy } from '../language/index.ts';

export type Atom = ResourceAtom | ConditionAtom;

/** Does one of the values of Resource or NotResource match? */
export interface ResourceAtom {
  readonly kind: 'resource';
  readonly id: string;
  readonly values: readonly CompiledResource[];
  /** Some value has a variable. */
  readonly isLinked: boolean;
  /** A statement with NotResource and variables, whose meaning depends on what they come to (V3). */
  readonly whole?: CompiledStatement;
}

/** Does the condition hold? */
export interface ConditionAtom {
  readonly kind: 'condition';
  readonly id: string;
  readonly condition: CompiledCondition;
  readonly isLinked: boolean;
}

/** An atom as a statement wants it. */
export interface Literal {
  readonly atom: Atom;
  readonly wanted: boolean;
}

/** One statement beside action and principal, which a question fixes. */
export interface StatementForm {
  readonly compiled: CompiledStatement;
  readonly policy: Policy;
  readonly literals: readonly Literal[];
}

export interface AtomTable {
  readonly formsOf: (policy: Policy) => readonly StatementForm[];
}

export function atomTable(): AtomTable {
  const atoms = new Map<string, Atom>();
  const forms = new Map<Policy, readonly StatementForm[]>();
  const intern = <Kind extends Atom>(atom: Kind): Atom => {
    const known = atoms.get(atom.id);
    if (!known) atoms.set(atom.id, atom);
    return known ?? atom;
  };

  function formOf(compiled: CompiledStatement, policy: Policy): StatementForm {
    const literals = compiled.conditions.map(
      (condition): Literal => ({ atom: intern(conditionAtom(condition)), wanted: true }),
    );
    const resource = resourceLiteral(compiled);
    if (resource) literals.unshift({ ...resource, atom: intern(resource.atom) });
    return { compiled, policy, literals };
  }

  return {
    formsOf: (policy) => {
      let found = forms.get(policy);
      if (!found) {
        found = compilePolicy(policy).statements.map((one) => formOf(one, policy));
        forms.set(policy, found);
      }
      return found;
    },
  };
}

/** `${*}` and its like are no variables: they are the character. */
export function hasVariable({ segments }: Template): boolean {
  return segments?.some(({ kind }) => kind === 'variable' || kind === 'open') === true;
}

function conditionAtom(condition: CompiledCondition): ConditionAtom {
  const { entry, key, values } = condition;
  const isLinked = values.some(({ fixed, template }) => fixed === undefined && hasVariable(template));
  const texts = values.map(({ text }) => text.value).sort();
  const id = JSON.stringify([entry.operator.toLowerCase(), key, isLinked, texts]);
  return { kind: 'condition', id, condition, isLinked };
}

/** Undefined where the statement has no resource element: then it always matches (B18). */
function resourceLiteral(compiled: CompiledStatement): { atom: ResourceAtom; wanted: boolean } | undefined {
  const element = compiled.statement.resource;
  if (!element) return undefined;
  const values = compiled.resources;
  const isLinked = values.some(({ template }) => hasVariable(template));
  const texts = values.map(({ template, text }) => `${template.segments ? '$' : '='}${text.value}`).sort();
  if (element.not && isLinked) {
    const id = JSON.stringify(['NotResource', compiled.statement.effect, texts]);
    return { atom: { kind: 'resource', id, values, isLinked, whole: compiled }, wanted: true };
  }
  // What fills an incomplete ARN depends on the type of the policy (B14).
  const filled = values.map(({ parts }) => (parts ? parts.map(({ codes }) => codes.join()).join(':') : '')).sort();
  return { atom: { kind: 'resource', id: JSON.stringify([texts, filled]), values, isLinked }, wanted: !element.not };
}
