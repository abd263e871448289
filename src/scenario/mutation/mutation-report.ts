/** What a run of mutants came to: the score, and the scenarios that are missing. */
import type { SourceText } from '../../language/index.ts';
import type { ScenarioCase } from '../scenario.ts';
import type { Mutant } from './mutants-of.ts';
import { printCase } from './print-case.ts';
import type { MutantResult, MutantStatus } from './run-mutants.ts';

/** A scenario that passes, and fails on mutants that no scenario notices yet. */
export interface MissingScenario {
  /** The scenario file whose environment it is about. */
  readonly source: SourceText;
  /** Unlike that of any scenario of the file. */
  readonly name: string;
  /** YAML: an entry of `scenarios`, from the first column. */
  readonly text: string;
  readonly case: ScenarioCase;
  readonly mutants: readonly Mutant[];
}

export type MutationTotals = Readonly<Record<MutantStatus, number>> & { readonly mutants: number };

export interface MutationReport {
  readonly results: readonly MutantResult[];
  readonly totals: MutationTotals;
  /** Percent of the mutants that could be killed, rounded down to a tenth; missing where there are none. */
  readonly score?: number;
  readonly missing: readonly MissingScenario[];
}

/** @param names the names of scenarios that are taken, by the name of their file */
export function mutationReport(
  results: readonly MutantResult[],
  names: ReadonlyMap<string, ReadonlySet<string>>,
): MutationReport {
  const count = (status: MutantStatus) => results.filter((result) => result.status === status).length;
  const totals = {
    mutants: results.length,
    killed: count('killed'),
    survived: count('survived'),
    equivalent: count('equivalent'),
    open: count('open'),
  };
  const killable = totals.mutants - totals.equivalent;
  const score = killable === 0 ? undefined : Math.floor((1000 * totals.killed) / killable) / 10;
  return { results, totals, ...(score === undefined ? {} : { score }), missing: missingScenarios(results, names) };
}

function missingScenarios(
  results: readonly MutantResult[],
  names: ReadonlyMap<string, ReadonlySet<string>>,
): MissingScenario[] {
  const cases = new Map<ScenarioCase, Mutant[]>();
  for (const { missing, mutant } of results) {
    if (!missing) continue;
    const known = cases.get(missing);
    if (known) known.push(mutant);
    else cases.set(missing, [mutant]);
  }
  const taken = new Map<string, Set<string>>();
  return [...cases].map(([one, mutants]) => {
    const { source } = one.location;
    const ours = taken.get(source.name) ?? new Set(names.get(source.name));
    taken.set(source.name, ours);
    const name = freeName(nameOf(one), ours);
    ours.add(name);
    return { source, name, text: printCase(one, { name, description: describe(mutants) }), case: one, mutants };
  });
}

/** True when the scenario passes. */
function nameOf({ principal, checks, expected }: ScenarioCase): string {
  const [check] = checks;
  const may = expected.decision === 'allowed' ? 'may' : 'may not';
  const where = check && check.resource !== '*' ? ` on ${check.resource}` : '';
  return `${principal.text} ${may} ${check?.action ?? ''}${where}`;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  return free;
}

function describe(mutants: readonly Mutant[]): string {
  const [first] = mutants;
  if (!first) return '';
  const more =
    mutants.length > 1 ? `, and on ${mutants.length - 1} more ${mutants.length === 2 ? 'mutant' : 'mutants'}` : '';
  return `Would fail on ${mutantName(first)}${more}.`;
}

/** `policies/identity/reader.json#Read without the condition Bool on aws:SecureTransport`. */
export function mutantName({ policy, statement, words }: Mutant): string {
  const part = statement ? `#${statement.sid || statement.index}` : '';
  return `${policy.name}${part} ${words}`;
}
