import { describe, expect, test } from 'vitest';
import { ACTION_OF_API_CALL, RCP_SERVICES, supportsRcp } from '../../src/catalog/index.ts';
import { catalog } from './open-catalog.ts';

function ids(pattern: string): readonly string[] {
  return catalog.expandAction(pattern).map((action) => action.id);
}

describe('services', () => {
  test('are many, sorted, and known by their prefix in any case', () => {
    const names = catalog.serviceNames();
    expect(names.length).toBe(456);
    expect(names).toEqual([...names].sort());
    expect(catalog.service('S3')?.title).toBe('Amazon S3');
    expect(catalog.service('s4')).toBeUndefined();
  });

  test('can all be read, and are as many actions as the source has', () => {
    expect(catalog.expandAction('*').length).toBe(22091);
  });

  test('list dependents that are actions themselves', () => {
    const dependents = new Set(catalog.expandAction('*').flatMap((action) => action.dependents));
    expect(dependents.size).toBeGreaterThan(500);
    expect([...dependents].filter((name) => !catalog.action(name))).toEqual([]);
  });
});

describe('actions', () => {
  test('are found in any case and answer in the spelling of AWS', () => {
    expect(catalog.action('S3:getobject')?.id).toBe('s3:GetObject');
    expect(catalog.action('s3:GetObjet')).toBeUndefined();
    expect(catalog.action('nosuch:GetObject')).toBeUndefined();
    expect(catalog.action('GetObject')).toBeUndefined();
  });

  test.each([
    ['sagemaker:InvokeEndpoint', 'Read'],
    ['sagemaker:CreateHubContentPresignedUrls', 'Read'],
    ['sagemaker:CreatePresignedDomainUrl', 'Write'],
    ['sagemaker:QueryLineage', 'List'],
    ['s3:PutBucketPolicy', 'Permissions management'],
    ['ec2:CreateTags', 'Tagging'],
  ])('%s has the level %s', (name, level) => {
    expect(catalog.action(name)?.level).toBe(level);
  });

  test('of SageMaker have the levels that the course counts', () => {
    const actions = catalog.expandAction('sagemaker:*');
    const count = (level: string) => actions.filter((action) => action.level === level).length;
    expect([count('Read'), count('List'), count('Write'), count('Tagging'), actions.length]).toEqual([
      101, 96, 250, 2, 449,
    ]);
  });

  test('RunInstances needs five resources and brings dependents from the older data', () => {
    const action = catalog.action('ec2:RunInstances');
    const required = action?.resources.filter((one) => one.required).map((one) => one.type.name);
    expect(required).toEqual(['image', 'instance', 'network-interface', 'security-group', 'subnet']);
    expect(action?.dependents).toEqual(['ec2:CreateTags', 'iam:PassRole', 'ssm:GetParameters']);
  });

  test('iam:PassRole is a permission and no call', () => {
    expect(catalog.action('iam:PassRole')?.permissionOnly).toBe(true);
    expect(catalog.action('iam:CreateRole')?.permissionOnly).toBe(false);
  });

  test('without resource types are told apart (G5)', () => {
    for (const name of ['s3:ListAllMyBuckets', 'kms:CreateKey', 'ecr:GetAuthorizationToken', 'sagemaker:ListModels']) {
      expect(catalog.isResourceless(name), name).toBe(true);
    }
    expect(catalog.isResourceless('s3:GetObject')).toBe(false);
    expect(catalog.isResourceless('s3:GetObjet')).toBe(false);
  });
});

describe('action patterns', () => {
  test('the patterns of AmazonS3ReadOnlyAccess give 83 of 180 actions of S3', () => {
    const all = new Set(['s3:Get*', 's3:List*', 's3:Describe*'].flatMap(ids));
    expect(all.size).toBe(83);
    expect(ids('s3:*').length).toBe(180);
  });

  test('match the whole name, case ignored, `?` one character', () => {
    expect(ids('S3:getobject')).toEqual(['s3:GetObject']);
    expect(ids('s3:*ObjectTorrent')).toEqual(['s3:GetObjectTorrent']);
    expect(ids('s3:?etObject')).toEqual(['s3:GetObject']);
    expect(ids('s3:Get')).toEqual([]);
  });

  test('have no wildcard in the prefix (B3)', () => {
    expect(ids('*:GetObject')).toEqual([]);
    expect(ids('s*:GetObject')).toEqual([]);
    expect(ids('GetObject')).toEqual([]);
  });
});

describe('RCP services', () => {
  test('are 62, all known services, sorted', () => {
    expect(RCP_SERVICES.length).toBe(62);
    expect(RCP_SERVICES.filter((name) => !catalog.service(name))).toEqual([]);
    expect(RCP_SERVICES).toEqual([...RCP_SERVICES].sort());
    expect([supportsRcp('S3'), supportsRcp('sagemaker')]).toEqual([true, false]);
  });
});

describe('API calls', () => {
  test('are no actions, and stand for actions', () => {
    for (const [call, action] of ACTION_OF_API_CALL) {
      expect(catalog.action(call), call).toBeUndefined();
      expect(catalog.action(action)?.id).toBe(action);
    }
  });
});
