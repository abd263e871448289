/** Makes a plan: reads what is live, and holds the manifest against it. */
import { environmentProblems } from './agreement.ts';
import { changesOf } from './changes.ts';
import type { Judge } from './direction.ts';
import { identityObject, type LiveSet, policyArn, readLiveSet } from './live-set.ts';
import type { Manifest } from './manifest.ts';
import type { ObjectName } from './object-state.ts';
import type { Hash } from './observe.ts';
import type { ObjectDetails, Plan, PlanVerification } from './plan.ts';
import type { AccountReader, AwsFailure } from './port.ts';
import { quotaProblems, quotaUses } from './quota-uses.ts';

export interface PlanPorts {
  readonly reader: AccountReader;
  readonly hash: Hash;
  readonly judge: Judge;
  /** The day, `2026-11-23`. */
  readonly today: string;
}

export type MadePlan =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'wrong account'; readonly live: string }
  | AwsFailure;

/** @param verification of the workspace; what is wrong with the plan itself is added to it */
export async function makePlan(
  manifest: Manifest,
  verification: PlanVerification,
  ports: PlanPorts,
): Promise<MadePlan> {
  const caller = await ports.reader.callerIdentity();
  if (caller.kind === 'failed') return caller;
  if (caller.value.account !== manifest.account) return { kind: 'wrong account', live: caller.value.account };
  const read = await readLiveSet(manifest, ports.reader, ports.hash);
  if (read.kind === 'failed') return read;
  const live = read.value;
  const { changes, steps, documents, problems: obstacles } = changesOf(manifest, live, ports);
  const touched = new Set(steps.map(({ object }) => object));
  const base = Object.fromEntries([...touched].sort().map((object) => [object, live.states[object] ?? {}]));
  const objects = Object.fromEntries([...touched].sort().map((object) => [object, detailsOf(object, manifest, live)]));
  const quotas = quotaUses({ base, steps, documents, quotas: live.quotas });
  const problems = [...verification.problems, ...environmentProblems(manifest), ...obstacles, ...quotaProblems(quotas)];
  const plan: Plan = {
    schemaVersion: 1,
    manifest: manifest.source.name,
    account: {
      id: manifest.account,
      partition: live.caller.partition,
      ...(live.alias === undefined ? {} : { alias: live.alias }),
    },
    caller: live.caller.arn,
    made: ports.today,
    changes,
    steps,
    base,
    objects,
    documents,
    quotas,
    verification: { ...verification, passed: verification.passed && problems.length === 0, problems },
  };
  return { kind: 'planned', plan };
}

function detailsOf(object: ObjectName, { policies, identities, account }: Manifest, live: LiveSet): ObjectDetails {
  const kept =
    policies.find((one) => policyArn(one, account, live.caller.partition) === object) ??
    identities.find((one) => identityObject(one) === object);
  if (!kept) throw new Error(`${object} is not kept`);
  const { name, path, description } = kept;
  const duration = 'maxSessionDuration' in kept ? kept.maxSessionDuration : undefined;
  return {
    name,
    path,
    ...(description === undefined ? {} : { description }),
    ...(duration === undefined ? {} : { maxSessionDuration: duration }),
  };
}
