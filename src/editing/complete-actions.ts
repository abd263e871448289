/** Services, then their actions with their access level, and patterns with how many actions they are. */
import type { EditingContext, Offer } from './completion.ts';

export function actionOffers({ catalog, type }: EditingContext, typed: string): readonly Offer[] {
  if (type === 'trust') return trustOffers(typed);
  const colon = typed.indexOf(':');
  if (colon === -1) {
    return catalog.serviceNames().map((prefix) => ({ label: `${prefix}:`, goesOn: true }));
  }
  const prefix = typed.slice(0, colon).toLowerCase();
  const actions = catalog.service(prefix)?.actions ?? [];
  if (actions.length === 0) return [];
  const patterns = [...new Set([`${typed.replace(/\*.*$/, '')}*`, ...verbPatterns(prefix, typed)])];
  return [
    ...actions.map(({ id, level }) => ({ label: id, detail: level })),
    ...patterns.flatMap((label) => {
      const count = catalog.expandAction(label).length;
      return count === 0 ? [] : [{ label, detail: count === 1 ? 'one action' : `${count} actions` }];
    }),
  ];
}

/** `s3:Get*` while `s3:` is typed. */
function verbPatterns(prefix: string, typed: string): readonly string[] {
  return typed.endsWith(':')
    ? ['Get', 'List', 'Describe', 'Put', 'Create', 'Delete', 'Update'].map((verb) => `${prefix}:${verb}*`)
    : [];
}

/** What a role can be taken on by. */
function trustOffers(typed: string): readonly Offer[] {
  return typed === '' || 'sts:'.startsWith(typed.toLowerCase()) || typed.toLowerCase().startsWith('sts:')
    ? [
        { label: 'sts:AssumeRole', detail: 'users, roles, services' },
        { label: 'sts:AssumeRoleWithWebIdentity', detail: 'tokens of an OIDC provider' },
        { label: 'sts:AssumeRoleWithSAML', detail: 'assertions of a SAML provider' },
        { label: 'sts:TagSession', detail: 'session tags' },
        { label: 'sts:SetSourceIdentity', detail: 'the source identity' },
      ]
    : [];
}
