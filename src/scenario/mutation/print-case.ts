/** A case as a scenario ready to paste into a scenario file. */
import type { Hop } from '../../environment/index.ts';
import { conditionKeyWords } from '../../language/condition-keys.ts';
import type { Policy } from '../../language/index.ts';
import { policyValue } from '../../parse/index.ts';
import { printYaml } from '../../parse/yaml.ts';
import type { ScenarioCase, ScenarioPrincipal } from '../scenario.ts';

/** What the case does not say of itself. */
export interface CaseTexts {
  readonly name: string;
  readonly description?: string;
}

/** What is written of a case. */
export type PrintableCase = Pick<ScenarioCase, 'principal' | 'hops' | 'checks' | 'from' | 'context' | 'expected'>;

/** One entry of `scenarios` with its dash, from the first column. */
export function printCase(one: PrintableCase, texts: CaseTexts): string {
  return printYaml([caseValue(one, texts)]);
}

function caseValue(one: PrintableCase, { name, description }: CaseTexts) {
  const { hops, checks, from, expected } = one;
  const [check] = checks;
  const several = checks.length > 1;
  const context = spelled(several ? one.context : { ...one.context, ...check?.context });
  return {
    name,
    ...(description === undefined ? {} : { description }),
    principal: principalValue(one.principal),
    ...(hops.length > 0 ? { assume: hops.map(hopValue) } : {}),
    ...(several ? { checks: checks.map(checkValue) } : check ? { action: check.action, resource: check.resource } : {}),
    ...(Object.keys(from).length > 0 ? { from } : {}),
    ...(Object.keys(context).length > 0 ? { context } : {}),
    expect: expected.decision,
    ...(expected.decidedBy === undefined ? {} : { decidedBy: expected.decidedBy }),
  };
}

function checkValue({ action, resource, context }: ScenarioCase['checks'][number]) {
  return { action, resource, ...(Object.keys(context).length > 0 ? { context: spelled(context) } : {}) };
}

function spelled(context: ScenarioCase['context']): ScenarioCase['context'] {
  return Object.fromEntries(Object.entries(context).map(([key, value]) => [conditionKeyWords(key), value]));
}

/** As scenario files write it. */
function principalValue({ text, caller }: ScenarioPrincipal): unknown {
  const { type, service, provider, userArn } = caller.principal;
  switch (type) {
    case 'service':
      return { service };
    case 'saml':
    case 'oidc':
      return { [type]: provider };
    case 'federated-user':
      return { federatedUser: caller.label.slice(caller.label.indexOf('/') + 1), user: userArn };
    default:
      return text;
  }
}

function hopValue({ sessionPolicy, sessionPolicies, taskPolicy, ...rest }: Hop) {
  return {
    ...rest,
    ...(sessionPolicy ? { sessionPolicy: policyReference(sessionPolicy) } : {}),
    ...(sessionPolicies ? { sessionPolicies: sessionPolicies.map(policyReference) } : {}),
    ...(taskPolicy ? { taskPolicy: taskPolicy.arn } : {}),
  };
}

/** By its path, from the project root; the document where it stands in the scenario file itself. */
function policyReference({ name, document }: Policy): unknown {
  const isFile = document.source?.name === name || /^(?:aws|arn):/.test(name);
  return isFile ? name : policyValue(document);
}
