/** Environments that name plans and dumps: who is in them, what they may do, and what is known only at deploy time. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deriveRequest, type Environment, resolvePrincipal } from '../../src/environment/index.ts';
import { evaluate } from '../../src/evaluate/index.ts';
import { environmentReader, type FileSystem } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const CASES = fileURLToPath(new URL('../cases/sources/', import.meta.url));

function open(sources: readonly string[], more: object = {}) {
  const environment = JSON.stringify({ accounts: { '111122223333': { sources, ...more } } });
  const read = (path: string) => (path === 'environment.json' ? environment : readFileSync(CASES + path, 'utf8'));
  const files: FileSystem = {
    root: '/project',
    readText: (path) => {
      try {
        return { text: read(path) };
      } catch {
        return { problem: 'there is no such file' };
      }
    },
    writeText: () => {},
    exists: () => true,
    listFiles: () => [],
  };
  return environmentReader({ files, catalog: () => catalog }).read('environment.json');
}

function environmentOf(sources: readonly string[]): Environment {
  const { environment, diagnostics } = open(sources);
  if (!environment) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return environment;
}

function ask(environment: Environment, principal: string, action: string, resource: string) {
  const { caller } = resolvePrincipal(environment, principal);
  if (!caller) throw new Error(`there is no ${principal}`);
  const { policies, request } = deriveRequest(environment, caller, { action, resource, catalog });
  return evaluate(policies, request);
}

describe('a Terraform plan', () => {
  const environment = environmentOf(['terraform-plan/plan.json']);
  const [account] = environment.accounts;

  it('brings its roles and users with what is attached to them', () => {
    const app = account?.roles.find(({ name }) => name === 'app');
    expect(app?.arn).toBe('arn:aws:iam::111122223333:role/app');
    expect(app?.policies.map(({ name }) => name)).toEqual([
      'aws_iam_role.app inline_policy.logs',
      'aws_iam_role_policy.queue',
      'aws_iam_policy.reader',
      'aws:AWSLambdaBasicExecutionRole',
    ]);
    expect(account?.users.map(({ arn }) => arn)).toEqual(['arn:aws:iam::111122223333:user/ci/deploy']);
    expect(account?.resources.map(({ arn }) => arn)).toContain('arn:aws:s3:::acme-web-assets');
  });

  it('answers with certainty what it says itself', () => {
    const listed = ask(environment, 'user/deploy', 'ec2:RunInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/*');
    expect(listed.decision).toBe('allowed');
  });

  it('leaves open what depends on a value that is known after apply, and names it', () => {
    const result = ask(environment, 'role/app', 's3:GetObject', 'arn:aws:s3:::acme-data-1/x');
    expect(result.decision).toBe('unknown');
    expect(result.unknownKeys).toContain('<aws_s3_bucket.data.arn>');
  });
});

describe.each(['plain', 'encoded'])('a dump of an account, %s', (form) => {
  const environment = environmentOf([`account-authorization-details/${form}.json`]);

  it('brings users with the policies of their groups, and the version in force', () => {
    const own = ask(environment, 'user/alice', 's3:GetObject', 'arn:aws:s3:::acme-reports/ärzte/a');
    expect(own.decision).toBe('allowed');
    expect(ask(environment, 'role/web', 's3:GetObject', 'arn:aws:s3:::other/a').decision).toBe('implicitDeny');
  });

  it('brings boundaries', () => {
    const [account] = environment.accounts;
    expect(account?.users[0]?.boundary?.name).toBe('policy/boundary');
    const limited = ask(environment, 'user/alice', 'iam:ListUsers', '*');
    expect([limited.decision, limited.missing]).toEqual(['implicitDeny', ['boundary']]);
  });
});

it('a file that is no source, or is not there, is an error at the place that names it', () => {
  expect(open(['missing.json']).diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ['unreadable-file', '/accounts/111122223333/sources/0'],
  ]);
});

it('what is written beside a source must not be in it as well', () => {
  const { environment, diagnostics } = open(['terraform-plan/plan.json'], { users: { deploy: {} } });
  expect(environment).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toContain('duplicate-name');
});

it('a policy of a plan can be named alone', () => {
  const trust = 'terraform-plan/plan.json#aws_iam_role.app assume_role_policy';
  const reader = { roles: { one: { trust, policies: ['terraform-plan/plan.json#aws_iam_policy.reader'] } } };
  const { environment } = open([], reader);
  const [role] = environment?.accounts[0]?.roles ?? [];
  expect(role?.policies.map(({ document }) => document.statements.length)).toEqual([2]);
  const wrong = open([], { roles: { one: { trust, policies: ['terraform-plan/plan.json#aws_iam_policy.readers'] } } });
  expect(wrong.diagnostics.map(({ message }) => message).join()).toContain('did you mean');
});
