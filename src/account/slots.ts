/** The versions of a policy by the names that the plan gives them, where AWS gave a number that the plan could not know. */
import { type ObjectState, VERSION } from './object-state.ts';
import type { Step } from './plan.ts';
import { expectedState, type Run, versionIn } from './run.ts';

export interface Slotted {
  /** As AWS tells it, with the plan's names for versions. */
  readonly state: ObjectState;
  /** Versions that nobody knows of, with the document of the step: it was done, once or twice, though no answer came. */
  readonly strangers: readonly string[];
}

/** @param step the step that is under way; its versions are looked for */
export function slotted(state: ObjectState, run: Run, step: Pick<Step, 'object' | 'effects'>): Slotted {
  const ids = run.versions[step.object] ?? {};
  const slots = new Map(Object.entries(ids).map(([slot, id]) => [id, slot]));
  // The plan's v2 may be AWS's v1 where a policy was put back; AWS's v2 is then another one.
  const named = (id: string) => slots.get(id) ?? (ids[id] === undefined ? id : `${id} of AWS`);
  const entries = Object.entries(state)
    .map(([aspect, value]) => ({ aspect, value, id: versionId(aspect) }))
    .filter(({ id }) => id === undefined || !run.dropped.includes(id));
  const translated = entries.map(({ aspect, value, id }) => {
    if (id !== undefined) return [VERSION + named(id), value];
    return [aspect, aspect === 'default' ? named(value) : value];
  });
  const slot = versionIn(step);
  const effect = slot === undefined ? undefined : step.effects[VERSION + slot];
  const expected = expectedState(run, step.object);
  const strangers = entries.flatMap(({ value, id }) => {
    const isStrange = id !== undefined && !slots.has(id) && expected[VERSION + named(id)] === undefined;
    return isStrange && effect && value === (effect.to ?? effect.from) ? [id] : [];
  });
  return { state: Object.fromEntries(translated), strangers: strangers.sort(byNumber) };
}

function versionId(aspect: string): string | undefined {
  return aspect.startsWith(VERSION) ? aspect.slice(VERSION.length) : undefined;
}

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1));
}
