/** Trust policies: what checks on taking on roles have in common. */
import type { PrincipalEntry } from '../language/index.ts';
import { type StatementView, speaksOf } from './statement-view.ts';

/** GitHub's provider of tokens for workflows. */
export const GITHUB = 'token.actions.githubusercontent.com';

/** The name under which an OIDC provider's keys go: what its ARN ends with, or its built-in name. In lower case. */
export function oidcProvider({ kind, value }: PrincipalEntry): string | undefined {
  if (kind !== 'Federated') return undefined;
  const marker = ':oidc-provider/';
  const at = value.indexOf(marker);
  if (at !== -1) return value.slice(at + marker.length).toLowerCase();
  return BUILT_IN.has(value.toLowerCase()) ? value.toLowerCase() : undefined;
}

/** Providers that AWS knows by name. */
const BUILT_IN = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

export function isBuiltIn(value: string): boolean {
  return BUILT_IN.has(value.toLowerCase());
}

/** An Allow to take on the role with a token of the provider. */
export function allowsTokens(view: StatementView): boolean {
  return view.allows && !view.notPrincipal && speaksOf(view, 'sts:AssumeRoleWithWebIdentity');
}
