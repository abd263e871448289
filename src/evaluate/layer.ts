/** The trace of a layer: what it came to, and what became of every statement of its policies (E11, E20). */
import { compilePolicy } from '../compile/index.ts';
import {
  anyOf,
  hasLayer,
  type Layer,
  type LayerSet,
  type LayerTrace,
  type NodeTrace,
  type PolicyNode,
  type Truth,
} from '../language/index.ts';
import type { Tally } from './both-readings.ts';
import type { Question } from './decide.ts';
import { once } from './once.ts';
import { exemption, nodesOf } from './reach.ts';
import type { StatementTracer } from './statement.ts';

/** The statements are traced when somebody looks at them: most callers look at few layers. */
export function traceLayer(layer: Layer, question: Question, tally: Tally, trace: StatementTracer): LayerTrace {
  const allows = truthIn(layer, tally.allows, tally.mayAllow);
  const nodes = nodesOf(layer, question.policies, question.situation);
  if (!nodes) return { layer, state: 'not-in-play', allows, denies: 'no', nodes: [] };
  const rule = exemption(layer, question.situation, question.view);
  const traces = once(() => nodes.map((node) => traceNode(node, trace)));
  return {
    layer,
    state: rule === undefined ? 'in-play' : 'exempt',
    ...(rule === undefined ? {} : { rule }),
    allows,
    denies: truthIn(layer, tally.denies, tally.mayDeny),
    get nodes() {
      return traces();
    },
  };
}

function truthIn(layer: Layer, certain: LayerSet, possible: LayerSet): Truth {
  if (hasLayer(certain, layer)) return 'yes';
  return hasLayer(possible, layer) ? 'unknown' : 'no';
}

function traceNode({ policies, ...node }: PolicyNode, trace: StatementTracer): NodeTrace {
  const statements = policies.flatMap((policy) => compilePolicy(policy).statements.map((one) => trace(one, policy)));
  const allowing = statements.filter((statement) => statement.effect === 'Allow');
  return { ...node, allows: anyOf(allowing.map((statement) => statement.applies)), statements };
}
