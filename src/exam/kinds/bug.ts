/** In which statement is the bug? Each other statement is right and is taken as wrong under one misconception. */

import type { OptionDraft, QuestionDraft } from '../draft.ts';
import type { Draw } from '../draw.ts';
import { MISCONCEPTIONS } from '../misconceptions/index.ts';
import type { Test } from '../question.ts';
import { passesAs, worldsOf } from '../run-tests.ts';
import { BROKEN, type Piece, SOUND } from '../statement-pieces.ts';
import type { WorldDocument } from '../world.ts';
import { allow, named, type StatementValue, user } from '../write-policy.ts';

const SOUND_ONES = 3;

export function bug(draw: Draw): QuestionDraft | undefined {
  const broken = draw.pick(BROKEN)(draw);
  const sound = draw
    .shuffle(SOUND)
    .slice(0, SOUND_ONES)
    .map((make) => make(draw));
  const pieces = draw.shuffle([broken, ...sound]);
  const caller = user(draw.pick(['alice', 'bob', 'dana', 'ml_user_predict']));
  const tests = pieces.map(
    ({ action, resource, context, expect }): Test => ({
      request: { principal: caller, action, resource, context },
      expect,
    }),
  );
  const [start] = tests;
  if (!start) return undefined;
  const worlds = (statements: readonly StatementValue[]) => worldsOf(worldOf(statements, start), tests);
  const written = pieces.map(({ statement }) => statement);
  const repaired = pieces.map((one) => (one === broken ? one.other : one.statement));
  const whenRepaired = worlds(repaired);
  if (passesAs(worlds(written)) || !passesAs(whenRepaired)) return undefined;
  const doubters = MISCONCEPTIONS.filter((one) => !passesAs(whenRepaired, one));
  const wrong = sound.map((one): OptionDraft | undefined => {
    const plain = pieces.map((other) => (other === broken || other === one ? other.other : other.statement));
    const whenPlain = worlds(plain);
    const misconception = doubters.find((candidate) => passesAs(whenPlain, candidate));
    return misconception && { text: sidOf(one), misconception, why: 'The statement does what it is meant to do.' };
  });
  const first = tests[pieces.indexOf(broken)];
  if (!first || wrong.some((one) => !one)) return undefined;
  return {
    scene: {
      topic: 'elements',
      story: 'A policy does not do all that it was written for.',
      document: worldOf(written, first),
    },
    ask: 'One of the requests below is not decided as intended. Which statement holds the bug?',
    options: [{ text: sidOf(broken) }, ...wrong.flatMap((one) => one ?? [])],
    explanation: [broken.bug ?? '', `Repaired: ${JSON.stringify(broken.other)}`],
    tests,
  };
}

function worldOf(statements: readonly StatementValue[], { request }: Test): WorldDocument {
  const base = allow('UseCompute', ['ec2:*', 'sqs:*'], '*');
  return { policies: { identity: [named('work-policy', base, ...statements)] }, request };
}

function sidOf({ statement }: Piece): string {
  return `Statement ${statement.Sid}`;
}
