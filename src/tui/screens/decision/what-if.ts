/** What would be decided if a layer, a statement or a context key were otherwise: the same evaluator, asked again. */
import { multivaluedIn } from '../../../environment/index.ts';
import { evaluate } from '../../../evaluate/index.ts';
import { type Flip, NOTHING } from '../../../explain/index.ts';
import {
  type EvaluationResult,
  type Layer,
  type PoliciesInPlay,
  type Policy,
  type Request,
  replacePolicies,
} from '../../../language/index.ts';
import type { Step } from '../../../scenario/index.ts';
import type { Project } from '../../project/project.ts';
import { type AppState, withScreen } from '../../state.ts';

export type Change =
  | { readonly kind: 'layer'; readonly layer: Layer }
  | { readonly kind: 'statement'; readonly policy: string; readonly statement: number; readonly name: string }
  /** Without a value the key is absent. */
  | { readonly kind: 'key'; readonly key: string; readonly value?: string }
  /** One of the smallest changes that would allow it. */
  | { readonly kind: 'flip'; readonly flip: Flip };

export interface Look {
  readonly step: Step;
  /** From 0. */
  readonly index: number;
  readonly steps: number;
  /** With what is supposed to be otherwise. */
  readonly result: EvaluationResult;
  readonly request: Request;
  readonly changes: readonly Change[];
}

const KNOWN = new WeakMap<readonly Change[], Look>();

/** The evaluation that the screen shows; undefined where nothing was evaluated. */
export function lookOf({ project, screens }: AppState): Look | undefined {
  const answered = project.answer?.answer;
  const steps = answered?.steps ?? [];
  const { decision } = screens;
  const step = (decision.step === undefined ? undefined : steps[decision.step]) ?? answered?.decisive;
  if (!step) return undefined;
  const index = Math.max(0, steps.indexOf(step));
  const changes = decision.supposed?.of === project.answer ? (decision.supposed?.changes ?? []) : [];
  const { result, request } = step;
  if (changes.length === 0) return { step, index, steps: steps.length, result, request, changes };
  const known = KNOWN.get(changes);
  if (known?.step === step) return known;
  const supposed = suppose(step, changes, project);
  const look = { step, index, steps: steps.length, ...supposed, changes };
  KNOWN.set(changes, look);
  return look;
}

function suppose({ policies, request }: Step, changes: readonly Change[], { config, catalog }: Project) {
  const isMultivalued = multivaluedIn(catalog);
  const flip = changes.find((change) => change.kind === 'flip')?.flip;
  const before = flip?.after ?? { policies, request };
  const after = changes.reduce(
    (question, change) => ({
      policies: withChange(question.policies, change),
      request:
        change.kind === 'key'
          ? withKey(question.request, change, isMultivalued(change.key) === true)
          : question.request,
    }),
    before,
  );
  return { request: after.request, result: evaluate(after.policies, after.request, config?.settings) };
}

function withChange(policies: PoliciesInPlay, change: Change): PoliciesInPlay {
  if (change.kind === 'layer') return withoutLayer(policies, change.layer);
  if (change.kind !== 'statement') return policies;
  return replacePolicies(policies, (policy) =>
    policy.name === change.policy ? without(policy, change.statement) : policy,
  );
}

/** It keeps its place and its name, and applies to nothing. */
function without(policy: Policy, index: number): Policy {
  const statements = policy.document.statements.map((one, at) =>
    at === index ? { ...one, action: NOTHING.action } : one,
  );
  return { ...policy, document: { ...policy.document, statements } };
}

const MEMBERS: Readonly<Record<Layer, keyof PoliciesInPlay>> = {
  rcp: 'rcps',
  scp: 'scps',
  vpce: 'vpce',
  resource: 'resource',
  trust: 'trust',
  identity: 'identity',
  boundary: 'boundary',
  session: 'session',
};

/** As if nobody had attached a policy of the kind. */
function withoutLayer(policies: PoliciesInPlay, layer: Layer): PoliciesInPlay {
  const { [MEMBERS[layer]]: _off, ...rest } = policies;
  return rest;
}

/** A key of several values is written with commas between them. */
function withKey(request: Request, { key, value }: Change & { readonly kind: 'key' }, isList: boolean): Request {
  const kept = Object.entries(request.context).filter(([name]) => name.toLowerCase() !== key.toLowerCase());
  if (value === undefined) return { ...request, context: Object.fromEntries(kept) };
  const list = value.replace(/^\[|\]$/g, '').split(',');
  const given = isList ? list.map((one) => one.trim()) : value;
  return { ...request, context: Object.fromEntries([...kept, [key, given]]) };
}

/** Supposes something more, or takes back what is supposed already. */
export function toggleChange(state: AppState, change: Change): AppState {
  const changes = lookOf(state)?.changes ?? [];
  const left = changes.filter((one) => !isSame(one, change));
  return supposing(state, left.length < changes.length ? left : [...left, change]);
}

/** Supposes it, in the place of what was supposed of the same thing. */
export function makeChange(state: AppState, change: Change): AppState {
  const left = (lookOf(state)?.changes ?? []).filter((one) => !isSame(one, change) && !areFlips(one, change));
  // It stands among the first entries from now on.
  return withScreen(supposing(state, [...left, change]), 'decision', { entry: left.length });
}

export function supposing(state: AppState, changes: readonly Change[]): AppState {
  const { answer } = state.project;
  const { supposed: _before, ...rest } = state.screens.decision;
  const decision = answer && changes.length > 0 ? { ...rest, supposed: { of: answer, changes } } : rest;
  return { ...state, screens: { ...state.screens, decision } };
}

function areFlips(a: Change, b: Change): boolean {
  return a.kind === 'flip' && b.kind === 'flip';
}

export function isSame(a: Change, b: Change): boolean {
  switch (a.kind) {
    case 'layer':
      return b.kind === 'layer' && a.layer === b.layer;
    case 'statement':
      return b.kind === 'statement' && a.policy === b.policy && a.statement === b.statement;
    case 'key':
      return b.kind === 'key' && a.key.toLowerCase() === b.key.toLowerCase();
    case 'flip':
      return b.kind === 'flip' && a.flip === b.flip;
    default:
      return a satisfies never;
  }
}
