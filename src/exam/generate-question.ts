/** Makes questions: a kind and a topic are drawn, then worlds of that topic until one gives a good question. */

import { describeOptions } from './describe-options.ts';
import { stemOf } from './describe-scene.ts';
import type { QuestionDraft } from './draft.ts';
import { type Draw, drawFrom } from './draw.ts';
import type { KindTemplate } from './kind.ts';
import { bug } from './kinds/bug.ts';
import { change } from './kinds/change.ts';
import { condition } from './kinds/condition.ts';
import { match } from './kinds/match.ts';
import { order } from './kinds/order.ts';
import { pair } from './kinds/pair.ts';
import { statement } from './kinds/statement.ts';
import { verdict } from './kinds/verdict.ts';
import type { Question, QuestionKind } from './question.ts';
import type { SceneTemplate } from './scene.ts';
import { tasksOf } from './topics.ts';
import { boundaries } from './worlds/boundaries.ts';
import { conditions } from './worlds/conditions.ts';
import { crossAccount } from './worlds/cross-account.ts';
import { elements } from './worlds/elements.ts';
import { keys } from './worlds/keys.ts';
import { logic } from './worlds/logic.ts';
import { organizations } from './worlds/organizations.ts';
import { roles } from './worlds/roles.ts';
import { sameAccount } from './worlds/same-account.ts';
import { sessions } from './worlds/sessions.ts';

type Sources = readonly [SceneTemplate, ...SceneTemplate[]];

/** What few kinds ask about stands more often, so that topics come up about equally often. */
const ALL: Sources = [
  sameAccount,
  sameAccount,
  sameAccount,
  sameAccount,
  crossAccount,
  crossAccount,
  boundaries,
  boundaries,
  sessions,
  sessions,
  organizations,
  organizations,
  roles,
  roles,
  keys,
  keys,
  conditions,
  elements,
  elements,
  elements,
];
/** Worlds with more than one policy to speak of. */
const LAYERED: Sources = [sameAccount, crossAccount, boundaries, sessions, organizations, roles, keys];
/** Worlds in which two things can be missing. */
const LACKING: Sources = [crossAccount, boundaries, sessions, organizations, roles, keys];

/** Worlds whose distractors are many enough for the question. */
const DECIDED: Sources = [crossAccount, boundaries, sessions, organizations, roles, keys, elements];
/** Worlds that one change opens. */
const OPENED: Sources = [boundaries, sessions, organizations, roles, keys];

const KINDS: readonly [Kind, ...Kind[]] = [
  { kind: 'verdict', sources: ALL, template: verdict },
  { kind: 'statement', sources: DECIDED, template: statement },
  { kind: 'change', sources: OPENED, template: change },
  { kind: 'pair', sources: LACKING, template: pair },
  { kind: 'order', sources: [logic], template: order },
  { kind: 'match', sources: LAYERED, template: match },
  { kind: 'bug', make: bug },
  { kind: 'condition', make: condition },
];

type Kind =
  | { readonly kind: QuestionKind; readonly sources: Sources; readonly template: KindTemplate }
  | { readonly kind: QuestionKind; readonly make: (draw: Draw) => QuestionDraft | undefined };

/** Far more than any template needs. */
const MOST_ATTEMPTS = 2000;

/**
 * The same seed and turn give the same question on every machine.
 * @param seed any integer
 * @param turn which of the seed's questions, from 0
 */
export function generateQuestion(seed: number, turn: number): Question {
  const draw = drawFrom(seed, turn);
  const kind = draw.pick(KINDS);
  const source = 'sources' in kind ? draw.pick(kind.sources) : undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const drafted = 'make' in kind ? kind.make(draw) : source && kind.template(draw, source(draw));
    if (drafted) return finish(`${seed}.${turn}`, kind.kind, drafted, draw);
  }
  // INVARIANT: every template gives a question within few attempts; the laws try it for many seeds.
  throw new Error(`no question of kind ${kind.kind} from seed ${seed}, turn ${turn}`);
}

function finish(id: string, kind: QuestionKind, drafted: QuestionDraft, draw: Draw): Question {
  const { scene, ask, written, tests, explanation } = drafted;
  const options = describeOptions(draw.shuffle(drafted.options));
  const aimed = [...drafted.options, ...(written?.traps ?? [])].flatMap(({ misconception }) => misconception ?? [])[0];
  return {
    id,
    kind,
    topic: scene.topic,
    tasks: tasksOf(scene.topic),
    skill: `${scene.topic}/${aimed?.code ?? kind}`,
    stem: stemOf(scene, ask, tests === undefined),
    world: scene.document,
    ...(tests ? { tests } : {}),
    ...(written ? { missing: written.sid } : {}),
    options,
    answer: written ? [written.answer] : options.filter(({ right }) => right).map(({ letter }) => letter),
    ...(written
      ? {
          traps: written.traps.map(({ text, misconception }) => ({
            answer: text,
            misconception: misconception.code,
            why: misconception.correction,
          })),
        }
      : {}),
    explanation,
    rule: aimed?.rule ?? 'E3',
    page: aimed?.page ?? 'Policy evaluation logic',
  };
}
