/** Context keys of STS calls: what the hop passes (F8 to F12). */
import type { AbsentKey, DerivedKey } from '../derived.ts';
import type { Hop } from '../hop.ts';

/** Keys that are present iff the hop passes the parameter. */
export function passedKeys(hop: Hop): { keys: DerivedKey[]; absent: AbsentKey[] } {
  const keys: DerivedKey[] = [];
  const absent: AbsentKey[] = [];
  const add = (key: string, value: string | readonly string[] | undefined, parameter: string) => {
    if (value === undefined || value.length === 0) absent.push({ key, because: `the hop passes no \`${parameter}\`` });
    else keys.push({ key, value, because: `\`${parameter}\` of the hop` });
  };
  add('sts:ExternalId', hop.externalId, 'externalId');
  add('sts:SourceIdentity', hop.sourceIdentity, 'sourceIdentity');
  add('sts:DurationSeconds', hop.duration === undefined ? undefined : String(hop.duration), 'duration');
  add('sts:TransitiveTagKeys', hop.transitiveTags, 'transitiveTags');
  add('aws:TagKeys', Object.keys(hop.tags ?? {}), 'tags');
  for (const [tag, value] of Object.entries(hop.tags ?? {})) {
    keys.push({ key: `aws:RequestTag/${tag}`, value, because: 'a tag of the hop' });
  }
  absent.push({ key: 'aws:RequestTag/', because: 'the hop passes no such tag' });
  return { keys, absent };
}
