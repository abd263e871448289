/** A run of mutants as one JSON document. */
import { type Location, positionAt } from '../language/index.ts';
import type { MissingScenario, MutantResult, MutationReport } from '../scenario/index.ts';

/** Changes with every change of the form that could break a reader. */
const MUTATION_REPORT_VERSION = 1;

/** The document, indented by two, ending in a line break. */
export function mutationReportJson({ results, totals, score, missing }: MutationReport): string {
  const document = {
    schemaVersion: MUTATION_REPORT_VERSION,
    score: score ?? null,
    totals: {
      mutants: totals.mutants,
      killed: totals.killed,
      survived: totals.survived,
      open: totals.open,
      equivalent: totals.equivalent,
    },
    mutants: results.map((result) => mutantJson(result, missing)),
    missing: missing.map(({ source, name, text }) => ({ path: source.name, name, scenario: text })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

// Members that are undefined are left out by JSON.stringify.

function mutantJson({ mutant, status, killedBy, missing, why }: MutantResult, all: readonly MissingScenario[]) {
  return {
    policy: mutant.policy.name,
    statement: mutant.statement?.index,
    sid: mutant.statement?.sid,
    mutator: mutant.mutator,
    words: mutant.words,
    location: mutant.location && locationJson(mutant.location),
    status,
    killedBy: killedBy && { path: killedBy.location.source.name, name: killedBy.name },
    missing: missing && all.find((one) => one.case === missing)?.name,
    why,
  };
}

function locationJson({ source, range }: Location) {
  const { line, column } = positionAt(source, range.start);
  return { path: source.name, line, column };
}
