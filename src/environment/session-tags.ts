/** Session tags: their limits, how they travel along a chain and what they override (F10, F11, I30). */
import type { Caller } from './caller.ts';
import type { Tags } from './environment.ts';
import type { Hop } from './hop.ts';
import type { Refusal } from './hop-result.ts';
import { TAG_LIMITS, tagFaults } from './tag-limits.ts';

/** Later tags override earlier ones of the same key, ignoring case. */
export function mergeTags(...layers: readonly Tags[]): Tags {
  const merged = new Map<string, readonly [string, string]>();
  for (const [key, value] of layers.flatMap((tags) => Object.entries(tags)))
    merged.set(key.toLowerCase(), [key, value]);
  return Object.fromEntries(merged.values());
}

/** F11: the tags that a session hands on. Tags of roles are never among them. */
export function inheritedTags({ session, tags }: Caller): Tags {
  const keys = new Set(session?.transitiveTags.map((key) => key.toLowerCase()) ?? []);
  return Object.fromEntries(Object.entries(tags).filter(([key]) => keys.has(key.toLowerCase())));
}

/** Why STS refuses the tags of a hop. */
export function tagRefusals({ tags = {}, transitiveTags = [] }: Hop, inherited: Tags): Refusal[] {
  const refusals: Refusal[] = tagFaults(tags).map((message) => ({ rule: 'F10', message: `session tags: ${message}` }));
  const passed = new Set(Object.keys(tags).map((key) => key.toLowerCase()));
  const all = Object.keys(mergeTags(inherited, tags)).length;
  if (all > TAG_LIMITS.count && Object.keys(tags).length <= TAG_LIMITS.count) {
    refusals.push({
      rule: 'F11',
      message: `${all} session tags with the inherited ones, at most ${TAG_LIMITS.count} are possible`,
    });
  }
  for (const key of Object.keys(inherited)) {
    if (!passed.has(key.toLowerCase())) continue;
    refusals.push({
      rule: 'F11',
      message: `session tag \`${key}\` is inherited as transitive and cannot be passed again`,
    });
  }
  for (const key of transitiveTags) {
    if (passed.has(key.toLowerCase())) continue;
    refusals.push({ rule: 'F11', message: `\`${key}\` is marked transitive but is no tag of this call` });
  }
  return refusals;
}
