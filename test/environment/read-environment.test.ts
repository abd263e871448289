import { readFileSync } from 'node:fs';
import { expect, describe as group, test } from 'vitest';
import { parse } from 'yaml';
import schema from '../../schemas/environment.schema.json' with { type: 'json' };
import { type PolicyLoader, readEnvironment } from '../../src/environment/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { describe, environmentOf, loader, problemsOf } from './world.ts';

const CASES = new URL('../cases/environment/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, CASES), 'utf8');
const environment = environmentOf(parse(textOf('world.yaml')));

group('errors.yaml', () => {
  for (const { name, text, problems } of parse(textOf('errors.yaml'))) {
    test(name, () => {
      const found = problemsOf(text);
      expect(found.length, found.join('\n')).toBe(problems.length);
      for (const [index, problem] of problems.entries()) expect(found[index]).toContain(problem);
    });
  }
});

test('messages are lower case, without a full stop, on one line', () => {
  for (const { text } of parse(textOf('errors.yaml'))) {
    for (const one of problemsOf(text)) {
      const message = one.replace(/^\S+ \S+ /, '');
      expect(message).toMatch(/^[a-z`0-9]/);
      expect(message).not.toMatch(/\.$|\n/);
    }
  }
});

test('policies of an environment are all its policies', () => {
  const names = environment.policies.map((policy) => policy.name);
  expect(names.filter((name) => name === 'RCPFullAWSAccess')).toHaveLength(6);
  expect(names).toEqual(
    expect.arrayContaining(['no-leaving', 'start-own', 'role/app/trust', 's3-only', 'jobs-policy']),
  );
});

test('FullAWSAccess and RCPFullAWSAccess stand where nothing is said, RCPFullAWSAccess in any case', () => {
  const root = environment.organization?.root;
  expect(root?.scps.map((policy) => policy.name)).toEqual(['FullAWSAccess']);
  expect(root?.units[0]?.rcps.map((policy) => policy.name)).toEqual(['RCPFullAWSAccess', 'own-organization']);
  const named = environmentOf({
    organization: {
      id: 'o-exampleorgid',
      managementAccount: '999900001111',
      root: { id: 'r-exam', scps: [], rcps: ['aws:RCPFullAWSAccess'], accounts: ['999900001111', '111122223333'] },
    },
    accounts: { '111122223333': {} },
  });
  expect(named.organization?.root.scps).toEqual([]);
  expect(named.organization?.root.rcps).toHaveLength(1);
  expect(named.accounts.map((account) => account.id)).toEqual(['111122223333', '999900001111']);
  expect(named.accounts.map((account) => account.scps.length)).toEqual([1, 1]);
});

test('a document without a name is called by its place', () => {
  const course = environment.accounts.find((account) => account.name === 'course');
  expect(course?.groups[0]?.policies[1]?.name).toBe('group/analysts/inline-2');
  expect(course?.roles[0]?.trust.name).toBe('role/dev/trust');
  expect(course?.resources[0]?.policy?.name).toBe('arn:aws:s3:::ml-course/policy');
});

test('what a loader says without a place gets that of the reference, what it says of its own file keeps it', () => {
  const text = 'accounts:\n  "111122223333":\n    users: { alice: { policies: [a.json, b.json] } }\n';
  const source = { name: 'environment.yaml', text };
  const other = { name: 'b.json', text: '{}' };
  const telling: PolicyLoader = (reference, type, from) => ({
    ...loader('aws:ReadOnlyAccess', type, from),
    diagnostics: [
      {
        code: 'told',
        severity: 'warning',
        message: reference,
        path: '/Statement',
        ...(reference === 'b.json' ? { location: { source: other, range: { start: 0, end: 1 } } } : {}),
      },
    ],
  });
  const { node } = readYaml(source);
  const read = node && readEnvironment(node, source, telling);
  expect(read?.environment).toBeDefined();
  expect(read?.diagnostics.map(describe)).toEqual(['3:34 told a.json', '1:1 told b.json']);
  expect(read?.diagnostics.map((one) => one.path)).toEqual([
    '/accounts/111122223333/users/alice/policies/0',
    '/Statement',
  ]);
});

test('a policy that AWS would refuse is told and kept', () => {
  const text = `accounts:
  "111122223333":
    users:
      alice: { policies: [{ Version: "2012-10-17", Id: x, Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }] }
`;
  const source = { name: 'environment.yaml', text };
  const { node } = readYaml(source);
  const read = node && readEnvironment(node, source, loader);
  expect(read?.diagnostics.map(describe)).toEqual(['4:56 unexpected-id an identity-based policy has no `Id`']);
  expect(read?.environment?.accounts[0]?.users[0]?.policies).toHaveLength(1);
});

test('every member of the schema is described, and no other is possible', () => {
  const walk = (part: unknown, path: string): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('properties' in part && typeof part.properties === 'object' && part.properties !== null) {
      expect('additionalProperties' in part && part.additionalProperties, path).toBe(false);
      for (const [name, member] of Object.entries(part.properties)) {
        const described = '$ref' in member ? { ...resolve(member.$ref), ...member } : member;
        expect(described.description, `${path}/${name}`).toMatch(/\.$/);
      }
    }
    for (const [key, inner] of Object.entries(part)) walk(inner, `${path}/${key}`);
  };
  const definitions: Record<string, object> = schema.$defs;
  const resolve = (reference: string) => definitions[reference.replace('#/$defs/', '')];
  walk(schema, '');
});
