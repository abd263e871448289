// iamproof as it ships: the built library.
import { decide, evaluate, parsePolicy } from '../../dist/index.js';

function policy(document, type, name) {
  const read = parsePolicy({ name, text: JSON.stringify(document) }, type);
  if (!read.document) throw new Error(read.diagnostics[0]?.message ?? 'no document');
  return { name, type, document: read.document };
}

export function policiesInPlay({ identity, boundary, scps, resource }) {
  const list = (documents, type) => documents.map((one, index) => policy(one, type, `${type}-${index}`));
  return {
    ...(identity ? { identity: list(identity, 'identity') } : {}),
    ...(boundary ? { boundary: list(boundary, 'boundary') } : {}),
    ...(scps ? { scps: scps.map((node) => ({ level: node.level, policies: list(node.policies, 'scp') })) } : {}),
    ...(resource ? { resource: policy(resource, 'resource', 'resource') } : {}),
  };
}

/** The contenders of a row; each answers one of its requests, which come round and round. */
export function oursOn(row) {
  const policies = policiesInPlay(row.policies);
  const texts = JSON.stringify(Object.values(row.policies));
  const at = (requests) => (index) => requests[index % requests.length];
  return {
    decisions: row.requests.map((one) => decide(policies, one).decision),
    decide: (requests) => {
      const next = at(requests);
      return (index) => decide(policies, next(index));
    },
    evaluate: (requests) => {
      const next = at(requests);
      return (index) => readReasons(evaluate(policies, next(index)));
    },
    'whole trace': (requests) => {
      const next = at(requests);
      return (index) => readAll(evaluate(policies, next(index)));
    },
    'JSON.parse': () => () => JSON.parse(texts),
  };
}

/** Why it was decided so: the deciding statements with every value of theirs, and the keys that nobody gave. */
function readReasons({ statements, unknownKeys }) {
  let seen = unknownKeys.length;
  for (const { trace } of statements) seen += trace.action.values.length + trace.conditions.length;
  return seen;
}

/** Every value of every statement of every layer. */
function readAll({ layers }) {
  let seen = 0;
  for (const layer of layers) for (const node of layer.nodes) seen += node.statements.length;
  return seen;
}
