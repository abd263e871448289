/** The engine's judgement of a world, and that of an engine with one misconception built in. */
import { evaluate } from '../evaluate/index.ts';
import type { DecidedBy, Decision, EvaluationResult, Layer, StatementTrace } from '../language/index.ts';
import type { Misconception } from './misconception.ts';
import type { World } from './world.ts';

export interface Judgement {
  readonly decision: Decision;
  readonly decidedBy: DecidedBy;
  readonly missing: readonly Layer[];
  /** Empty where a misconception concluded what no statement says. */
  readonly statements: readonly { readonly layer: Layer; readonly trace: StatementTrace }[];
  readonly result: EvaluationResult;
}

/** Worlds are judged over and over: plainly once, and once for each misconception. */
const JUDGED = new WeakMap<World, Judgement>();

export function judge(world: World, misconception?: Misconception): Judgement {
  const plain = judgePlainly(misconception?.sees?.(world) ?? world);
  const concluded = misconception?.concludes?.(plain.result, world);
  return concluded ? { ...concluded, statements: [], result: plain.result } : plain;
}

function judgePlainly(world: World): Judgement {
  const known = JUDGED.get(world);
  if (known) return known;
  const result = evaluate(world.policies, world.request, world.settings);
  const { decision, decidedBy, missing, statements } = result;
  // INVARIANT: the request of a world leaves nothing unknown.
  if (decision === 'unknown' || decidedBy === undefined) throw new Error('a template left a key unknown');
  const judgement = { decision, decidedBy, missing, statements, result };
  JUDGED.set(world, judgement);
  return judgement;
}

/** False where the misconception cannot change anything in this world; true decides nothing. */
export function touches(world: World, { sees, concludes }: Misconception): boolean {
  return concludes !== undefined || (sees !== undefined && sees(world) !== world);
}

/** Both are implicit denies, and the layer that one names lacks an Allow in truth as well: as a fact it is no error. */
export function isLacking(judgement: Judgement, truth: Judgement): boolean {
  if (judgement.decision !== 'implicitDeny' || truth.decision !== 'implicitDeny') return false;
  return truth.result.layers.some(({ layer, allows }) => layer === judgement.decidedBy && allows !== 'yes');
}
