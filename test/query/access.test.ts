/** What who-can calls allowed or denied holds for every concrete call; what it calls conditional depends on the call. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deriveRequest, type From, type GivenContext } from '../../src/environment/index.ts';
import { decide } from '../../src/evaluate/index.ts';
import { fileSystem } from '../../src/host/file-system.ts';
import { DEFAULT_SETTINGS } from '../../src/language/index.ts';
import { type Access, type AccessVerdict, accessRows, openAccess, resourcesNamed } from '../../src/query/index.ts';
import { environmentReader } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const reader = environmentReader({ files: fileSystem(ROOT), catalog: () => catalog });
const ENVIRONMENTS = ['scenarios/course.environment.yaml', 'scenarios/topics/tags.environment.yaml'];

function environmentAt(path: string) {
  const { environment } = reader.read(path);
  if (!environment) throw new Error(`${path} cannot be read`);
  return environment;
}

function ask(path: string, action: string, resource: string, from: From = {}, given: GivenContext = {}): Access {
  const environment = environmentAt(path);
  const resources = resourcesNamed(environment, { action, resource, catalog });
  return openAccess(environment, { action, resources, from, given, settings: DEFAULT_SETTINGS, catalog });
}

/** The rows as `name on resource: verdict`. */
function verdicts(access: Access, only: readonly AccessVerdict[]): string[] {
  return [...accessRows(access, new Set(only))].map(
    ({ asker, resource, verdict }) => `${asker.name} on ${resource}: ${verdict}`,
  );
}

/** Calls that differ in whatever the course's policies ask for. */
const CALLS: readonly { from: From; context?: GivenContext }[] = [
  { from: {} },
  { from: { region: 'us-east-1', mfa: true, ip: '203.0.113.7', time: '2026-11-23T09:00:00Z' } },
  { from: { region: 'us-east-1', ip: '198.51.100.7', time: '2030-01-01T00:00:00Z' } },
  { from: { region: 'us-east-1', mfa: false, ip: '203.0.113.7', tls: true } },
  { from: { region: 'us-east-1', via: 'cloudformation.amazonaws.com' } },
  { from: { region: 'us-east-1', mfa: true }, context: { 's3:ExistingObjectTag/SageMaker': 'true' } },
  { from: { mfa: true, sourceAccount: '111122223333' }, context: { 'sts:ExternalId': 'course-2026' } },
  { from: { sourceAccount: '999988887777' }, context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
];

const QUESTIONS: readonly (readonly [action: string, resource: string])[] = [
  ['s3:GetObject', 'arn:aws:s3:::course-shared-data/train.csv'],
  ['s3:GetObject', 'arn:aws:s3:::payroll/november.csv'],
  ['s3:PutObject', 'arn:aws:s3:::course-cloudtrail-logs/AWSLogs/x'],
  ['s3:ListBucket', 'arn:aws:s3:::*'],
  ['sagemaker:InvokeEndpoint', 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/xgboost-2026'],
  ['sts:AssumeRole', 'arn:aws:iam::*:role/*'],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/*'],
  ['ec2:StartInstances', 'arn:aws:ec2:us-east-1:111122223333:instance/*'],
  ['ec2:DescribeInstances', '*'],
];

describe.each(ENVIRONMENTS)('%s', (path) => {
  const environment = environmentAt(path);
  it.each(QUESTIONS)('%s on %s', (action, resource) => {
    const resources = resourcesNamed(environment, { action, resource, catalog });
    // The other environment may describe nothing of the kind.
    if (resources.length === 0) return;
    const access = openAccess(environment, {
      action,
      resources,
      from: {},
      given: {},
      settings: DEFAULT_SETTINGS,
      catalog,
    });
    access.askers.forEach((asker, position) => {
      if (asker.kind === 'account' || asker.kind === 'outside') return;
      access.resources.forEach((arn, index) => {
        const verdict = access.verdict(position, index);
        for (const { from, context = {} } of CALLS) {
          const derived = deriveRequest(environment, asker.caller, { action, resource: arn, from, context, catalog });
          const decision = decide(derived.policies, derived.request)?.decision;
          const told = { verdict, who: asker.name, action, arn, from, context, decision };
          if (verdict === 'allowed') expect(told).toEqual({ ...told, decision: 'allowed' });
          if (verdict === 'denied') expect(told).not.toEqual({ ...told, decision: 'allowed' });
        }
      });
    });
  });
});

const COURSE = 'scenarios/course.environment.yaml';

it('the trace behind an answer decides as the matrix did', () => {
  for (const [action, resource] of QUESTIONS) {
    const access = ask(COURSE, action, resource);
    access.askers.forEach((_asker, position) => {
      access.resources.forEach((_arn, index) => {
        const { result } = access.detail(position, index);
        const outcome = access.outcome(position, index);
        expect([result.decision, result.decidedBy]).toEqual([outcome?.decision ?? 'unknown', outcome?.decidedBy]);
      });
    });
  }
});

it('a way that is given settles what was conditional', () => {
  const anyRegion = ask(
    COURSE,
    's3:GetObject',
    'arn:aws:s3:::ml-course/train.csv',
    {},
    { 'aws:RequestedRegion': 'us-east-1' },
  );
  const found = verdicts(anyRegion, ['allowed', 'conditional', 'denied']);
  expect(found).toContain('course/user/ml_user on arn:aws:s3:::ml-course/train.csv: allowed');
});

it('a role is assumed by whom its trust policy names, under its conditions', () => {
  expect(
    verdicts(ask(COURSE, 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/partner_reader'), [
      'allowed',
      'conditional',
    ]),
  ).toEqual([
    'partner/user/paula on arn:aws:iam::111122223333:role/partner_reader: conditional',
    'partner/role/ec2_app on arn:aws:iam::111122223333:role/partner_reader: conditional',
  ]);
});

it('counts say what the rows say', () => {
  const access = ask(COURSE, 's3:ListBucket', 'arn:aws:s3:::*');
  const { allowed, conditional, denied } = access.counts();
  expect(verdicts(access, ['allowed'])).toHaveLength(allowed);
  expect(verdicts(access, ['conditional'])).toHaveLength(conditional);
  expect(allowed + conditional + denied).toBe(access.askers.length * access.resources.length);
});

it('a resource nobody describes is taken for the own of each caller, and the notes say so', () => {
  const { notes } = ask(COURSE, 's3:GetObject', 'arn:aws:s3:::unheard-of/x');
  expect(notes.join('\n')).toContain('taken for the own of each caller');
});
