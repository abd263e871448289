/** The current request: a question as a person asks it, bound to the project anew whenever that changes. */
import type { From, GivenContext, Hop } from '../environment/index.ts';
import type { Check, ScenarioCase } from '../scenario/index.ts';

export interface RequestDraft {
  /** File of the environment, or the scenario file that holds it. */
  readonly environment: string;
  /** As a scenario file writes it: `user/alice`, an ARN. */
  readonly principal: string;
  /** The case it was taken from. Its caller is meant as long as `principal` stays what the case says. */
  readonly of?: { readonly file: string; readonly name: string; readonly principal: string };
  /** Roles assumed before the call, in order. */
  readonly hops: readonly Hop[];
  /** The calls; without any the chain of roles is the question. */
  readonly checks: readonly Check[];
  readonly from: From;
  readonly context: GivenContext;
}

export function draftOfCase(one: ScenarioCase): RequestDraft {
  return {
    environment: one.environment.source.name,
    principal: one.principal.text,
    of: { file: one.location.source.name, name: one.name, principal: one.principal.text },
    hops: one.hops,
    checks: one.checks,
    from: one.from,
    context: one.context,
  };
}

/** Nothing asked yet, in an environment. */
export function emptyDraft(environment: string): RequestDraft {
  const check = { action: '', resource: '*', context: {} };
  return { environment, principal: '', hops: [], checks: [check], from: {}, context: {} };
}

/** `s3:GetObject on arn:...`, or what the chain ends with. */
export function callWords({ checks, hops }: RequestDraft): string {
  const [first, ...more] = checks;
  if (!first) return `assumes ${hops.at(-1)?.role ?? 'a role'}`;
  const on = first.resource === '*' ? '' : ` on ${first.resource}`;
  return `${first.action}${on}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}
