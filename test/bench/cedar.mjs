// Cedar on the rows that it can express: each statement becomes a policy over the action and the resource as texts.
import cedar from '@cedar-policy/cedar-wasm/nodejs';

/** Longer chains of alternatives exhaust Cedar's stack. */
const MOST_ALTERNATIVES = 40;
const CALL = { type: 'Action', id: 'call' };
const SOMEBODY = { type: 'User', id: 'u' };
const SOMETHING = { type: 'Resource', id: 'r' };

/** `like` takes no variables: the folder, which our policy names by one, is handed to Cedar as a value of its own. */
const VARIABLE = /\$\{aws:PrincipalTag\/team\}/;

/** Keys whose values are no texts in Cedar. */
const TYPED = {
  'aws:SourceIp': (text) => ({ __extn: { fn: 'ip', arg: text } }),
  'aws:CurrentTime': (text) => ({ __extn: { fn: 'datetime', arg: text } }),
  'aws:SecureTransport': (text) => text === 'true',
};

const COMPARISONS = {
  StringEquals: (key, value) => `${key} == ${JSON.stringify(value)}`,
  IpAddress: (key, value) => `${key}.isInRange(ip(${JSON.stringify(value)}))`,
  DateLessThan: (key, value) => `${key} < datetime(${JSON.stringify(value)})`,
  Bool: (key, value) => `${key} == ${value}`,
};

function attributeOf(key) {
  return key.replace(/\W/g, '_');
}

function listOf(value) {
  return Array.isArray(value) ? value : [value];
}

function anyOf(terms) {
  return `(${terms.join(' || ')})`;
}

function oneOf(attribute, patterns) {
  return anyOf(patterns.map((pattern) => `context.${attribute} like ${JSON.stringify(pattern)}`));
}

function conditionsOf(Condition = {}) {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => {
      const attribute = attributeOf(key);
      const one = anyOf(listOf(values).map((value) => COMPARISONS[operator](`context.${attribute}`, value)));
      return `context has ${attribute} && ${one}`;
    }),
  );
}

function policiesFor({ Effect, Action, Resource, Condition }) {
  const [actions, resources] = [listOf(Action), listOf(Resource)];
  const terms = [
    oneOf(
      'resource',
      resources.map((one) => one.replace(VARIABLE, '*')),
    ),
    ...conditionsOf(Condition),
  ];
  if (resources.some((one) => VARIABLE.test(one))) terms.push('context.folder == context.aws_PrincipalTag_team');
  const effect = Effect === 'Allow' ? 'permit' : 'forbid';
  const texts = [];
  for (let from = 0; from < actions.length; from += MOST_ALTERNATIVES) {
    const some = oneOf('action', actions.slice(from, from + MOST_ALTERNATIVES));
    texts.push(`${effect}(principal, action, resource) when { ${[some, ...terms].join(' && ')} };`);
  }
  return texts;
}

function contextOf({ action, resource, context }) {
  const values = Object.entries(context).map(([key, text]) => [attributeOf(key), TYPED[key]?.(text) ?? text]);
  return { action, resource, folder: resource.split('/')[1] ?? '', ...Object.fromEntries(values) };
}

/** Undefined for a row that Cedar cannot express. */
export function cedarOn(row) {
  if (!row.cedar) return undefined;
  const texts = row.policies.identity.flatMap(({ Statement }) => [Statement].flat().flatMap(policiesFor));
  const answer = cedar.preparsePolicySet(row.id, { staticPolicies: texts.join('\n') });
  if (answer.type !== 'success') throw new Error(`cedar: ${JSON.stringify(answer).slice(0, 500)}`);
  const calls = row.requests.map((request) => ({
    principal: SOMEBODY,
    action: CALL,
    resource: SOMETHING,
    context: contextOf(request),
    preparsedPolicySetId: row.id,
    entities: [],
  }));
  const decisionOf = (call) => {
    const { type, response, errors } = cedar.statefulIsAuthorized(call);
    const wrong = type === 'success' ? response.diagnostics.errors : errors;
    if (wrong.length > 0) throw new Error(`cedar: ${JSON.stringify(wrong).slice(0, 500)}`);
    return response.decision === 'allow' ? 'allowed' : 'denied';
  };
  return {
    /** On the first of the requests, as many as it can answer within the milliseconds; at least one. */
    decisions: (within) => {
      const end = performance.now() + within;
      const found = [];
      for (const call of calls) {
        found.push(decisionOf(call));
        if (performance.now() > end) break;
      }
      return found;
    },
    decide: (varied) => {
      const asked = varied ? calls : calls.slice(0, 1);
      return (index) => cedar.statefulIsAuthorized(asked[index % asked.length]);
    },
  };
}
