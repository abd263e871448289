/** A scenario run as one JSON document: stable order of members, places with lines and columns, nothing computed on read. */
import { type Location, positionAt } from '../language/index.ts';
import type { CaseResult, CoveredPolicy, FileResult, Received, ScenarioReport } from '../scenario/index.ts';

/** Changes with every change of the form that could break a reader. */
const SCENARIO_REPORT_VERSION = 1;

/** The document, indented by two, ending in a line break. */
export function scenarioReportJson(report: ScenarioReport): string {
  const { totals, coverage } = report;
  const document = {
    schemaVersion: SCENARIO_REPORT_VERSION,
    totals: {
      cases: totals.cases,
      passed: totals.passed,
      failed: totals.failed,
      error: totals.error,
      skipped: totals.skipped,
    },
    notSelected: report.notSelected,
    only: report.onlyCases,
    empty: report.empty,
    files: report.files.map(fileJson),
    coverage: {
      totals: {
        statements: coverage.totals.statements,
        covered: coverage.totals.covered,
        decided: coverage.totals.decided,
        applied: coverage.totals.applied,
        evaluated: coverage.totals.evaluated,
        untouched: coverage.totals.untouched,
      },
      elements: coverage.elements,
      outcomes: coverage.outcomes,
      policies: coverage.policies.map(policyJson),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

// Members that are undefined are left out by JSON.stringify.

function fileJson(file: FileResult) {
  return { path: file.source.name, description: file.description, cases: file.results.map(caseJson) };
}

function caseJson(result: CaseResult) {
  const { case: asked } = result;
  const { expected } = asked;
  return {
    name: asked.name,
    status: result.status,
    location: locationJson(asked.location),
    description: asked.description,
    tags: asked.tags,
    skip: asked.skip,
    expected: {
      decision: expected.decision,
      decidedBy: expected.decidedBy,
      statement: expected.statement,
      failedCheck: expected.failedCheck,
      failedHop: expected.failedHop,
    },
    received: result.received && receivedJson(result.received),
    differences: result.differences,
    notes: result.notes,
    request: result.decisive && {
      of: result.decisive.of,
      index: result.decisive.index,
      principal: result.decisive.request.principal,
      action: result.decisive.request.action,
      resource: result.decisive.request.resource,
      resourceAccount: result.decisive.request.resourceAccount,
      context: sortedByKey(result.decisive.request.context),
    },
  };
}

function receivedJson(received: Received) {
  return {
    decision: received.decision,
    decidedBy: received.decidedBy,
    rule: received.rule,
    missing: received.missing,
    statements: received.statements.map(({ layer, trace }) => ({
      layer,
      policy: trace.policy.name,
      statement: trace.statement,
      sid: trace.sid,
      effect: trace.effect,
      location: trace.location && locationJson(trace.location),
    })),
    failedCheck: received.failedCheck,
    failedHop: received.failedHop,
    refusal: received.refusal,
  };
}

function policyJson(policy: CoveredPolicy) {
  return {
    name: policy.name,
    types: policy.types,
    statements: policy.statements.map((statement) => ({
      statement: statement.index,
      sid: statement.sid,
      effect: statement.effect,
      level: statement.level,
      covered: statement.covered,
      values: statement.values.map(({ element, value, covered }) => ({ element, value, covered })),
      conditions: statement.conditions.map(({ operator, key, wanted, seen }) => ({ operator, key, wanted, seen })),
      location: statement.location && locationJson(statement.location),
    })),
  };
}

function locationJson(location: Location) {
  const { line, column } = positionAt(location.source, location.range.start);
  return { path: location.source.name, line, column };
}

function sortedByKey<T>(members: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
