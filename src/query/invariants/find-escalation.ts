/** Can somebody take a known way to rights that they have not? Every step of one must be allowed them. */
import type { ServiceAction } from '../../catalog/index.ts';
import type { Settings } from '../../language/index.ts';
import { ESCALATIONS, type Escalation } from '../../lint/index.ts';
import { findRequest, someAllows } from '../../prove/index.ts';
import type { Claim, InvariantFile } from '../../scenario/index.ts';
import type { Asker } from '../asker.ts';
import { resourcePolicies } from '../requests/everybody.ts';
import { questionsOf, type Witness } from '../requests/questions.ts';
import { sideFinder, type World } from '../requests/sides.ts';
import { type Zone, zonesOf } from '../requests/zones.ts';
import type { Answer } from './answer.ts';

/** A step that is allowed, or why that is not known. */
type Step = Witness | { readonly why: string };

/** Steps, and what they come to. */
interface Way {
  readonly steps: readonly Step[];
  readonly how: string;
}

export function escalationFinder(
  { environment, catalog }: InvariantFile,
  claim: Claim,
  settings: Settings,
): (asker: Asker) => Answer {
  const zones = zonesOf([environment], catalog, claim.resources);
  const worlds = new Map<string, ReturnType<typeof openWorld>>();
  const lists = new Map<string, readonly ServiceAction[]>();

  function openWorld(passedTo: string) {
    const given = passedTo === '' ? {} : { 'iam:PassedToService': `${passedTo}.amazonaws.com` };
    const world: World = { environment, catalog, settings, given: { ...claim.given, ...given }, alsoRead: [] };
    return { worlds: [world], find: sideFinder([world]) };
  }

  const ofResources = resourcePolicies(environment);

  function* stepsOf(asker: Asker, action: string, among: readonly Zone[], passedTo = ''): Generator<Step> {
    // A quick look before the long one.
    if (asker.kind !== 'root' && !someAllows([...(asker.caller.identity ?? []), ...ofResources], action)) return;
    const open = worlds.get(passedTo) ?? openWorld(passedTo);
    worlds.set(passedTo, open);
    const actions = lists.get(action) ?? catalog.expandAction(action);
    lists.set(action, actions);
    for (const zone of among) {
      for (const posed of questionsOf({ ...open, askers: [asker], zone, actions, looking: { for: 'allowed' } })) {
        const answer = 'why' in posed ? { kind: 'unknown' as const, why: posed.why } : findRequest(posed.question);
        if (answer.kind === 'unknown') yield { why: answer.why };
        if (answer.kind === 'counterexample' && !('why' in posed)) {
          yield posed.witnessOf(answer.request, answer.actions);
        }
      }
    }
  }

  /** The ways of the table that begin with a step on `on`, each with a request for every step. */
  function* waysOf(asker: Asker, escalation: Escalation): Generator<Way> {
    const { actions, passedTo, on, what, onItself } = escalation;
    const [begin = '', ...rest] = actions;
    const { arn, roleArn } = asker.caller.principal;
    const own = roleArn ?? arn;
    if ((on === 'self' || on === 'group') && asker.kind !== 'user') return;
    const among = on === 'self' ? zonesOf([environment], catalog, [own ?? '']) : zones;
    for (const first of stepsOf(asker, begin, among, begin === 'iam:PassRole' ? passedTo : undefined)) {
      const resource = 'why' in first ? undefined : first.request.resource;
      if (on === 'others' && resource === own) continue;
      if (onItself !== undefined && resource !== undefined && resource === own) {
        yield { steps: [first], how: onItself };
        continue;
      }
      // What is done to a role helps where that role can be taken on.
      const after = on === 'role' && resource !== undefined ? zonesOf([environment], catalog, [resource]) : zones;
      const others = rest.map((action) => [...stepsOf(asker, action, after)]);
      const steps = others.map((found) => found.find((one) => 'request' in one) ?? found[0]);
      if (steps.every((one) => one !== undefined)) yield { steps: [first, ...steps], how: what };
    }
  }

  return (asker) => {
    const doubts = new Set<string>();
    for (const escalation of ESCALATIONS) {
      for (const { steps, how } of waysOf(asker, escalation)) {
        const witnesses = steps.flatMap((step) => ('request' in step ? step : []));
        if (witnesses.length === steps.length) return { isAsked: true, witnesses, how, doubts: [] };
        for (const step of steps) if ('why' in step) doubts.add(step.why);
      }
    }
    return { isAsked: true, witnesses: [], doubts: [...doubts] };
  };
}
