// Cedar on the rows that it can express: each statement becomes a policy over the action and the resource as texts.
import cedar from '@cedar-policy/cedar-wasm/nodejs';

/** Longer chains of alternatives exhaust Cedar's stack. */
const MOST_ALTERNATIVES = 40;
const CALL = { type: 'Action', id: 'call' };
const SOMEBODY = { type: 'User', id: 'u' };
const SOMETHING = { type: 'Resource', id: 'r' };

function oneOf(attribute, patterns) {
  return patterns.map((pattern) => `context.${attribute} like ${JSON.stringify(pattern)}`).join(' || ');
}

function policiesFor({ Effect, Action, Resource }) {
  const [actions, resources] = [Action, Resource].map((value) => (Array.isArray(value) ? value : [value]));
  const effect = Effect === 'Allow' ? 'permit' : 'forbid';
  const texts = [];
  for (let from = 0; from < actions.length; from += MOST_ALTERNATIVES) {
    const some = oneOf('action', actions.slice(from, from + MOST_ALTERNATIVES));
    texts.push(`${effect}(principal, action, resource) when { (${some}) && (${oneOf('resource', resources)}) };`);
  }
  return texts;
}

/** Undefined for a row that Cedar cannot express in the same way. */
export function cedarOn(row) {
  if (!row.cedar) return undefined;
  const texts = row.policies.identity.flatMap(({ Statement }) => [Statement].flat().flatMap(policiesFor));
  const answer = cedar.preparsePolicySet(row.id, { staticPolicies: texts.join('\n') });
  if (answer.type !== 'success') throw new Error(`cedar: ${JSON.stringify(answer).slice(0, 500)}`);
  const calls = row.requests.map(({ action, resource }) => ({
    principal: SOMEBODY,
    action: CALL,
    resource: SOMETHING,
    context: { action, resource },
    preparsedPolicySetId: row.id,
    entities: [],
  }));
  const decisionOf = (call) => {
    const { type, response, errors } = cedar.statefulIsAuthorized(call);
    if (type !== 'success') throw new Error(`cedar: ${JSON.stringify(errors)}`);
    return response.decision === 'allow' ? 'allowed' : 'denied';
  };
  return {
    decisions: calls.slice(0, 20).map(decisionOf),
    decide: (varied) => {
      const asked = varied ? calls : calls.slice(0, 1);
      return (index) => cedar.statefulIsAuthorized(asked[index % asked.length]);
    },
  };
}
