/** AWS's service reference taken into the catalog. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readServiceList, type ServiceAction, updateServices } from '../../src/catalog/index.ts';
import { referenceOf } from '../helpers/service-reference.ts';
import { catalog } from './open-catalog.ts';

const reference = () =>
  new Map<string, object>(catalog.serviceNames().map((name) => [name, referenceOf(catalog, name)]));
const data = (name: string) => readFileSync(new URL(`../../src/catalog/data/${name}`, import.meta.url), 'utf8');

function updated(documents: ReadonlyMap<string, unknown>) {
  const result = updateServices(catalog, documents);
  if ('problem' in result) throw new Error(result.problem);
  return result.updated;
}

describe('an update of the services', () => {
  it('from a reference that says the same is the same, byte by byte', () => {
    const { index, lines, kept, newActions, goneActions } = updated(reference());
    expect([kept, newActions, goneActions]).toEqual([[], [], []]);
    const [now, before] = [lines.split('\n'), data('services.jsonl').split('\n')];
    const names: string[] = JSON.parse(index).services.map(([name]: [string]) => name);
    expect(names).toEqual(catalog.serviceNames());
    // The source of ssm lists a key in two spellings that are one here.
    expect(names.filter((_, line) => now[line] !== before[line])).toEqual(['ssm']);
  });

  it('takes new services and actions, with their level, resources and keys, and drops those that are gone', () => {
    const documents = reference();
    const sqs = referenceOf(catalog, 'sqs');
    const actions = sqs.Actions.filter(({ Name }) => Name !== 'SendMessage');
    const fresh = {
      Name: 'FoldMessage',
      Annotations: { Properties: { IsWrite: true } },
      Resources: [{ Name: 'queue' }],
    };
    documents.set('sqs', { ...sqs, Actions: [...actions, fresh] });
    documents.set('origami', { ...sqs, Name: 'origami' });
    const { newServices, newActions, goneActions, lines } = updated(documents);
    expect(newServices).toEqual(['origami']);
    expect(newActions).toContain('sqs:FoldMessage');
    expect(newActions).toContain('origami:SendMessage');
    expect(goneActions).toEqual(['sqs:SendMessage']);
    expect(lines).toContain('"FoldMessage"');
  });

  it('keeps what it knows of a service whose document it does not understand, and says why', () => {
    const documents = reference();
    const sqs = referenceOf(catalog, 'sqs');
    documents.set('sqs', { ...sqs, Resources: [] });
    const { kept, goneActions } = updated(documents);
    expect(kept).toEqual([{ service: 'sqs', why: expect.stringContaining('has an unknown resource') }]);
    expect(goneActions).toEqual([]);
  });

  it('keeps a service that is no longer listed, and says so', () => {
    const documents = reference();
    documents.delete('sqs');
    expect(updated(documents).kept).toEqual([{ service: 'sqs', why: 'it is not in the list of services' }]);
  });

  it('is refused where the reference is a fraction of what is known', () => {
    const some = new Map([...reference()].slice(0, 100));
    expect(updateServices(catalog, some)).toEqual({ problem: expect.stringContaining('only 100 services') });
    const hollow = new Map(
      catalog.serviceNames().map((name) => {
        const one = referenceOf(catalog, name);
        return [name, { ...one, Actions: one.Actions.slice(0, 1) }] as const;
      }),
    );
    expect(updateServices(catalog, hollow)).toEqual({ problem: expect.stringContaining('actions, and') });
  });

  it('of several ARN forms makes a resource type each, none of them required', () => {
    const documents = reference();
    const sqs = referenceOf(catalog, 'sqs');
    const Resources = sqs.Resources.map((one) => ({
      ...one,
      ARNFormats: [...one.ARNFormats, 'arn:aws:sqs:::${Other}'],
    }));
    documents.set('sqs', { ...sqs, Resources });
    expect(updated(documents).lines).toContain('["queue (2)","arn:aws:sqs:::${Other}"');
  });
});

it('the list of services is read, or refused with what is wrong', () => {
  const list = [{ service: 's3', url: 'https://example.com/s3.json' }];
  expect(readServiceList(list)).toEqual({ value: list });
  for (const bad of [{}, [], [{ service: 'S3!', url: 'x' }], [{ service: 's3' }]]) {
    expect(readServiceList(bad)).toHaveProperty('problem');
  }
});

it('levels come from the marks of the reference', () => {
  const marks: Record<ServiceAction['level'], object> = {
    'Permissions management': { IsPermissionManagement: true, IsWrite: true },
    Tagging: { IsTaggingOnly: true, IsWrite: true },
    Write: { IsWrite: true },
    List: { IsList: true },
    Read: {},
  };
  const sqs = referenceOf(catalog, 'sqs');
  const Actions = Object.entries(marks).map(([level, Properties]) => ({
    Name: level.replace(' ', ''),
    Annotations: { Properties },
  }));
  const documents = reference();
  documents.set('sqs', { ...sqs, Actions: [...sqs.Actions, ...Actions] });
  const { lines } = updated(documents);
  expect(lines).toContain('["List",0,0]');
  expect(lines).toContain('["Permissionsmanagement",3,0]');
  expect(lines).toContain('["Tagging",4,0]');
});
