/** Policies and requests for tests, from plain JSON values, through the product's own parser. */
import type { Policy, PolicyType, Request } from '../../src/language/index.ts';
import { nodeOfValue, parsePolicyDocument } from '../../src/parse/index.ts';

/** A policy from a document as JSON; throws where the parser determines no meaning. */
export function policy(type: PolicyType, document: unknown, name: string = type): Policy {
  const { node } = nodeOfValue(document);
  const parsed = node && parsePolicyDocument(node, type);
  if (!parsed?.document) throw new Error(parsed?.diagnostics.map((d) => `${d.path}: ${d.message}`).join('\n'));
  return { name, type, document: parsed.document };
}

/** One statement as a policy of its own, Version 2012-10-17. */
export function statement(type: PolicyType, body: object, name?: string): Policy {
  return policy(type, { Version: '2012-10-17', Statement: [body] }, name);
}

const ALICE: Request['principal'] = {
  type: 'user',
  arn: 'arn:aws:iam::111122223333:user/alice',
  account: '111122223333',
};

/** Alice reads an object of a bucket in her own account. */
export function request(changes: Partial<Request> = {}): Request {
  return {
    principal: ALICE,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    resourceAccount: '111122223333',
    context: {},
    ...changes,
  };
}
