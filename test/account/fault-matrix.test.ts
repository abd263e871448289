/** Every step of every story under every fault: where it ends, and that the account is as is said. Generated, not typed. */
import { describe, expect, it } from 'vitest';
import type { ApplyResult, Plan } from '../../src/account/index.ts';
import type { Account, Fault } from './memory-account.ts';
import { planOf, STORIES, type Story } from './stories.ts';
import { type Death, standing, start, type Trial, type Trouble } from './trial.ts';

const THROTTLED: Fault = { kind: 'refused', why: 'throttled', code: 'Throttling' };
const DENIED: Fault = { kind: 'refused', why: 'access-denied', code: 'AccessDenied' };
const CONFLICT: Fault = { kind: 'refused', why: 'conflict', code: 'ConcurrentModification' };

/** By the write at which they begin: what befalls the writes from there on. */
const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  'throttled once': [THROTTLED],
  'throttled three times': [THROTTLED, THROTTLED, THROTTLED],
  'throttled for good': Array.from({ length: 6 }, () => THROTTLED),
  'a conflict': [CONFLICT],
  refused: [DENIED],
  'lost before it is done': [{ kind: 'lost before' }],
  'lost before it is done, twice': [{ kind: 'lost before' }, { kind: 'lost before' }],
  'lost after it is done': [{ kind: 'lost after' }],
  'lost after it is done, then throttled': [{ kind: 'lost after' }, THROTTLED],
  'refused, and the way back throttled': [DENIED, THROTTLED, THROTTLED],
  'refused, and on the way back lost after it is done': [DENIED, { kind: 'lost after' }],
  'refused, and on the way back lost before it is done': [DENIED, { kind: 'lost before' }],
  'refused, and the way back refused': [DENIED, DENIED],
};

const LAGS = { 'fresh reads': 0, 'reads that lag': 2500 } as const;

interface World {
  readonly plan: Plan;
  readonly before: Account;
  readonly after: Account;
  /** Of a run without trouble. */
  readonly writes: number;
  readonly entries: number;
  readonly calls: number;
}

async function worldOf(story: Story): Promise<World> {
  const plan = await planOf(story);
  const { memory, result, entries, calls } = await start(plan, story.start);
  expect(result?.kind).toBe('applied');
  return {
    plan,
    before: story.start,
    after: memory.now(),
    writes: memory.writes.length,
    entries: entries.length,
    calls,
  };
}

/** The account is as the result says, and a run that is not over can be brought to either end. */
async function expectSettled({ before, after }: World, trial: Trial, label: string): Promise<void> {
  const { memory, result } = trial;
  const now = standing(memory.now());
  switch (result?.kind) {
    case 'applied':
      return void expect(now, label).toEqual(standing(after));
    case 'rolled back':
      expect(leftOf(result), label).toEqual([]);
      return void expect(now, label).toEqual(standing(before));
    case 'nothing to do':
      return void expect(now, label).toEqual(standing(after));
    default:
      expect.fail(`${label}: ended as ${JSON.stringify(result?.kind)} ${whyOf(result)}`);
  }
}

function leftOf(result: ApplyResult): readonly unknown[] {
  return 'run' in result ? result.run.left : [];
}

function whyOf(result: ApplyResult | undefined): string {
  return JSON.stringify(result && 'last' in result ? result.last : result);
}

const range = (count: number) => Array.from({ length: count }, (_one, index) => index);

describe.each(Object.entries(STORIES))('%s', (_name, story) => {
  it('applied without trouble, then planned again, leaves nothing to change; and it can be taken back', async () => {
    const world = await worldOf(story);
    expect((await planOf(story, world.after)).changes).toEqual([]);
    const trial = await start(world.plan, world.before);
    const back = await trial.again('back');
    expect(back.result?.kind).toBe('rolled back');
    expect(standing(back.memory.now())).toEqual(standing(world.before));
    const twice = await start(world.plan, world.after);
    expect(twice.result?.kind).toBe('nothing to do');
    expect(twice.memory.writes).toEqual([]);
  });

  it.each(Object.entries(LAGS))('ends applied or rolled back whatever befalls a write, with %s', async (_lag, lag) => {
    const world = await worldOf(story);
    for (const [name, faults] of Object.entries(FAULTS)) {
      for (const write of range(world.writes)) {
        const label = `${name} at write ${write}`;
        const trial = await start(world.plan, world.before, { lag, faults: (number) => faults[number - write] });
        await expectSettledOrResumed(world, trial, label);
      }
    }
  });

  it.each(Object.entries(LAGS))('goes on, or back, wherever the process dies, with %s', async (_lag, lag) => {
    const world = await worldOf(story);
    const deaths: Death[] = range(world.entries).flatMap((number) =>
      (['before', 'torn', 'after'] as const).map((when) => ({ at: 'entry', number, when }) as const),
    );
    deaths.push(...range(world.writes).map((number) => ({ at: 'write', number }) as const));
    for (const death of deaths) {
      for (const way of ['on', 'back'] as const) {
        const label = `${JSON.stringify(death)}, then ${way}`;
        await expectBrought(world, { lag, death }, { way, label });
      }
    }
  });

  it.each(Object.entries(OTHERS))('keeps what somebody else writes who %s, and tells of it', async (_what, write) => {
    const world = await worldOf(story);
    for (const call of range(world.calls)) {
      const label = `before call ${call}`;
      let written = 0;
      const other = (account: Account) => {
        const next = write(account, world.plan);
        written = withoutForeign(next).count;
        return next;
      };
      const trial = await start(world.plan, world.before, { other: { call, write: other } });
      const { result, memory } = trial;
      const { count, rest } = withoutForeign(memory.now());
      expect(count, `${label}: ${whyOf(result)}`).toBe(written);
      // What is written after the last look nobody can know of.
      const isSeen = written > 0 && call < trial.callsAtLastStep;
      if (result?.kind === 'applied' && isSeen) expect.fail(`${label}: it was not told`);
      if (result?.kind === 'applied') expect(rest, label).toEqual(standing(world.after));
      else if (result?.kind === 'rolled back') expect(rest, label).toEqual(standing(world.before));
      else if (result?.kind === 'stale') expect(memory.writes, label).toEqual([]);
      else expect(result?.kind, label).toBe('partial');
    }
  });

  it('goes on, or back, wherever it is interrupted', async () => {
    const world = await worldOf(story);
    for (const interrupt of range(world.entries)) {
      for (const way of ['on', 'back'] as const) {
        await expectBrought(world, { interrupt }, { way, label: `interrupted at entry ${interrupt}, then ${way}` });
      }
    }
  });
});

const FOREIGN = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"foreign:Action","Resource":"*"}]}';

/** What somebody else writes meanwhile, into all objects of the plan that are there. */
const OTHERS: Readonly<Record<string, (account: Account, plan: Plan) => Account>> = {
  'makes a version': ({ policies, identities }, { base }) => ({
    identities,
    policies: Object.fromEntries(
      Object.entries(policies).map(([arn, policy]) => {
        if (!(arn in base) || policy.versions.length > 4) return [arn, policy];
        const versions = [...policy.versions, { id: `v${policy.next}`, document: FOREIGN }];
        return [arn, { ...policy, versions, next: policy.next + 1 }];
      }),
    ),
  }),
  'adds an inline policy': ({ policies, identities }, { base }) => ({
    policies,
    identities: Object.fromEntries(
      Object.entries(identities).map(([name, identity]) => [
        name,
        name in base ? { ...identity, inline: { ...identity.inline, foreign: FOREIGN } } : identity,
      ]),
    ),
  }),
};

/** The account without what somebody else wrote, and how much that was. */
function withoutForeign(account: Account) {
  let count = 0;
  const isForeign = (document: string) => {
    if (document === FOREIGN) count += 1;
    return document === FOREIGN;
  };
  const policies = Object.entries(account.policies).map(([arn, policy]) => {
    return [arn, { ...policy, versions: policy.versions.filter(({ document }) => !isForeign(document)) }] as const;
  });
  const identities = Object.entries(account.identities).map(([name, identity]) => {
    const inline = Object.entries(identity.inline).filter(([, document]) => !isForeign(document));
    return [name, { ...identity, inline: Object.fromEntries(inline) }] as const;
  });
  const rest = standing({ policies: Object.fromEntries(policies), identities: Object.fromEntries(identities) });
  return { count, rest };
}

/** A run that could not end for its troubles ends when they are over. */
async function expectSettledOrResumed(world: World, trial: Trial, label: string): Promise<void> {
  const kind = trial.result?.kind;
  if (kind !== 'partial' && kind !== 'unknown') return expectSettled(world, trial, label);
  const on = await trial.again('on');
  await expectSettled(world, on, `${label}, then on from ${kind} ${whyOf(trial.result)}`);
}

interface Bringing {
  readonly way: 'on' | 'back';
  readonly label: string;
}

async function expectBrought(world: World, trouble: Trouble, { way, label }: Bringing): Promise<void> {
  const trial = await start(world.plan, world.before, trouble);
  if (trial.result && trial.result.kind !== 'interrupted') return expectSettled(world, trial, label);
  if (trial.entries.length === 0) {
    expect(standing(trial.memory.now()), label).toEqual(standing(world.before));
    return;
  }
  const brought = await trial.again(way);
  await expectSettled(world, brought, label);
  const isBack = way === 'back' && trial.entries.at(-1)?.entry !== 'end';
  const wanted = way === 'back' || isBack ? ['rolled back'] : ['applied', 'nothing to do'];
  expect(wanted, label).toContain(brought.result?.kind);
}
