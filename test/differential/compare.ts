/** Compares an engine's answer to the reference evaluator's and tells a difference with a document to replay. */

import type {
  AnswerJson,
  NodeJson,
  PoliciesJson,
  PolicyEntry,
  PolicyJson,
  SimulationDocument,
  StatementJson,
} from './documents.ts';
import { type ReferenceAnswer, referenceAnswer } from './reference-evaluator.ts';
import { listOf } from './reference-matching.ts';

/** Undefined when both agree; else what differs and the document, without its empty members, on one line. */
export function compareOne(document: SimulationDocument, engineAnswer: AnswerJson): string | undefined {
  const reference = referenceAnswer(document);
  const lines = differences(reference, engineAnswer);
  if (lines.length === 0) return undefined;
  return [
    ...lines,
    `statements of the reference: ${JSON.stringify(reference.statements)}`,
    JSON.stringify(tidy(document)),
  ].join('\n');
}

function differences(reference: ReferenceAnswer, engine: AnswerJson): string[] {
  if (engine.error !== undefined) return [`the engine answers with an error: ${JSON.stringify(engine.error)}`];
  const rows: [string, unknown, unknown][] = [
    ['decision', reference.decision, engine.decision],
    ['decidedBy', reference.decidedBy, engine.decidedBy],
    ['missing', (reference.missing ?? []).join(' '), (engine.missing ?? []).join(' ')],
    ['failedCheck', reference.failedCheck, engine.failedCheck],
  ];
  return rows
    .filter(([, expected, actual]) => expected !== actual)
    .map(([what, expected, actual]) => `${what}: the reference says \`${expected}\`, the engine \`${actual}\``);
}

/** The document without policy types that are not in play. */
function tidy(document: SimulationDocument): SimulationDocument {
  const inPlay = Object.entries(document.policies).filter(([, value]) => value !== null && value !== undefined);
  return { ...document, policies: Object.fromEntries(inPlay) };
}

/**
 * The smallest document found by leaving out policies, statements, conditions, list members and context keys
 * for which `differs` still holds. Greedy; `differs(document)` must hold.
 */
export function minimize(
  document: SimulationDocument,
  differs: (document: SimulationDocument) => boolean,
): SimulationDocument {
  let smallest = tidy(document);
  for (;;) {
    const next = smaller(smallest).find(differs);
    if (next === undefined) return smallest;
    smallest = next;
  }
}

function smaller(document: SimulationDocument): SimulationDocument[] {
  const { policies, request } = document;
  const withPolicies = (changed: PoliciesJson): SimulationDocument => ({ ...document, policies: changed });
  const fewerTypes = withoutOne(policies).map(withPolicies);
  const fewerKeys = withoutOne(request.context ?? {}).map((context) => ({
    ...document,
    request: { ...request, context },
  }));
  const fewerParts = Object.entries(policies).flatMap(([type, value]): SimulationDocument[] => {
    const variants = type === 'scps' || type === 'rcps' ? smallerNodes(value) : smallerEntries(value);
    return variants.map((variant) => withPolicies({ ...policies, [type]: variant }));
  });
  return [...fewerTypes, ...fewerParts, ...fewerKeys];
}

function smallerNodes(nodes: readonly NodeJson[]): NodeJson[][] {
  return [
    ...withoutEach(nodes),
    ...nodes.flatMap((node, i) =>
      smallerEntries(node.policies).map((policies) => nodes.with(i, { ...node, policies })),
    ),
  ];
}

function smallerEntries(value: PolicyEntry | readonly PolicyEntry[]): PolicyEntry[][] {
  const entries = listOf<PolicyEntry>(value);
  const lists = Array.isArray(value) ? withoutEach(entries) : [];
  return [...lists, ...entries.flatMap((entry, i) => smallerPolicies(entry).map((policy) => entries.with(i, policy)))];
}

function smallerPolicies(entry: PolicyEntry): PolicyJson[] {
  if ('document' in entry) return [entry.document];
  const statements = listOf<StatementJson>(entry.Statement);
  const fewer = statements.length > 1 ? withoutEach(statements) : [];
  const changed = statements.flatMap((statement, i) =>
    smallerStatements(statement).map((to) => statements.with(i, to)),
  );
  return [...fewer, ...changed].map((Statement) => ({ ...entry, Statement }));
}

function smallerStatements(statement: StatementJson): StatementJson[] {
  const { Condition, Sid, ...rest } = statement;
  const base = Condition === undefined ? rest : { ...rest, Condition };
  const variants: StatementJson[] = [];
  if (Sid !== undefined) variants.push(base);
  for (const block of Condition === undefined ? [] : withoutOne(Condition)) {
    variants.push(Object.keys(block).length === 0 ? rest : { ...rest, Condition: block });
  }
  for (const [operator, keys] of Object.entries(Condition ?? {})) {
    for (const fewer of Object.keys(keys).length > 1 ? withoutOne(keys) : []) {
      variants.push({ ...rest, Condition: { ...Condition, [operator]: fewer } });
    }
    for (const [key, values] of Object.entries(keys)) {
      for (const fewer of withoutEach(listOf(values))) {
        variants.push({ ...rest, Condition: { ...Condition, [operator]: { ...keys, [key]: fewer } } });
      }
    }
  }
  for (const element of ['Action', 'NotAction', 'Resource', 'NotResource'] as const) {
    const values = listOf<string>(statement[element]);
    if (values.length > 1) variants.push(...withoutEach(values).map((fewer) => ({ ...base, [element]: fewer })));
  }
  return variants;
}

function withoutEach<T>(list: readonly T[]): T[][] {
  return list.map((_, i) => list.filter((_, j) => j !== i));
}

function withoutOne<T extends object>(record: T): T[] {
  return Object.keys(record).map((key) => {
    const copy = { ...record };
    Reflect.deleteProperty(copy, key);
    return copy;
  });
}
