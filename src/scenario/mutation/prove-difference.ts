/** A survivor before the prover: really no difference in what is decided, or a request for the case that is missing. */
import type { Policy, PolicyType } from '../../language/index.ts';
import { allowsTheSame, findRequest } from '../../prove/index.ts';
import { searchDifference, verified } from './search-difference.ts';
import { caseOfRequest, type Difference, type Situation, type Survivor } from './survivor.ts';

/** Situations that are asked about, each both ways. */
const MOST_SITUATIONS = 4;

/** The search first: what it finds lies near what the scenarios ask, and reads better. */
export function proveDifference(survivor: Survivor): Difference {
  const searched = searchDifference(survivor);
  if (searched.kind !== 'unknown') return searched;
  if (isEquivalent(survivor)) return { kind: 'equivalent' };
  for (const situation of survivor.situations.slice(0, MOST_SITUATIONS)) {
    const found = differenceIn(situation, survivor);
    if (found) return found;
  }
  return searched;
}

/** Types of which a policy says only whom it allows and denies what: two that agree in both agree wherever they stand. */
const WITHOUT_GRANTS: readonly PolicyType[] = ['identity', 'boundary', 'session', 'scp', 'rcp', 'vpce'];

function isEquivalent({ mutant, situations, worlds, settings }: Survivor): boolean {
  const { name, types, document } = mutant.policy;
  const catalog = (situations[0]?.case ?? worlds[0])?.catalog;
  if (!catalog || !mutant.document || types.some((type) => !WITHOUT_GRANTS.includes(type))) return false;
  const mutated = mutant.document;
  return types.every((type) => {
    const policyOf = (one: Policy['document']): Policy => ({ name, type, document: one });
    return allowsTheSame({
      type,
      before: policyOf(document),
      after: policyOf(mutated),
      catalog,
      settings,
      requests: 'possible',
    });
  });
}

function differenceIn(
  { case: base, caller, request, policies }: Situation,
  survivor: Survivor,
): Difference | undefined {
  const { replacement, settings } = survivor;
  const { principal, resourceAccount, context, action } = request;
  const changed = replacement.inPlay(policies);
  const asked = {
    principal,
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    context: ofTheCaller(context),
    actions: [`${action.slice(0, action.indexOf(':'))}:*`],
  };
  for (const [allowedBy, notAllowedBy] of [
    [policies, changed],
    [changed, policies],
  ] as const) {
    const found = findRequest({ allowedBy, notAllowedBy, asked, catalog: base.catalog, settings });
    if (found.kind !== 'counterexample') continue;
    // A call as it is usually made, where that will do.
    for (const less of [context, {}]) {
      const asking = { ...found.request, context: { ...less, ...found.request.context } };
      const one = verified(caseOfRequest(base, caller, asking), survivor);
      if (one) return { kind: 'case', case: one };
    }
  }
  return undefined;
}

/** Keys that follow from who calls stay as they are. */
function ofTheCaller(context: Situation['request']['context']): Situation['request']['context'] {
  const own = Object.entries(context).filter(([key]) => /^aws:(?:principal|username|userid)/i.test(key));
  return Object.fromEntries(own);
}
