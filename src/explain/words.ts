/** The words for callers, layers, statements and conditions: AWS's own where it has them. */
import type {
  ConditionTrace,
  DecidedBy,
  Decision,
  Layer,
  Principal,
  Request,
  StatementTrace,
  Verdict,
} from '../language/index.ts';
import { parseArn, parseOperator } from '../language/index.ts';

/** How AWS names a layer in its access denied messages. */
export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  rcp: 'resource control policy',
  scp: 'service control policy',
  vpce: 'VPC endpoint policy',
  resource: 'resource-based policy',
  trust: 'role trust policy',
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  allowed: 'allowed',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
  unknown: 'unknown',
};

/** `user/alice`, `role/dev (session s)`, `the root user of 111122223333`, `lambda.amazonaws.com`, `anonymous`. */
export function callerWords(principal: Principal): string {
  const arn = principal.arn === undefined ? undefined : parseArn(principal.arn);
  switch (principal.type) {
    case 'root':
    case 'assumed-root':
      return `the root user of ${principal.account ?? arn?.account ?? 'its account'}`;
    case 'service':
      return principal.service ?? 'an AWS service';
    case 'anonymous':
      return 'an anonymous caller';
    case 'saml':
    case 'oidc':
      return `a caller from ${principal.provider ?? 'an identity provider'}`;
    case 'role-session':
    case 'service-linked-role': {
      const [, role, session] = arn?.resource.split('/') ?? [];
      return role ? `role/${role}${session ? ` (session ${session})` : ''}` : (principal.arn ?? 'a role session');
    }
    default:
      return arn?.resource ?? 'the caller';
  }
}

/** `statement ReadLogs of data-reader.json` or `statement #2 of data-reader.json`. */
export function statementWords(trace: StatementTrace): string {
  return `statement ${statementName(trace)} of ${trace.policy.name}`;
}

export function statementName(trace: StatementTrace): string {
  return trace.sid || `#${trace.statement}`;
}

/** The end of AWS's access denied message, word for word. */
export function awsReason(decision: Decision, layer: Layer, action: string): string {
  const article = layer === 'identity' || layer === 'trust' ? (layer === 'trust' ? 'the' : 'an') : 'a';
  return decision === 'explicitDeny'
    ? `with an explicit deny in ${article} ${LAYER_WORDS[layer]}`
    : `because no ${LAYER_WORDS[layer]} allows the ${action} action`;
}

/** AWS's whole access denied message, where a policy made the decision. */
export function awsMessage(request: Request, decision: Verdict, decidedBy: DecidedBy | undefined): string | undefined {
  const layer = decidedBy === undefined || !isLayer(decidedBy) ? undefined : decidedBy;
  if (layer === undefined || (decision !== 'explicitDeny' && decision !== 'implicitDeny')) return undefined;
  const who = request.principal.arn ?? request.principal.service ?? 'anonymous';
  const where = request.resource === '*' ? '' : ` on resource: ${request.resource}`;
  return `User: ${who} is not authorized to perform: ${request.action}${where} ${awsReason(decision, layer, request.action)}`;
}

export function isLayer(decidedBy: DecidedBy): decidedBy is Layer {
  return decidedBy in LAYER_WORDS;
}

/** `Bool aws:MultiFactorAuthPresent: key absent` and the like: what a condition saw and what it wanted. */
export function conditionWords(condition: ConditionTrace): string {
  return `${condition.operator} ${condition.key}: ${outcomeWords(condition)}`;
}

function outcomeWords(condition: ConditionTrace): string {
  switch (condition.reason) {
    case 'key-absent':
    case 'key-absent-if-exists':
      return condition.holds === 'yes' ? 'key absent, which this operator accepts' : 'key absent';
    case 'key-unknown':
      return 'key unknown';
    case 'needs-set-operator':
      return 'the key has several values and the operator takes one: ForAnyValue or ForAllValues is missing';
    case 'unknown-operator':
      return 'no such operator, so it never holds';
    case 'constant':
      return condition.holds === 'yes' ? 'always true as written' : 'never true as written';
    case 'compared':
      return comparedWords(condition);
    default:
      return condition.reason satisfies never;
  }
}

function comparedWords(condition: ConditionTrace): string {
  const use = parseOperator(condition.operator);
  const wanted = list(condition.values.map((value) => value.resolved ?? value.value));
  if (use?.operator.relation === 'isAbsent') return condition.actual.length === 0 ? 'key absent' : 'key present';
  const absent = condition.values.flatMap((value) => value.absentKeys ?? []);
  const unresolved = absent.length > 0 ? ` (no value for ${list(absent)})` : '';
  const negated = use?.operator.negated === true;
  const relation = RELATION_WORDS[use?.operator.relation ?? 'equals'];
  // For one value the sentence says what is; for several it says what they are held against.
  const is = (condition.holds === 'yes') !== negated ? relation.yes : relation.no;
  return `${list(condition.actual)} ${is} ${wanted}${unresolved}`;
}

const RELATION_WORDS = {
  equals: { yes: 'is', no: 'is not' },
  equalsIgnoreCase: { yes: 'is', no: 'is not' },
  like: { yes: 'matches', no: 'does not match' },
  lessThan: { yes: 'is less than', no: 'is not less than' },
  lessThanEquals: { yes: 'is at most', no: 'is not at most' },
  greaterThan: { yes: 'is more than', no: 'is not more than' },
  greaterThanEquals: { yes: 'is at least', no: 'is not at least' },
  inRange: { yes: 'is in', no: 'is not in' },
  arnLike: { yes: 'matches', no: 'does not match' },
  isAbsent: { yes: 'is absent', no: 'is present' },
} as const;

/** `a`, `a or b`, `a, b or 3 more`. */
export function list(values: readonly string[], most = 4): string {
  const quoted = values.slice(0, most).map((value) => `\`${value}\``);
  if (values.length > most) return `${quoted.join(', ')} or ${values.length - most} more`;
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}` : (quoted[0] ?? 'nothing');
}

/** Keys, and what is known only at deploy time (`<aws_s3_bucket.data.arn>`), as the evaluator names them. */
export function dependsOn(unknown: readonly string[]): string {
  const keys = unknown.filter((name) => !name.startsWith('<'));
  const open = unknown.filter((name) => name.startsWith('<')).map((name) => name.slice(1, -1));
  const late = open.length === 0 ? [] : [`${open.join(', ')}, known only at deploy time`];
  return [...(keys.length === 0 ? [] : [keys.join(', ')]), ...late].join(', and on ') || 'keys that are not known';
}
