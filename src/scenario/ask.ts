/** Asks what a case asks: the chain of roles, then the calls of who comes out of it. */
import type { HopResult } from '../environment/index.ts';
import type { Settings } from '../language/index.ts';
import { askChain } from './ask-chain.ts';
import { askChecks } from './ask-checks.ts';
import type { Asked } from './asked.ts';
import type { ScenarioCase } from './scenario.ts';

/** A case without what is expected of it. */
export type CaseQuestion = Pick<
  ScenarioCase,
  'environment' | 'catalog' | 'principal' | 'hops' | 'checks' | 'multiple' | 'from' | 'context'
>;

export interface CaseAnswer extends Asked {
  /** Up to and including the first that failed. */
  readonly hops: readonly HopResult[];
}

/** The steps are those of the hops, then those of the checks; the answer is that of the checks where they were reached. */
export function ask(question: CaseQuestion, settings: Settings): CaseAnswer {
  const chain = askChain(question, settings);
  const checks = chain.session && question.checks.length > 0 ? askChecks(question, chain.session, settings) : undefined;
  const { received, decisive, problems }: Asked = checks ?? chain;
  return {
    ...(received ? { received } : {}),
    ...(decisive ? { decisive } : {}),
    steps: [...chain.steps, ...(checks?.steps ?? [])],
    hops: chain.hops,
    notes: [...new Set([...chain.notes, ...(checks?.notes ?? [])])],
    problems,
  };
}
