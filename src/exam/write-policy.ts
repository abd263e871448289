/** Policies and callers of exam worlds, as the values that a simulation document holds. */
import { OWN } from './accounts.ts';

export interface StatementValue {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly [element: string]: unknown;
}

function policyValue(...statements: readonly StatementValue[]) {
  return { Version: '2012-10-17', Statement: statements };
}

export function named(name: string, ...statements: readonly StatementValue[]) {
  return { name, document: policyValue(...statements) };
}

type Values = string | readonly string[];

export function allow(Sid: string, Action: Values, Resource: Values, others: object = {}): StatementValue {
  return { Sid, Effect: 'Allow', Action, Resource, ...others };
}

export function deny(Sid: string, Action: Values, Resource: Values, others: object = {}): StatementValue {
  return { Sid, Effect: 'Deny', Action, Resource, ...others };
}

/** The same for a principal; the element stands where AWS's examples have it. */
export function allowTo(Sid: string, principal: unknown, Action: Values, Resource: Values): StatementValue {
  return { Sid, Effect: 'Allow', Principal: principal, Action, Resource };
}

export interface CallerValue {
  readonly type: string;
  readonly arn: string;
  readonly account: string;
  readonly roleArn?: string;
  readonly managementAccount?: boolean;
}

export function user(name: string, account = OWN): CallerValue {
  return { type: 'user', arn: `arn:aws:iam::${account}:user/${name}`, account };
}

export function roleSession(name: string, session: string, account = OWN): CallerValue {
  const arn = `arn:aws:sts::${account}:assumed-role/${name}/${session}`;
  return { type: 'role-session', arn, account, roleArn: `arn:aws:iam::${account}:role/${name}` };
}

export function accountArn(account: string): string {
  return `arn:aws:iam::${account}:root`;
}

/** What a policy of the resource's account would name: the role behind a session, else the caller. */
export function identityArn({ roleArn, arn }: CallerValue): string {
  return roleArn ?? arn;
}
