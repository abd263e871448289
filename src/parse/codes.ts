/** Every problem the parser can find: how grave, whether the meaning is lost, why it matters and what to do. */
import type { Severity } from '../language/index.ts';

export interface CodeRow {
  readonly severity: Severity;
  /** The document says nothing definite: it cannot be evaluated. */
  readonly blocks: boolean;
  readonly title: string;
  readonly why: string;
  readonly help: string;
  /** A document or fragment that has the problem. */
  readonly bad: string;
  /** The same without it. */
  readonly good: string;
}

function row(severity: Severity, blocks: boolean, texts: Omit<CodeRow, 'severity' | 'blocks'>): CodeRow {
  return { severity, blocks, ...texts };
}

const ALLOW = '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"';
const doc = (statement: string) => `{"Version": "2012-10-17", "Statement": [{${statement}}]}`;
const GOOD = doc(ALLOW);

export const PARSE_CODES = {
  'json-syntax': row('error', true, {
    title: 'the text is not JSON',
    why: 'what is not strict JSON cannot be read, by AWS neither',
    help: 'write strict JSON: double quotes, no comments, no comma after the last item',
    bad: '{"Version": "2012-10-17",}',
    good: '{"Version": "2012-10-17"}',
  }),
  'yaml-syntax': row('error', true, {
    title: 'the text is not YAML that can be read',
    why: 'what the text means is not certain',
    help: 'write plain YAML: one document, text keys, no merge keys, no tags',
    bad: 'Version: !Sub x',
    good: 'Version: "2012-10-17"',
  }),
  'too-large': row('error', true, {
    title: 'the text is too long',
    why: 'no policy may be as long; the largest quota is 20,480 characters',
    help: 'split the file',
    bad: 'a text of more than a million characters',
    good: GOOD,
  }),
  'too-deep': row('error', true, {
    title: 'the text is nested too deeply',
    why: 'a policy needs six levels; deeper nesting only stops tools from reading it',
    help: 'remove the nesting',
    bad: `${'['.repeat(8)}...`,
    good: GOOD,
  }),
  'duplicate-element': row('error', true, {
    title: 'a key occurs twice in one object',
    why: 'AWS refuses it, and most JSON readers silently keep only the last',
    help: 'keep one of them, or put the second into a statement of its own',
    bad: doc(`${ALLOW}, "Effect": "Deny"`),
    good: GOOD,
  }),
  'duplicate-key-different-case': row('error', true, {
    title: 'a condition key occurs twice, differing only in case',
    why: 'condition keys ignore case, so both are the same key',
    help: 'give the key once, with a list of values',
    bad: doc(`${ALLOW}, "Condition": {"StringEquals": {"aws:username": "a", "AWS:UserName": "b"}}`),
    good: doc(`${ALLOW}, "Condition": {"StringEquals": {"aws:username": ["a", "b"]}}`),
  }),
  'data-type-mismatch': row('error', true, {
    title: 'an element has the wrong JSON type',
    why: 'AWS refuses the document as malformed',
    help: 'use the type that the element takes',
    bad: '{"Version": "2012-10-17", "Statement": "all"}',
    good: GOOD,
  }),
  'missing-statement': row('error', true, {
    title: 'there is no statement',
    why: 'a policy without statements says nothing, and AWS refuses it',
    help: 'add a `Statement` list with at least one statement',
    bad: '{"Version": "2012-10-17", "Statement": []}',
    good: GOOD,
  }),
  'unknown-policy-element': row('error', true, {
    title: 'an element that policies do not have',
    why: 'AWS refuses the document; element names are case-sensitive',
    help: 'use the documented spelling, or remove it',
    bad: '{"version": "2012-10-17", "Statement": []}',
    good: GOOD,
  }),
  'statement-not-object': row('error', true, {
    title: 'a statement is not an object',
    why: 'AWS refuses the document as malformed',
    help: 'write each statement as an object with Effect, Action and Resource',
    bad: '{"Version": "2012-10-17", "Statement": ["Allow"]}',
    good: GOOD,
  }),
  'missing-effect': row('error', true, {
    title: 'a statement has no Effect',
    why: 'without it the statement neither allows nor denies',
    help: 'add `"Effect": "Allow"` or `"Effect": "Deny"`',
    bad: doc('"Action": "s3:GetObject", "Resource": "*"'),
    good: GOOD,
  }),
  'invalid-effect': row('error', true, {
    title: 'Effect is neither Allow nor Deny',
    why: 'the two words are case-sensitive',
    help: 'write exactly `Allow` or `Deny`',
    bad: doc('"Effect": "allow", "Action": "s3:GetObject", "Resource": "*"'),
    good: GOOD,
  }),
  'missing-action': row('error', true, {
    title: 'a statement has neither Action nor NotAction',
    why: 'a statement must say which actions it is about',
    help: 'add `Action`',
    bad: doc('"Effect": "Allow", "Resource": "*"'),
    good: GOOD,
  }),
  'missing-resource': row('error', true, {
    title: 'a statement has neither Resource nor NotResource',
    why: 'policies of this type must say which resources they are about',
    help: 'add `Resource`',
    bad: doc('"Effect": "Allow", "Action": "s3:GetObject"'),
    good: GOOD,
  }),
  'trust-resource-present': row('error', true, {
    title: 'a Resource element in a role trust policy',
    why: 'the role itself is the resource of its trust policy, and AWS refuses the element',
    help: 'remove it',
    bad: doc(`"Principal": {"AWS": "111122223333"}, ${ALLOW}`),
    good: doc('"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"'),
  }),
  'conflicting-elements': row('error', true, {
    title: 'an element together with its Not form',
    why: 'a statement takes only one of the two',
    help: 'keep one; write a second statement for the other',
    bad: doc(`${ALLOW}, "NotAction": "s3:PutObject"`),
    good: GOOD,
  }),
  'missing-principal': row('error', true, {
    title: 'a statement without Principal',
    why: 'a policy of this type must say for whom it speaks',
    help: 'add `Principal`',
    bad: doc(ALLOW),
    good: doc(`"Principal": {"AWS": "111122223333"}, ${ALLOW}`),
  }),
  'unexpected-principal': row('error', true, {
    title: 'a Principal in a policy that is about its holder',
    why: 'a policy of this type speaks for whom it is attached to, and AWS refuses the element',
    help: 'remove it, or attach the document to a resource',
    bad: doc(`"Principal": "*", ${ALLOW}`),
    good: GOOD,
  }),
  'invalid-principal-format': row('error', true, {
    title: 'Principal is neither "*" nor an object',
    why: 'AWS refuses the document as malformed',
    help: 'write `"*"` or an object such as `{"AWS": "arn:aws:iam::111122223333:user/alice"}`',
    bad: doc(`"Principal": ["arn:aws:iam::111122223333:user/alice"], ${ALLOW}`),
    good: doc(`"Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, ${ALLOW}`),
  }),
  'invalid-principal-key': row('error', true, {
    title: 'a kind of principal that does not exist',
    why: 'principals are AWS, Service, Federated or CanonicalUser; the words are case-sensitive',
    help: 'use one of the four',
    bad: doc(`"Principal": {"User": "alice"}, ${ALLOW}`),
    good: doc(`"Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, ${ALLOW}`),
  }),
  'unsupported-principal-wildcard': row('error', false, {
    title: 'a wildcard inside a principal',
    why: 'only `*` alone is a wildcard in a principal; AWS refuses any other and nothing matches it',
    help: 'name the principal, or use `"*"` with a condition on aws:PrincipalArn',
    bad: doc(`"Principal": {"AWS": "arn:aws:iam::111122223333:user/*"}, ${ALLOW}`),
    good: doc(`"Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, ${ALLOW}`),
  }),
  'unknown-principal': row('error', false, {
    title: 'a principal that is no account, user, role or session',
    why: 'AWS refuses what it does not find; nobody matches it',
    help: 'write an account id, or the ARN of an account root, a user, a role or a session',
    bad: doc(`"Principal": {"AWS": "alice"}, ${ALLOW}`),
    good: doc(`"Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, ${ALLOW}`),
  }),
  'allow-not-principal': row('security', false, {
    title: 'NotPrincipal with Allow',
    why: 'AWS does not support it: it lets in everybody who is not listed',
    help: 'name those to let in with Principal',
    bad: doc(`"NotPrincipal": {"AWS": "111122223333"}, ${ALLOW}`),
    good: doc(`"Principal": {"AWS": "111122223333"}, ${ALLOW}`),
  }),
  'unexpected-not-principal': row('error', true, {
    title: 'NotPrincipal where it is not supported',
    why: 'policies of this type take only Principal',
    help: 'use Principal',
    bad: doc('"Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*"'),
    good: doc('"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"'),
  }),
  'trust-not-principal': row('error', true, {
    title: 'NotPrincipal in a role trust policy',
    why: 'AWS refuses the element there',
    help: 'name those to let in with Principal',
    bad: doc('"Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"'),
    good: doc('"Effect": "Deny", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"'),
  }),
  'rcp-effect': row('error', false, {
    title: 'a resource control policy that allows',
    why: 'your own RCPs can only deny; RCPFullAWSAccess, which AWS attaches, is the one that allows',
    help: 'write Deny, and say in the condition whom it spares',
    bad: doc('"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"'),
    good: doc('"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"'),
  }),
  'rcp-principal': row('error', false, {
    title: 'a resource control policy for some principals only',
    why: 'RCPs take only the principal `"*"`',
    help: 'write `"Principal": "*"`, and say in a condition on aws:PrincipalArn or aws:PrincipalAccount whom you mean',
    bad: doc('"Effect": "Deny", "Principal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*"'),
    good: doc('"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"'),
  }),
  'rcp-action': row('error', false, {
    title: 'a resource control policy that does not name its services',
    why: 'RCPs take only Action, and each action with its service',
    help: 'list the services: `"Action": ["s3:*", "sqs:*"]`',
    bad: doc('"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"'),
    good: doc('"Effect": "Deny", "Principal": "*", "Action": ["s3:*", "sqs:*"], "Resource": "*"'),
  }),
  'invalid-version': row('error', true, {
    title: 'a Version that does not exist',
    why: 'the version says how the document is read',
    help: 'write `2012-10-17`',
    bad: `{"Version": "2026-01-01", "Statement": [{${ALLOW}}]}`,
    good: GOOD,
  }),
  'missing-version': row('warning', false, {
    title: 'no Version',
    why: 'a missing Version means 2008-10-17, under which policy variables are plain text',
    help: 'add `"Version": "2012-10-17"`',
    bad: `{"Statement": [{${ALLOW}}]}`,
    good: GOOD,
  }),
  'unexpected-id': row('error', false, {
    title: 'an Id in a policy of IAM or Organizations',
    why: 'only resource-based policies have an Id; it never changes a decision',
    help: 'remove it',
    bad: `{"Version": "2012-10-17", "Id": "p1", "Statement": [{${ALLOW}}]}`,
    good: GOOD,
  }),
  'invalid-sid': row('error', false, {
    title: 'a Sid with characters that IAM refuses',
    why: 'in IAM policies a Sid is made of A-Z, a-z and 0-9',
    help: 'leave out spaces and punctuation',
    bad: doc(`"Sid": "read only", ${ALLOW}`),
    good: doc(`"Sid": "ReadOnly", ${ALLOW}`),
  }),
  'duplicate-sid': row('error', false, {
    title: 'two statements with the same Sid',
    why: 'a Sid must be unique in its policy',
    help: 'rename one of them',
    bad: `{"Version": "2012-10-17", "Statement": [{"Sid": "A", ${ALLOW}}, {"Sid": "A", ${ALLOW}}]}`,
    good: doc(`"Sid": "A", ${ALLOW}`),
  }),
  'empty-sid': row('suggestion', false, {
    title: 'an empty Sid',
    why: 'it names nothing',
    help: 'remove it, or say what the statement is for',
    bad: doc(`"Sid": "", ${ALLOW}`),
    good: doc(`"Sid": "Read", ${ALLOW}`),
  }),
  'empty-action': row('suggestion', false, {
    title: 'an empty list of actions',
    why: 'the list names no action',
    help: 'list the actions, or remove the statement',
    bad: doc('"Effect": "Allow", "Action": [], "Resource": "*"'),
    good: GOOD,
  }),
  'empty-resource': row('suggestion', false, {
    title: 'an empty list of resources',
    why: 'the list names no resource',
    help: 'list the resources, or remove the statement',
    bad: doc('"Effect": "Allow", "Action": "s3:GetObject", "Resource": []'),
    good: GOOD,
  }),
  'empty-principal': row('suggestion', false, {
    title: 'an empty principal',
    why: 'the element names nobody',
    help: 'name the principals, or remove the statement',
    bad: doc(`"Principal": {}, ${ALLOW}`),
    good: doc(`"Principal": {"AWS": "111122223333"}, ${ALLOW}`),
  }),
  'empty-condition': row('suggestion', false, {
    title: 'an empty condition',
    why: 'it restricts nothing',
    help: 'remove it, or say what must hold',
    bad: doc(`${ALLOW}, "Condition": {}`),
    good: GOOD,
  }),
  'empty-condition-values': row('suggestion', false, {
    title: 'a condition without values',
    why: 'what it comes to depends on the operator, and is hardly what was meant',
    help: 'list the values, or remove the key',
    bad: doc(`${ALLOW}, "Condition": {"StringEquals": {"aws:username": []}}`),
    good: doc(`${ALLOW}, "Condition": {"StringEquals": {"aws:username": ["alice"]}}`),
  }),
  'invalid-action': row('error', false, {
    title: 'an action that is not of the form service:Name',
    why: 'no request can match it, and AWS refuses it',
    help: 'write `service:Name`; `*` and `?` are allowed in the name only, or `*` alone',
    bad: doc('"Effect": "Allow", "Action": "s3>List*", "Resource": "*"'),
    good: doc('"Effect": "Allow", "Action": "s3:List*", "Resource": "*"'),
  }),
  'wildcard-service-name': row('warning', false, {
    title: 'a wildcard in the service of an action',
    why: 'it would take in services to come; here it is read as the name of no service, so it matches nothing (B3)',
    help: 'write the service out, or `*` alone for everything',
    bad: doc('"Effect": "Allow", "Action": "*:Get*", "Resource": "*"'),
    good: doc('"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"'),
  }),
  'invalid-arn-prefix': row('error', false, {
    title: 'a resource that is no ARN',
    why: 'no request can match it, and AWS refuses it',
    help: 'write an ARN, or `*`',
    bad: doc('"Effect": "Allow", "Action": "s3:GetObject", "Resource": "bucket/*"'),
    good: doc('"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*"'),
  }),
  'malformed-session-arn': row('error', true, {
    title: 'an ARN of a session policy with fewer than six fields',
    why: 'AWS refuses the session policy, and with it the call that passes it',
    help: 'write all six fields: `arn:partition:service:region:account:resource`',
    bad: doc('"Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs"'),
    good: doc('"Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:*:*:*"'),
  }),
  'missing-arn-field': row('error', false, {
    title: 'an ARN of fewer than six fields',
    why: 'policies of this type do not fill in the missing fields: no request can match it',
    help: 'write all six fields: `arn:partition:service:region:account:resource`',
    bad: doc('"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3"'),
    good: doc('"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*"'),
  }),
  'invalid-operator': row('error', false, {
    title: 'a condition operator that does not exist',
    why: 'AWS refuses it; a condition with it never holds',
    help: 'use a documented operator such as StringEquals',
    bad: doc(`${ALLOW}, "Condition": {"StringMatches": {"aws:username": "a"}}`),
    good: doc(`${ALLOW}, "Condition": {"StringLike": {"aws:username": "a"}}`),
  }),
  'null-with-ifexists': row('error', false, {
    title: 'Null with IfExists',
    why: 'Null asks whether the key is there at all; AWS refuses the suffix, and a condition with it never holds',
    help: 'write `Null`',
    bad: doc(`${ALLOW}, "Condition": {"NullIfExists": {"aws:username": "true"}}`),
    good: doc(`${ALLOW}, "Condition": {"Null": {"aws:username": "true"}}`),
  }),
  'invalid-character': row('error', false, {
    title: 'a character that IAM refuses',
    why: 'IAM policies take only tab, line feed, carriage return and U+0020 to U+00FF',
    help: 'remove the character; a dash or quotation mark may have been replaced by an editor',
    bad: doc(`"Sid": "A", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\u2013"`),
    good: GOOD,
  }),
  'known-only-at-deploy-time': row('suggestion', false, {
    title: 'an element with a value that is known only at deploy time',
    why: 'checks that would depend on the value say nothing, and a request that depends on it has no certain answer',
    help: 'nothing is wrong; for an answer, give the value, or look at a plan or dump that has it',
    bad: 'in a Terraform plan, a `Resource` with the ARN of a bucket that is yet to be made',
    good: GOOD,
  }),
  'form-known-only-at-deploy-time': row('suggestion', true, {
    title: 'a part of a policy of which not even the form is known before it is deployed',
    why: 'what the policy says cannot be read: there may be more in it, or less',
    help: 'look at a plan or dump that has the value',
    bad: 'in a Terraform plan, a policy that is made of values that are known after apply',
    good: GOOD,
  }),
} as const satisfies Record<string, CodeRow>;

export type ParseCode = keyof typeof PARSE_CODES;
