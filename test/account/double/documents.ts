/** What IAM refuses in a policy document when it is stored: characters, size, grammar, and who may be named in it. */
import { malformedDocument, validationError } from './aws-error.ts';

type Json = { readonly [name: string]: unknown };

function checkCharacters(document: string): void {
  const isStored = (code: number) => code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 255);
  if (document === '' || ![...document].every((letter) => isStored(letter.codePointAt(0) ?? 0))) {
    throw validationError(
      'The specified value for policyDocument is invalid. It must contain only printable ASCII characters.',
    );
  }
}

/** White space does not count towards a quota. */
export function sizeOf(document: string): number {
  return document.replace(/\s/g, '').length;
}

export function checkDocument(document: string, kind: 'identity' | 'trust'): void {
  checkCharacters(document);
  const policy = parse(document);
  const { Version, Statement, Id, ...others } = policy;
  if (Object.keys(others).length > 0) throw malformedDocument(`Syntax errors in policy.`);
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17') {
    throw malformedDocument('The policy must contain a valid version string');
  }
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  if (statements.length === 0) throw malformedDocument('Policy document must contain at least one statement.');
  for (const statement of statements) checkStatement(statement, kind);
  const sids = statements.flatMap(({ Sid }: Json) => (Sid === undefined ? [] : [Sid]));
  if (new Set(sids).size < sids.length)
    throw malformedDocument('Statement IDs (SID) in a single policy must be unique.');
}

function parse(document: string): Json {
  try {
    const value: unknown = JSON.parse(document);
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw malformedDocument('This policy contains invalid Json');
}

const MEMBERS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

function checkStatement(statement: unknown, kind: 'identity' | 'trust'): void {
  if (!isObject(statement) || Object.keys(statement).some((name) => !MEMBERS.includes(name))) {
    throw malformedDocument('Syntax errors in policy.');
  }
  const { Sid, Effect, Principal, NotPrincipal, Condition } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw malformedDocument('Syntax errors in policy.');
  if (kind === 'identity' && Sid !== undefined && !/^[A-Za-z0-9]*$/.test(String(Sid))) {
    throw malformedDocument(
      `Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*`,
    );
  }
  const actions = oneOf(statement, 'Action', 'NotAction');
  if (!actions) throw malformedDocument('Policy statement must contain actions.');
  for (const action of actions) {
    if (action !== '*' && !/^[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+$/.test(action)) {
      throw malformedDocument('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
    }
    if (kind === 'trust' && !/^(?:sts:|\*$)/i.test(action)) {
      throw malformedDocument('AssumeRole policy may only specify STS AssumeRole actions.');
    }
  }
  if (Condition !== undefined && !isObject(Condition)) throw malformedDocument('Syntax errors in policy.');
  const hasPrincipal = Principal !== undefined || NotPrincipal !== undefined;
  const resources = oneOf(statement, 'Resource', 'NotResource');
  if (kind === 'trust') {
    if (!hasPrincipal) throw malformedDocument('AssumeRole policy must contain a principal.');
    if (resources) throw malformedDocument('Has prohibited field Resource');
    checkPrincipal(Principal);
    return;
  }
  if (hasPrincipal) throw malformedDocument('Policy document should not specify a principal.');
  if (!resources) throw malformedDocument('Policy statement must contain resources.');
  for (const resource of resources) {
    if (!/^(?:\*|arn:.*|\$\{.*)$/.test(resource)) {
      throw malformedDocument(`Resource ${resource} must be in ARN format or "*".`);
    }
  }
}

function checkPrincipal(principal: unknown): void {
  if (principal === undefined || principal === '*') return;
  if (!isObject(principal)) throw malformedDocument('Syntax errors in policy.');
  for (const [kind, value] of Object.entries(principal)) {
    if (!['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(kind)) {
      throw malformedDocument(`Invalid principal in policy: "${kind}":"${String(value)}"`);
    }
    for (const one of textsIn(value)) {
      const isGood =
        kind !== 'AWS' || /^(?:\*|[0-9]{12}|arn:[^:]+:(?:iam|sts)::[0-9]{12}:[^*]+|A(?:IDA|ROA)[A-Z0-9]+)$/.test(one);
      if (!isGood) throw malformedDocument(`Invalid principal in policy: "AWS":"${one}"`);
    }
  }
}

function oneOf(statement: Json, plain: string, negated: string): readonly string[] | undefined {
  if (statement[plain] !== undefined && statement[negated] !== undefined)
    throw malformedDocument('Syntax errors in policy.');
  const value = statement[plain] ?? statement[negated];
  return value === undefined ? undefined : textsIn(value);
}

function textsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((one) => {
    if (typeof one === 'string') return one;
    throw malformedDocument('Syntax errors in policy.');
  });
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
