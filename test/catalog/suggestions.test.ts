import { describe, expect, test } from 'vitest';
import { nearestName, typingErrors } from '../../src/catalog/nearest-name.ts';
import { catalog } from './open-catalog.ts';

describe('suggestions', () => {
  test.each([
    ['s3:GetObjet', 's3:GetObject'],
    ['S3:getobejct', 's3:GetObject'],
    ['s3:GetObj', 's3:GetObject'],
    ['s3:HeadObject', 's3:GetObject'],
    ['s3:listbuckets', 's3:ListAllMyBuckets'],
    ['sagmaker:InvokeEndpoint', 'sagemaker:InvokeEndpoint'],
    ['ec2:DescribeInstance', 'ec2:DescribeInstances'],
    ['s3:Frobnicate', undefined],
    ['GetObject', undefined],
  ])('action %s: %s', (name, suggestion) => {
    expect(catalog.suggestAction(name)).toBe(suggestion);
  });

  test('service', () => {
    expect(catalog.suggestService('lamda')).toBe('lambda');
    expect(catalog.suggestService('dynamo')).toBe('dynamodb');
    expect(catalog.suggestService('frobnicator')).toBeUndefined();
  });

  test('condition key', () => {
    expect(catalog.suggestConditionKey('aws:SoureIp')).toBe('aws:SourceIp');
    expect(catalog.suggestConditionKey('s3:prefx')).toBe('s3:prefix');
    expect(catalog.suggestConditionKey('frobnicate')).toBeUndefined();
  });

  test('managed policy', () => {
    const arn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
    expect(catalog.suggestManagedPolicy('aws:AmazonS3ReadonlyAcces')).toBe(arn);
    expect(catalog.suggestManagedPolicy('arn:aws:iam::aws:policy/service-role/AmazonS3ReadOnlyAccess')).toBe(arn);
    expect(catalog.suggestManagedPolicy('aws:FullAWSAcces')).toContain('p-FullAWSAccess');
    expect(catalog.suggestManagedPolicy('aws:SomethingOfMyOwn')).toBeUndefined();
  });
});

describe('typing errors', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', '', 3],
    ['abc', 'acb', 1],
    ['abc', 'abcd', 1],
    ['abc', 'axc', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%s, %s: %i', (a, b, errors) => {
    expect(typingErrors(a, b)).toBe(errors);
    expect(typingErrors(b, a)).toBe(errors);
  });

  test('the nearest name is the first of the closest', () => {
    expect(nearestName('abcd', ['abce', 'abcf'])).toBe('abce');
    expect(nearestName('xy', ['abc'])).toBeUndefined();
    expect(nearestName('ab', ['abcdefgh'])).toBeUndefined();
  });
});
