// Policies that are made to be slow: how the time of one decision grows when one size doubles.
import { decide } from '../../dist/index.js';
import { sample, summary } from './measure.mjs';
import { policiesInPlay } from './ours.mjs';

const ACCOUNT = '111122223333';
const PRINCIPAL = { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/u`, account: ACCOUNT };
const BUCKET = 'arn:aws:s3:::bucket/';

function question(statements, resource, context = {}) {
  const policies = policiesInPlay({ identity: [{ Version: '2012-10-17', Statement: statements }] });
  const request = { principal: PRINCIPAL, action: 's3:GetObject', resource, resourceAccount: ACCOUNT, context };
  return () => decide(policies, request);
}

const allow = (Resource, Condition) => ({
  Effect: 'Allow',
  Action: 's3:*',
  Resource,
  ...(Condition ? { Condition } : {}),
});

/** Each makes a question of the size given. */
const GROWING = {
  'stars in a pattern that just fails': (size) =>
    question([allow(`${BUCKET}${'*a'.repeat(size)}b`)], BUCKET + 'a'.repeat(2_000)),
  'characters of the resource': (size) =>
    question([allow(`${BUCKET}${'*a'.repeat(50)}b`)], BUCKET + 'a'.repeat(size * 10)),
  'values of a condition': (size) =>
    question(
      [allow('*', { StringLike: { 'aws:UserAgent': Array.from({ length: size }, (_, index) => `*a*${index}*z`) } })],
      `${BUCKET}key`,
      { 'aws:UserAgent': 'a'.repeat(50) },
    ),
  'statements that all have to be tried': (size) =>
    question(
      Array.from({ length: size }, (_, index) => allow('*', { StringLike: { 'aws:UserAgent': `*${index}z` } })),
      `${BUCKET}key`,
      { 'aws:UserAgent': 'a'.repeat(50) },
    ),
  'statements found by their beginning': (size) =>
    question(
      Array.from({ length: size }, (_, index) => allow(`${BUCKET}${index}/*`)),
      `${BUCKET}1/key`,
    ),
};

/** @param sizes ascending, each twice the one before */
export async function growth(sizes, { budget, rounds }) {
  const rows = [];
  for (const [what, make] of Object.entries(GROWING)) {
    const calls = sizes.map(make);
    const samples = sizes.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, call] of calls.entries()) samples[index].push(await sample(call, budget));
    }
    rows.push({ what, nanoseconds: samples.map((one) => summary(one).median) });
  }
  return rows;
}
