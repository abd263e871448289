/** A question to an environment: who does what, after which role assumptions, from where. */
import { CATALOG_INFO } from '../catalog/index.ts';
import {
  assume,
  type Caller,
  deriveRequest,
  type Environment,
  type HopResult,
  resolvePrincipal,
} from '../environment/index.ts';
import { explain } from '../explain/index.ts';
import type { Settings } from '../language/index.ts';
import { formatExplanation } from '../report/explanation.ts';
import { simulate } from '../simulation/index.ts';
import { type Options, text, texts, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { fromOf, openEnvironment } from './open-environment.ts';
import { checkExpectation, expectationOf, explainAnswer } from './print-answer.ts';
import { contextOf } from './simulate-from-flags.ts';

export function simulateInEnvironment(context: Context, options: Options, settings: Settings): ExitCode {
  const environment = openEnvironment(context, options);
  if (!environment) return EXIT.failed;
  const caller = callerOf(context, environment, options, settings);
  if (!caller) return EXIT.no;
  const derived = deriveRequest(environment, caller, {
    action: text(options, 'action') ?? '',
    resource: text(options, 'resource') ?? '*',
    context: contextOf(texts(options, 'context')),
    from: fromOf(options),
    catalog: context.catalog(),
  });
  if (derived.problems.length > 0) throw new UsageError(derived.problems.join('; '));
  const { request, policies } = derived;
  const simulation = { policies, requests: [request], hasChecks: false };
  const { answer, evaluations } = simulate(simulation, CATALOG_INFO.date, settings);
  if (text(options, 'format') === 'pretty') {
    context.output(explainAnswer(context, { answer, evaluations, policies }, options, settings));
    if (text(options, 'explain') === 'full') context.output(contextLines(derived));
    if (!context.quiet) for (const note of derived.notes) context.host.tell(`note: ${note}\n`);
  } else {
    const json = { ...answer, request, origins: derived.origins };
    context.output(`${JSON.stringify(json, null, text(options, 'format') === 'json' ? 2 : undefined)}\n`);
  }
  const expected = expectationOf(options);
  return expected ? checkExpectation(context, expected, answer) : EXIT.done;
}

function contextLines(derived: ReturnType<typeof deriveRequest>): string {
  const lines = Object.entries(derived.request.context).map(([key, value]) => {
    const shown = typeof value === 'string' ? value : `[${value.join(', ')}]`;
    return `  ${key} = ${shown}  (${derived.origins[key] ?? 'given'}: ${derived.because[key] ?? 'as asked'})`;
  });
  return `context\n${lines.join('\n')}\n`;
}

/** The caller after the roles of --assume; undefined, and told, where a hop is refused. */
function callerOf(
  context: Context,
  environment: Environment,
  options: Options,
  settings: Settings,
): Caller | undefined {
  const { caller, diagnostics } = resolvePrincipal(environment, text(options, 'principal') ?? '');
  if (!caller)
    throw new UsageError(diagnostics.map(({ message, help }) => (help ? `${message}; ${help}` : message)).join('\n'));
  const hops = texts(options, 'assume').map((role) => ({ role }));
  if (hops.length === 0) return caller;
  const chain = assume(environment, caller, { hops, from: fromOf(options), settings });
  for (const hop of chain.hops) tellHop(context, hop);
  return chain.session;
}

function tellHop(context: Context, { hop, via, session, checks, refusals, problems }: HopResult): void {
  if (problems.length > 0) throw new UsageError(problems.join('; '));
  const { good, bad } = context.paint;
  context.output(
    session
      ? `${good(`assumed ${hop.role}`)} by ${via}: ${session.arn}\n`
      : `${bad(`${hop.role} was not assumed`)} by ${via}\n`,
  );
  for (const { message, rule } of refusals) context.output(`  ${message} (${rule})\n`);
  for (const { request, result, policies } of checks) {
    if (result.decision === 'allowed') continue;
    const told = explain({ policies, request }, result);
    context.output(formatExplanation(told, result, { paint: context.paint, ascii: context.ascii }));
  }
}
