/** A caller as a scenario names it. */
import { type Caller, type Environment, resolvePrincipal } from '../environment/index.ts';
import type { ScenarioPrincipal } from './scenario.ts';

/** Undefined where no scenario can: the environment does not describe it, and it is no service, provider or anonymous. */
export function scenarioPrincipal(environment: Environment, caller: Caller): ScenarioPrincipal | undefined {
  const { type, arn, roleArn, service, provider } = caller.principal;
  const other = type === 'anonymous' ? type : (service ?? provider);
  if (other !== undefined) return { text: other, caller };
  const text = [caller.label, roleArn ?? arn ?? ''].find(
    (one) => resolvePrincipal(environment, one).caller?.principal.arn === arn,
  );
  return text === undefined ? undefined : { text, caller };
}
