/** The limits of tags of IAM and STS (Sizes). */
import type { Tags } from './environment.ts';

export const TAG_LIMITS = { count: 50, key: 128, value: 256 } as const;

/** AWS: IAM User Guide, id_tags: letters, digits, spaces and `_.:/=+-@` of any script. */
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** One phrase for each limit that the tags of a user, role or session break. */
export function tagFaults(tags: Tags): string[] {
  const faults = sizeFaults(tags);
  const seen = new Map<string, string>();
  for (const [key, value] of Object.entries(tags)) {
    const twin = seen.get(key.toLowerCase());
    if (twin !== undefined) faults.push(`\`${twin}\` and \`${key}\` are one key: case does not tell tags apart`);
    seen.set(key.toLowerCase(), key);
    if (key.toLowerCase().startsWith('aws:')) faults.push(`key \`${key}\`: the prefix \`aws:\` is reserved`);
    for (const text of [key, value].filter((one) => !CHARACTERS.test(one))) {
      faults.push(`\`${text}\` holds a character other than letters, digits, spaces and \`_.:/=+-@\``);
    }
  }
  return faults;
}

/** One phrase for each limit of number and length, which hold for resources too. */
export function sizeFaults(tags: Tags): string[] {
  const entries = Object.entries(tags);
  const faults =
    entries.length > TAG_LIMITS.count ? [`${entries.length} tags, at most ${TAG_LIMITS.count} are possible`] : [];
  for (const [key, value] of entries) {
    if (key === '') faults.push('a tag needs a key');
    if ([...key].length > TAG_LIMITS.key) faults.push(`key \`${key}\` is longer than ${TAG_LIMITS.key} characters`);
    if ([...value].length > TAG_LIMITS.value) {
      faults.push(`the value of \`${key}\` is longer than ${TAG_LIMITS.value} characters`);
    }
  }
  return faults;
}
