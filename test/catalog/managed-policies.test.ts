import { describe, expect, test } from 'vitest';
import { catalog } from './open-catalog.ts';

describe('managed policies', () => {
  test('AmazonS3ReadOnlyAccess is the published text', () => {
    const policy = catalog.managedPolicy('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess');
    expect(policy).toMatchObject({ name: 'AmazonS3ReadOnlyAccess', kind: 'iam', version: 'v3', date: '2023-08-10' });
    expect(policy?.size).toBe(168);
    expect(JSON.parse(policy?.text ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'],
          Resource: '*',
        },
      ],
    });
    expect(policy?.text.split('\n')[1]).toBe('  "Version": "2012-10-17",');
  });

  test('AmazonSageMakerFullAccess v29 has 44 statements', () => {
    const policy = catalog.managedPolicy('aws:AmazonSageMakerFullAccess');
    expect(policy).toMatchObject({ version: 'v29', date: '2026-02-12', size: 13718 });
    expect(JSON.parse(policy?.text ?? '').Statement.length).toBe(44);
  });

  test('a name, a mark, a path and an ARN lead to one policy', () => {
    const arn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    const name = 'AWSLambdaBasicExecutionRole';
    for (const form of [name, `aws:${name}`, `service-role/${name}`, `aws:service-role/${name}`, arn]) {
      expect(catalog.managedPolicy(form)?.arn, form).toBe(arn);
    }
  });

  test.each([
    'arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole',
    'arn:aws-cn:iam::aws:policy/AmazonS3ReadOnlyAccess',
    'arn:aws:iam::111122223333:policy/AmazonS3ReadOnlyAccess',
    'arn:aws:iam::aws:policy/FullAWSAccess',
    'aws:job-function/AmazonS3ReadOnlyAccess',
    'aws:amazons3readonlyaccess',
    'aws:NoSuchPolicy',
    'aws:',
    '',
  ])('%s is none', (name) => {
    expect(catalog.managedPolicy(name)).toBeUndefined();
  });

  test('all 1,594 can be read and are valid JSON of the version of 2012', () => {
    const names = catalog.managedPolicyNames();
    expect(names.length).toBe(1594);
    for (const name of names) {
      const policy = catalog.managedPolicy(name);
      expect(JSON.parse(policy?.text ?? 'null')?.Version, name).toBe('2012-10-17');
      expect(policy?.arn.endsWith(`/${name}`)).toBe(true);
    }
  });

  test('the two of AWS Organizations are there', () => {
    const scp = catalog.managedPolicy('aws:FullAWSAccess');
    const rcp = catalog.managedPolicy('arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess');
    expect(scp?.arn).toBe('arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess');
    expect(rcp).toBe(catalog.managedPolicy('aws:RCPFullAWSAccess'));
    expect(JSON.parse(scp?.text ?? '').Statement).toEqual([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
    expect(JSON.parse(rcp?.text ?? '').Statement).toEqual([
      { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
    ]);
    expect([scp?.kind, rcp?.kind]).toEqual(['scp', 'rcp']);
  });
});
