/** An account pulled into files: the built program against the double, whose pages are small. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AwsDouble, type Identity, type State, startDouble } from './double/index.ts';
import { type Place, place, run } from './run-program.ts';

let double: AwsDouble;
let at: Place;

beforeEach(async () => {
  double = await startDouble();
  at = place();
});
afterEach(async () => {
  at.remove();
  await double.close();
});

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

it('all of 2,500 roles are pulled, page by page, and what was pulled can be asked', async () => {
  double.change((state) => many(state, 2500));
  const pulled = await run(['pull'], at, double.env);
  expect(pulled.err).toContain('roles 2500');
  expect(pulled.code).toBe(0);
  expect(existsSync(join(at.folder, 'policies/trust/worker-0001.json'))).toBe(true);
  expect(readFileSync(join(at.folder, 'policies/trust/worker-2499.json'), 'utf8')).toContain('lambda.amazonaws.com');
  const again = await run(['pull'], at, double.env);
  expect(again.out).toBe('');
  const asked = await run(['summarize', 'role/worker-0001', '--quiet'], at, {});
  expect([asked.err, asked.code]).toEqual(['', 0]);
}, 60_000);

/** Roles that a service takes on, each with a policy of its own. */
function many(state: State, count: number): State {
  const roles = Array.from({ length: count }, (_, index): readonly [string, Identity] => {
    const name = `worker-${String(index).padStart(4, '0')}`;
    const inline = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::data/${index}/*` }],
    });
    const id = `AROADOUBLE${String(index).padStart(10, '0')}`;
    return [
      name,
      {
        kind: 'role',
        name,
        path: '/',
        arn: `arn:aws:iam::111122223333:role/${name}`,
        id,
        created: '2026-01-01T00:00:00Z',
        inline: { own: inline },
        attached: [],
        tags: {},
        groups: [],
        trust: TRUST,
        maxSessionDuration: 3600,
      },
    ];
  });
  return { ...state, roles: new Map(roles) };
}
