/** Policies of the user's own by the document they are: one file may be used in many places, as several types. */
import type { Policy } from '../language/index.ts';

/** AWS's own policies are not the user's to cover. */
function isManagedByAws(policy: Policy): boolean {
  return policy.name.startsWith('aws:') || /^arn:aws[a-z-]*:iam::aws:policy\//.test(policy.name);
}

/** The same file used in two places is one policy. */
export function policyGroups(policies: readonly Policy[]): (readonly [Policy, ...Policy[]])[] {
  const groups = new Map<string, [Policy, ...Policy[]]>();
  for (const policy of policies) {
    if (isManagedByAws(policy)) continue;
    const key = documentKey(policy);
    const known = groups.get(key);
    if (known) known.push(policy);
    else groups.set(key, [policy]);
  }
  return [...groups.values()];
}

/** A document is known by its file and where in the file it begins; one without text by its name. */
export function documentKey({ name, document }: Policy): string {
  const start = document.statements[0]?.range?.start;
  return document.source && start !== undefined ? `${document.source.name}@${start}` : name;
}
