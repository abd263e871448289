/** Claims over the lab, held against what `openAccess` finds for single resources. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/environment/index.ts';
import { fileSystem } from '../../src/host/file-system.ts';
import { DEFAULT_SETTINGS } from '../../src/language/index.ts';
import { checkInvariants, openAccess } from '../../src/query/index.ts';
import type { Claim, InvariantFile } from '../../src/scenario/index.ts';
import { environmentReader } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const reader = environmentReader({
  files: fileSystem(fileURLToPath(new URL('../..', import.meta.url))),
  catalog: () => catalog,
});
const labEnvironment = lab();

function lab(): Environment {
  const { environment } = reader.read('scenarios/course.environment.yaml');
  if (!environment) throw new Error('the lab cannot be read');
  return environment;
}

const ACTIONS: Readonly<Record<string, string>> = {
  's3:GetObject': 's3',
  's3:ListBucket': 's3',
  'sagemaker:InvokeEndpoint': 'sagemaker',
  'lambda:InvokeFunction': 'lambda',
  'kms:Decrypt': 'kms',
};

function check(claim: Claim) {
  const source = { name: 'test', text: '' };
  const invariant = { name: 'test', location: { source, range: { start: 0, end: 0 } }, claim };
  const file: InvariantFile = { source, environment: labEnvironment, catalog, invariants: [invariant] };
  const [result] = checkInvariants(file, DEFAULT_SETTINGS);
  if (!result) throw new Error('one claim, one result');
  return result;
}

describe('never-allowed, of one principal, one action and one resource', () => {
  const arns = labEnvironment.accounts.flatMap(({ resources }) => resources.map(({ arn }) => arn));
  const tally = { holds: 0, violated: 0, undecided: 0 };

  it.each(Object.entries(ACTIONS))('agrees with the matrix on %s', (action, service) => {
    const own = arns.filter((arn) => arn.split(':')[2] === service);
    const resources = action === 's3:GetObject' ? own.map((arn) => `${arn}/key`) : own;
    const question = { action, resources, from: {}, given: {}, settings: DEFAULT_SETTINGS, catalog };
    const access = openAccess(labEnvironment, question);
    for (const [row, asker] of access.askers.entries()) {
      if (asker.kind !== 'user' && asker.kind !== 'role' && asker.kind !== 'root') continue;
      for (const [column, resource] of access.resources.entries()) {
        const { status } = check({
          kind: 'never-allowed',
          actions: [action],
          resources: [resource],
          principals: [asker.name],
          given: { 'aws:SecureTransport': 'true' },
        });
        tally[status] += 1;
        const verdict = access.verdict(row, column);
        if (verdict === 'conditional') continue;
        expect(status, `${asker.name} ${resource}`).toBe(verdict === 'allowed' ? 'violated' : 'holds');
      }
    }
    expect(tally.holds).toBeGreaterThan(10);
    expect(tally.undecided).toBe(0);
  });
});
