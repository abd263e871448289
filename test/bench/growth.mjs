// How the time of one decision grows when a size doubles, beside iam-simulate as far as it gets.
import { decide } from '../../dist/index.js';
import { GROWING } from './growing.mjs';
import { startIamSimulate } from './iam-simulate.mjs';
import { sample, summary } from './measure.mjs';
import { policiesInPlay, policyTexts, readPolicies } from './ours.mjs';

const ACCOUNT = '111122223333';
const PRINCIPAL = { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/u`, account: ACCOUNT };

function questionOf({ statements, resource = 'arn:aws:s3:::bucket/key', context = {} }) {
  return {
    policies: { identity: [{ Version: '2012-10-17', Statement: statements }] },
    requests: [{ principal: PRINCIPAL, action: 's3:GetObject', resource, resourceAccount: ACCOUNT, context }],
  };
}

let actions = 0;

function callOf({ read, fresh, ...parts }) {
  const { policies, requests } = questionOf(parts);
  const [request] = requests;
  const texts = policyTexts(policies);
  if (read) return () => decide(readPolicies(texts), request);
  const compiled = policiesInPlay(policies);
  return fresh ? () => decide(compiled, { ...request, action: `s3:Get${actions++}` }) : () => decide(compiled, request);
}

async function ourTimes(questions, { budget, growthRounds }) {
  const calls = questions.map(callOf);
  const samples = questions.map(() => []);
  for (let round = 0; round <= growthRounds; round++) {
    for (const [index, call] of calls.entries()) {
      const nanoseconds = await sample(call, budget);
      // The first round only warms up.
      if (round > 0) samples[index].push(nanoseconds);
    }
  }
  return { nanoseconds: samples.map((one) => summary(one).median), decisions: calls.map((call) => call().decision) };
}

/** Up to the first size at which it is too late. */
async function theirTimes(questions, { budget, growthRounds, patience }) {
  const nanoseconds = [];
  const decisions = [];
  // It knows the actions that there are, and no others.
  if (questions.some(({ fresh }) => fresh)) return { nanoseconds, decisions };
  const simulate = startIamSimulate(patience);
  try {
    for (const question of questions) {
      await simulate.load(questionOf(question));
      const found = await simulate.decisions(0);
      if (!found) return { nanoseconds, decisions, late: true };
      decisions.push(...found);
      // A process that has just begun takes its time to become fast.
      await simulate.time(budget * 20, false);
      const samples = [];
      for (let round = 0; round < growthRounds; round++) samples.push(await simulate.time(budget, false));
      if (samples.includes(undefined)) return { nanoseconds, decisions, late: true };
      nanoseconds.push(summary(samples).median);
    }
  } finally {
    simulate.stop();
  }
  return { nanoseconds, decisions };
}

/** @param sizes `doublings`: how often each size is doubled; `shrink`: by how much the first is smaller */
export async function growth(sizes, tell) {
  const rows = [];
  const differences = [];
  for (const { what, from, product = false, make } of GROWING) {
    tell(what);
    const first = Math.max(1, Math.floor(from / sizes.shrink));
    const grown = Array.from({ length: sizes.doublings + 1 }, (_, index) => first * 2 ** index);
    const questions = grown.map(make);
    const ours = await ourTimes(questions, sizes);
    const theirs = await theirTimes(questions, sizes);
    for (const [index, decision] of theirs.decisions.entries()) {
      if (decision === ours.decisions[index]) continue;
      differences.push(`${what}, ${grown[index]}: iam-simulate says ${decision}, decide says ${ours.decisions[index]}`);
    }
    rows.push({ what, product, sizes: grown, ours: ours.nanoseconds, theirs: theirs.nanoseconds, late: theirs.late });
  }
  return { rows, differences };
}
