/** The chain of roles before a question, or as the question itself. */
import { assume, type Caller, type Hop, type HopResult } from '../environment/index.ts';
import type { Settings } from '../language/index.ts';
import type { CaseQuestion } from './ask.ts';
import { type Asked, receivedFrom } from './asked.ts';
import type { Received, Step } from './case-result.ts';
import { layContext } from './given-values.ts';

export interface AskedChain extends Asked {
  readonly hops: readonly HopResult[];
  /** Who acts in the end; missing when a hop failed. */
  readonly session?: Caller;
}

export function askChain(one: CaseQuestion, settings: Settings): AskedChain {
  const { caller } = one.principal;
  if (one.hops.length === 0) return { hops: [], session: caller, steps: [], notes: [], problems: [] };
  const { hops, session } = assume(one.environment, caller, { hops: hopsOf(one), from: one.from, settings });
  const steps = hops.flatMap(stepsOf);
  const problems = hops.flatMap((hop) => hop.problems.map((problem) => `hop ${hop.index}: ${problem}`));
  const last = hops.at(-1);
  return {
    hops,
    ...(session ? { session } : {}),
    steps,
    notes: hops.flatMap((hop) => hop.checks.flatMap((check) => check.notes)),
    problems,
    ...(last && problems.length === 0 ? answerOf(last, session === undefined) : {}),
  };
}

/** Where the chain is the question, the scenario's context is that of its last call. */
function hopsOf({ hops, checks, context }: CaseQuestion): readonly Hop[] {
  if (checks.length > 0) return hops;
  return hops.map((hop, index) =>
    index < hops.length - 1 ? hop : { ...hop, context: layContext(context, hop.context ?? {}) },
  );
}

function stepsOf(hop: HopResult): Step[] {
  return hop.checks.map((check) => ({ ...check, of: 'hop', index: hop.index }));
}

function answerOf(hop: HopResult, failed: boolean): { received: Received; decisive?: Step } {
  const steps = stepsOf(hop);
  const failedHop = failed ? { failedHop: hop.index } : {};
  const [refusal] = hop.refusals;
  const { received, decisive } = receivedFrom(steps);
  if (received && decisive && (received.decision !== 'allowed' || !refusal)) {
    return { received: { ...received, ...failedHop }, decisive };
  }
  const refused = refusal ? { rule: refusal.rule, refusal: refusal.message } : {};
  return {
    received: {
      decision: 'implicitDeny',
      decidedBy: 'service-rule',
      ...refused,
      missing: [],
      statements: [],
      ...failedHop,
    },
  };
}
