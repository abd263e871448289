/** A tree to a simulation: the contract of `schemas/simulation.schema.json`, with every problem at once. */
import type { DecidedBy, Diagnostic, SourceText } from '../language/index.ts';
import { LAYERS } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import { isGiven, type NodeReader, readMembers, readText, refuse } from './node-reader.ts';
import { type FindPolicy, type PolicyNodeReader, readPolicies } from './read-policies.ts';
import { readRequest } from './read-request.ts';
import type { Answer, Expectation, Simulation } from './simulation.ts';

export interface ReadSimulation {
  /** Missing where the document cannot be decided. */
  readonly simulation?: Simulation;
  readonly id?: string;
  readonly diagnostics: readonly Diagnostic[];
}

const ANNOTATIONS = ['$schema', 'title', 'group', 'rules', 'source', 'note', 'confidence'];

export function readSimulation(node: SourceNode, source: SourceText | undefined, find: FindPolicy): ReadSimulation {
  return readWith({ source, diagnostics: [], find }, node);
}

/** The same for a reader that remembers policies. */
export function readWith(reader: PolicyNodeReader, node: SourceNode): ReadSimulation {
  const members = readMembers(node, '', ['id', 'policies', 'request', 'expected', ...ANNOTATIONS], reader);
  if (!members) return { diagnostics: reader.diagnostics };
  const id = readText(members, 'id', '', reader);
  const identified = id === undefined ? {} : { id };
  const [policiesNode, requestNode, expectedNode] = ['policies', 'request', 'expected'].map((key) => members.get(key));
  if (!isGiven(policiesNode))
    refuse(reader, { node, path: '' }, 'the document has no `policies`', 'write "policies": {} for none at all');
  if (!isGiven(requestNode))
    refuse(
      reader,
      { node, path: '' },
      'the document has no `request`',
      'write "request": {"principal": ..., "action": ..., "resource": ...}',
    );
  const policies = isGiven(policiesNode) ? readPolicies(policiesNode, '/policies', reader) : {};
  const call = isGiven(requestNode) ? readRequest(requestNode, '/request', reader) : undefined;
  const expected = isGiven(expectedNode) ? readExpected(expectedNode, reader) : undefined;
  const { diagnostics } = reader;
  if (diagnostics.length > 0 || !call) return { ...identified, diagnostics };
  return {
    ...identified,
    simulation: { ...identified, policies, ...call, ...(expected ? { expected } : {}) },
    diagnostics,
  };
}

const DECISIONS: readonly Expectation['decision'][] = ['allowed', 'denied', 'explicitDeny', 'implicitDeny'];
const DECIDED_BY: readonly DecidedBy[] = [
  ...LAYERS,
  'identity+resource',
  'identity+trust',
  'root',
  'none-required',
  'service-rule',
];

function readExpected(node: SourceNode, reader: NodeReader): Expectation | undefined {
  const members = readMembers(node, '/expected', ['decision', 'decidedBy', 'failedCheck'], reader);
  if (!members) return undefined;
  const decisionText = readText(members, 'decision', '/expected', reader);
  const decision = DECISIONS.find((candidate) => candidate === decisionText);
  const byText = readText(members, 'decidedBy', '/expected', reader);
  const decidedBy = DECIDED_BY.find((candidate) => candidate === byText);
  if (!decision)
    refuse(
      reader,
      { node, path: '/expected/decision' },
      `there is no decision \`${decisionText ?? ''}\``,
      `write one of ${DECISIONS.join(', ')}`,
    );
  if (byText !== undefined && !decidedBy)
    refuse(
      reader,
      { node, path: '/expected/decidedBy' },
      `nothing decides that is called \`${byText}\``,
      `write one of ${DECIDED_BY.join(', ')}`,
    );
  const check = members.get('failedCheck');
  const failedCheck = isGiven(check) ? Number(check.kind === 'number' ? check.text : Number.NaN) : undefined;
  if (failedCheck !== undefined && !Number.isInteger(failedCheck))
    refuse(
      reader,
      { node, path: '/expected/failedCheck' },
      '`failedCheck` is the position of a check, from 0',
      'write a number',
    );
  if (!decision) return undefined;
  return { decision, ...(decidedBy ? { decidedBy } : {}), ...(failedCheck === undefined ? {} : { failedCheck }) };
}

/** The answer to a document that could not be decided: its first problem. */
export function errorAnswer(read: Pick<ReadSimulation, 'id' | 'diagnostics'>): Answer {
  const [first] = read.diagnostics.filter(({ severity }) => severity === 'error');
  const error = {
    code: first?.code ?? 'simulation-shape',
    message: first?.message ?? 'the document cannot be decided',
    path: first?.path ?? '',
  };
  return { ...(read.id === undefined ? {} : { id: read.id }), error };
}
