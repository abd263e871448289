import { describe, expect, test } from 'vitest';
import { KEY_CORRECTIONS } from '../../src/catalog/global-keys.ts';
import { catalog } from './open-catalog.ts';

function keyRow(name: string): unknown[] | undefined {
  const key = catalog.conditionKey(name);
  return key && [key.name, key.type, key.multivalued, key.scope];
}

describe('condition keys', () => {
  test.each([
    ['aws:sourceip', ['aws:SourceIp', 'IPAddress', false, 'global']],
    ['aws:VpceAccount', ['aws:VpceAccount', 'String', false, 'global']],
    ['aws:VpceOrgPaths', ['aws:VpceOrgPaths', 'String', true, 'global']],
    ['aws:PrincipalArn', ['aws:PrincipalArn', 'ARN', false, 'global']],
    ['aws:SourceVpcArn', ['aws:SourceVpcArn', 'ARN', false, 'global']],
    ['aws:TagKeys', ['aws:TagKeys', 'String', true, 'global']],
    ['aws:ResourceTag/team', ['aws:ResourceTag/${TagKey}', 'String', false, 'global']],
    ['aws:principaltag/team', ['aws:PrincipalTag/${TagKey}', 'String', false, 'global']],
    ['s3:ExistingObjectTag/stage', ['s3:ExistingObjectTag/${key}', 'String', false, 'service']],
    ['kms:EncryptionContext:app', ['kms:EncryptionContext:${EncryptionContextKey}', 'String', false, 'service']],
    ['dynamodb:LeadingKeys', ['dynamodb:LeadingKeys', 'String', true, 'service']],
    ['sagemaker:VpcSubnets', ['sagemaker:VpcSubnets', 'String', true, 'service']],
    ['ec2:SourceInstanceARN', ['ec2:SourceInstanceArn', 'ARN', false, 'global']],
    ['saml:aud', ['saml:aud', 'String', false, 'service']],
    ['accounts.google.com:aud', ['accounts.google.com:aud', 'String', false, 'service']],
    [
      'token.actions.githubusercontent.com:ref',
      ['token.actions.githubusercontent.com:ref', 'String', false, 'service'],
    ],
    ['sts:ExternalId', ['sts:ExternalId', 'String', false, 'service']],
    ['iam:PassedToService', ['iam:PassedToService', 'String', false, 'service']],
  ])('%s', (name, row) => {
    expect(keyRow(name)).toEqual(row);
  });

  test('a template needs some text in the place of its placeholder', () => {
    expect(catalog.conditionKey('aws:ResourceTag/')).toBeUndefined();
    expect(catalog.conditionKey('aws:ResourceTag')).toBeUndefined();
  });

  test('unknown names are undefined', () => {
    for (const name of ['aws:SoureIp', 's3:NoSuchKey', 'nosuch:Key', 'prefixless', '']) {
      expect(catalog.conditionKey(name), name).toBeUndefined();
    }
  });

  test('the epoch time takes date and numeric operators', () => {
    expect(catalog.conditionKey('aws:EpochTime')).toMatchObject({ type: 'Date', alsoType: 'Numeric' });
  });

  test('corrections by hand are there and dated', () => {
    for (const { name, type, date } of KEY_CORRECTIONS) {
      expect(catalog.conditionKey(name)).toMatchObject({ name, type, scope: 'global' });
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('global keys are many, none twice', () => {
    const names = catalog.globalKeys().map((key) => key.name.toLowerCase());
    expect(names.length).toBeGreaterThanOrEqual(62);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('keys of an action', () => {
  const names = (action: string) => catalog.keysOfAction(action).map((key) => key.name);

  test('are its own, those of its resource types and the global ones', () => {
    const keys = names('s3:GetObject');
    expect(keys).toContain('s3:ExistingObjectTag/${key}');
    expect(keys).toContain('s3:AccessPointNetworkOrigin');
    expect(keys).toContain('aws:ResourceTag/${TagKey}');
    expect(keys).toContain('aws:SourceIp');
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('tag keys are there only where the service lists them', () => {
    expect(names('s3:GetObject')).not.toContain('aws:RequestTag/${TagKey}');
    expect(names('sagemaker:CreateTrainingJob')).toContain('aws:RequestTag/${TagKey}');
    expect(names('s3:ListAllMyBuckets')).not.toContain('aws:ResourceTag/${TagKey}');
  });

  test('an unknown action has none', () => {
    expect(catalog.keysOfAction('s3:GetObjet')).toEqual([]);
  });
});
