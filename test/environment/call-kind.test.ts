/** Calls of one kind are alike to the environment, so that one of them stands for all. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { callersOf, callKind, findTarget, tagPrefixes, targetSide } from '../../src/environment/index.ts';
import { fileSystem } from '../../src/host/file-system.ts';
import { environmentReader } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const reader = environmentReader({
  files: fileSystem(fileURLToPath(new URL('../..', import.meta.url))),
  catalog: () => catalog,
});
const { environment } = reader.read('scenarios/course.environment.yaml');
if (!environment) throw new Error('the lab cannot be read');
const lab = environment;
const [alice] = callersOf(lab);
if (!alice) throw new Error('the lab has callers');
const caller = alice;

const RESOURCES = [
  '*',
  'arn:aws:s3:::course-handouts/notes.pdf',
  'arn:aws:s3:::nobodys-bucket',
  'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'arn:aws:iam::111122223333:role/lambda_predict_role',
  'arn:aws:sagemaker:us-east-1:111122223333:endpoint/xgboost-course',
];

describe('actions of one kind', () => {
  it.each(RESOURCES)('have the same target and the same keys on %s', (resource) => {
    const found = new Map<string, string>();
    const ownServices = new Set(['ec2', 'ebs', 'route53', 's3', 'kms', 'iam', 'sts', 'sagemaker', 'lambda']);
    const actions = [...ownServices].flatMap((service) => catalog.expandAction(`${service}:*`));
    for (const action of actions) {
      const kind = `${callKind(action)} ${tagPrefixes(catalog, action.id, resource).join()}`;
      const target = findTarget(lab, caller, { action: action.id, resource, catalog });
      const { keys, endpoint } = targetSide(lab, target, {});
      const { owner, resourcePolicy, trust, tags, context, region, described } = target;
      const own = [target.resource, owner, resourcePolicy?.name, trust?.name, tags, context, region, described];
      const text = JSON.stringify([own, keys.map(({ key, value }) => [key, value]), endpoint?.id]);
      expect(found.get(kind) ?? text, action.id).toBe(text);
      found.set(kind, text);
    }
    expect(found.size).toBeGreaterThan(ownServices.size);
  });
});
