import { describe, expect, test } from 'vitest';
import { catalog } from './open-catalog.ts';

function typesOf(action: string, arn: string): readonly string[] {
  return catalog.resourceTypesMatching(action, arn).map((type) => type.name);
}

describe('resource types', () => {
  test('of GetObject are the object and the access point object, each an alternative', () => {
    const resources = catalog.action('s3:GetObject')?.resources ?? [];
    expect(resources.map((one) => [one.type.name, one.type.arn, one.required])).toEqual([
      [
        'accesspointobject',
        'arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}',
        false,
      ],
      ['object', 'arn:${Partition}:s3:::${BucketName}/${ObjectName}', false],
    ]);
  });

  test('have well-formed ARN templates', () => {
    const types = catalog.serviceNames().flatMap((name) => catalog.resourceTypes(name));
    expect(types.length).toBe(2334);
    const form = /^arn(:([^:{}]|\$\{\w+\})*){4}:([^{}]|\$\{[\w-]+\})+$/;
    expect(types.filter((type) => !form.test(type.arn)).map((type) => type.arn)).toEqual([]);
  });

  test('an unknown service has none', () => {
    expect(catalog.resourceTypes('nosuch')).toEqual([]);
  });
});

describe('resource types matching an ARN', () => {
  test.each([
    ['s3:GetObject', 'arn:aws:s3:::photos/2026/cat.jpg', ['object']],
    ['s3:GetObject', 'arn:aws:s3:::photos', []],
    ['s3:ListBucket', 'arn:aws:s3:::photos', ['bucket']],
    ['s3:ListBucket', 'arn:aws:s3:::photos/2026', []],
    ['s3:ListBucket', 'arn:aws:s3:::photos*', ['bucket']],
    ['s3:GetObject', 'arn:aws:s3:::photos*', ['object']],
    ['s3:GetObject', 'arn:aws:s3:::*', ['object']],
    ['s3:GetObject', 'arn:aws:s3:::photos/${aws:username}/*', ['object']],
    ['s3:GetObject', '*', ['accesspointobject', 'object']],
    ['ssm:GetParameter', 'arn:aws:ssm:us-east-1::parameter/aws/service/ami', ['parameter']],
    ['s3:GetObject', 'arn:aws:s3', ['accesspointobject', 'object']],
    ['s3:GetObject', 'arn:aws:ec2:us-east-1:111122223333:instance/i-1', []],
    ['sagemaker:InvokeEndpoint', 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/xgboost-*', ['endpoint']],
    ['sagemaker:InvokeEndpoint', 'arn:aws:sagemaker:us-east-1:111122223333:endpoint-config/xgboost', []],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/service-role/worker', ['role']],
    ['s3:ListAllMyBuckets', '*', []],
    ['s3:NoSuchAction', '*', []],
  ])('%s on %s: %j', (action, arn, types) => {
    expect([...typesOf(action, arn)].sort()).toEqual(types);
  });

  test('the most specific comes first', () => {
    const arn = 'arn:aws:dynamodb:us-east-1:111122223333:table/orders/index/by-day';
    expect(typesOf('dynamodb:Query', arn)).toEqual(['index', 'table']);
  });

  test('many wildcards take no more than pattern times template', () => {
    expect(typesOf('s3:ListBucket', `arn:aws:s3:::${'*a'.repeat(2000)}/b`)).toEqual([]);
  });

  test('every type of every action is found by an ARN made from its template', () => {
    for (const action of catalog.expandAction('*')) {
      for (const { type } of action.resources) {
        const arn = type.arn.replace(/\$\{[^}]*\}|\*/g, 'x1');
        expect(typesOf(action.id, arn), `${action.id} ${arn}`).toContain(type.name);
      }
    }
  });
});
