// iamproof as it ships: the built library.
import { decide, evaluate, parsePolicy } from '../../dist/index.js';

function read({ name, type, text }) {
  const { document, diagnostics } = parsePolicy({ name, text }, type);
  if (!document) throw new Error(diagnostics[0]?.message ?? 'no document');
  return { name, type, document };
}

function written(document, type, name = type) {
  return { name, type, text: JSON.stringify(document) };
}

/** The policies of a row as texts, each with its name and type. */
export function policyTexts({ identity, boundary, scps, resource }) {
  const list = (documents, type) => documents.map((one, index) => written(one, type, `${type}-${index}`));
  return {
    ...(identity ? { identity: list(identity, 'identity') } : {}),
    ...(boundary ? { boundary: list(boundary, 'boundary') } : {}),
    ...(scps ? { scps: scps.map((node) => ({ level: node.level, policies: list(node.policies, 'scp') })) } : {}),
    ...(resource ? { resource: written(resource, 'resource') } : {}),
  };
}

/** From texts to what `decide` and `evaluate` take. */
export function readPolicies({ identity, boundary, scps, resource }) {
  return {
    ...(identity ? { identity: identity.map(read) } : {}),
    ...(boundary ? { boundary: boundary.map(read) } : {}),
    ...(scps ? { scps: scps.map(({ level, policies }) => ({ level, policies: policies.map(read) })) } : {}),
    ...(resource ? { resource: read(resource) } : {}),
  };
}

export function policiesInPlay(policies) {
  return readPolicies(policyTexts(policies));
}

/** The contenders of a row; each answers one of its requests, which come round and round. */
export function oursOn(row) {
  const texts = policyTexts(row.policies);
  const policies = readPolicies(texts);
  const documents = JSON.stringify(Object.values(row.policies));
  const asking = (ask) => (requests) => (index) => ask(requests[index % requests.length]);
  return {
    decide: asking((request) => decide(policies, request)),
    evaluate: asking((request) => readReasons(evaluate(policies, request))),
    'whole trace': asking((request) => readAll(evaluate(policies, request))),
    'read and decide': asking((request) => decide(readPolicies(texts), request)),
    'JSON.parse': () => () => JSON.parse(documents),
    decisions: row.requests.map((request) => decide(policies, request).decision),
    evaluated: row.requests.map((request) => evaluate(policies, request).decision),
  };
}

/** Why it was decided so: the deciding statements with every value of theirs, and the keys that nobody gave. */
function readReasons({ statements, unknownKeys }) {
  let seen = unknownKeys.length;
  for (const { trace } of statements) seen += lookAt(trace);
  return seen;
}

/** Every element and condition of every statement of every layer, so that nothing can be left for later. */
function readAll({ layers, statements, unknownKeys }) {
  let seen = readReasons({ statements, unknownKeys });
  for (const layer of layers) {
    for (const node of layer.nodes) for (const statement of node.statements) seen += lookAt(statement);
  }
  return seen;
}

function lookAt({ applies, principal, action, resource, conditions }) {
  let seen = action.values.length + (resource?.values.length ?? 0);
  if (applies === 'yes' && action.matches === 'yes' && resource?.matches !== 'no' && principal?.matches !== 'no')
    seen++;
  for (const { holds, actual, values } of conditions) seen += actual.length + values.length + (holds === 'yes' ? 1 : 0);
  return seen;
}
