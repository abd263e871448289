/** CloudFormation templates: what they say of policies, who has them, and what lint finds in them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { positionAt, readableDeployTime, type SourceText } from '../../../src/language/index.ts';
import { member, readSource, type SourceNode, toValue } from '../../../src/parse/index.ts';
import { readYaml } from '../../../src/parse/yaml.ts';
import { readSourceFile } from '../../../src/workspace/sources/read-source-file.ts';
import { readSourceYaml } from '../../../src/workspace/sources/read-source-yaml.ts';
import type { AttachedPolicy, SourceOptions, SourceReading } from '../../../src/workspace/sources/source-format.ts';
import { findingsIn } from './source-findings.ts';

const TEMPLATES = new URL('../../cases/sources/cloudformation/', import.meta.url);
const FOLDER = new URL('../../cases/cloudformation/', import.meta.url);
const GOLDEN = new URL('../../golden/cloudformation/', import.meta.url);

function open(name: string): { source: SourceText; node: SourceNode } {
  const source = { name, text: readFileSync(new URL(name, TEMPLATES), 'utf8') };
  const { node, diagnostics } = readSource(source, { readYaml: readSourceYaml });
  expect(diagnostics).toEqual([]);
  if (!node) throw new Error(`${name} cannot be read`);
  return { source, node };
}

interface TemplateCase {
  readonly file: string;
  readonly golden?: string;
  readonly options?: SourceOptions;
}

const CASES: readonly TemplateCase[] = JSON.parse(readFileSync(new URL('cases.json', FOLDER), 'utf8'));

describe('a template, its policies and who has them', () => {
  it.each(CASES)('$file $golden', async ({ file, golden, options }) => {
    const { source, node } = open(file);
    const reading = readSourceFile(node, source, options);
    if (!reading) throw new Error(`${file} is not taken for a template`);
    const text = `${JSON.stringify(shown(reading, source), null, 2)}\n`;
    const name = golden ?? file.replace(/\..*/, '');
    await expect(readableDeployTime(text)).toMatchFileSnapshot(new URL(`${name}.json`, GOLDEN).pathname);
  });

  it.each(CASES)('every part of a policy of $file stands in the file: $golden', ({ file, options }) => {
    const { source, node } = open(file);
    const reading = readSourceFile(node, source, options);
    for (const policy of reading?.policies ?? []) {
      for (const range of rangesOf(policy.node)) {
        expect(range.start, policy.name).toBeGreaterThanOrEqual(0);
        expect(range.end, policy.name).toBeGreaterThan(range.start);
        expect(range.end, policy.name).toBeLessThanOrEqual(source.text.length);
      }
    }
  });
});

describe('what lint says of a template', () => {
  const files = [...new Set(CASES.map(({ file }) => file))];
  it.each(files)('%s', async (file) => {
    const { source } = open(file);
    const lines = findingsIn(source);
    const name = file.replace(/\..*/, '');
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(new URL(`${name}.findings.txt`, GOLDEN).pathname);
  });
});

interface IntrinsicCase {
  readonly name: string;
  readonly gives?: unknown;
  readonly problems?: readonly string[];
  readonly options?: SourceOptions;
}

/** The value stands as the only action of a policy; what the function comes to is read from there. */
describe('intrinsic functions', () => {
  const text = readFileSync(new URL('intrinsics.yaml', FOLDER), 'utf8');
  const [shared = '', ...written] = text.split(/^---$/m);
  const cases = written.map((one) => {
    const [about = '', value = ''] = one.split(/^value:/m);
    const node = readYaml({ name: 'case', text: about }).node;
    if (!node) throw new Error(about);
    return { ...(toValue(node) as IntrinsicCase), value };
  });

  it.each(cases)('$name', ({ value, gives, problems, options }) => {
    const policy = `  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Value:${value.replaceAll('\n', '\n        ')}`;
    const source = { name: 'template.yaml', text: `${shared.trimEnd()}\n${policy}\n` };
    const { node, diagnostics } = readSource(source, { readYaml: readSourceYaml });
    expect(diagnostics).toEqual([]);
    const reading = node && readSourceFile(node, source, options ?? {});
    const found = reading?.policies.map((one) => member(one.node, 'Value'));
    const values = found?.map((one) => (one ? JSON.parse(readableDeployTime(JSON.stringify(toValue(one)))) : null));
    expect(values?.length === 1 ? values[0] : values).toEqual(gives);
    expect(reading?.diagnostics.map(({ message }) => message)).toEqual(problems ?? []);
  });
});

it('tags are read in templates only, and none but those of CloudFormation', () => {
  const outcome = (text: string) => readSourceYaml({ name: 'x.yaml', text }).diagnostics.map(({ message }) => message);
  expect(outcome('Version: !Sub x')).toEqual(['the tag `!Sub` is not read']);
  expect(outcome('Resources: !Sub x')).toEqual([]);
  expect(outcome('Resources: !Subb x')).toEqual(['the tag `!Subb` is not read']);
});

function shown({ policies, declared, diagnostics }: SourceReading, source: SourceText) {
  const attached = (one: AttachedPolicy | undefined) => (one?.kind === 'here' ? `here: ${one.policy.name}` : one?.arn);
  const identity = <T extends { policies: readonly AttachedPolicy[] }>({ policies: all, ...rest }: T) => ({
    ...rest,
    policies: all.map(attached),
  });
  return {
    policies: policies.map((one) => ({ ...one, node: toValue(one.node) })),
    declared: {
      users: declared.users.map((one) => ({ ...identity(one), boundary: attached(one.boundary), range: undefined })),
      groups: declared.groups.map((one) => ({ ...identity(one), range: undefined })),
      roles: declared.roles.map((one) => ({
        ...identity(one),
        trust: { name: one.trust.name, node: toValue(one.trust.node) },
        boundary: attached(one.boundary),
        range: undefined,
      })),
      resources: declared.resources.map((one) => ({
        ...one,
        policy: one.policy && { name: one.policy.name, node: toValue(one.policy.node) },
        range: undefined,
      })),
    },
    diagnostics: diagnostics.map(({ code, severity, message, path, help, location }) => ({
      code,
      severity,
      message,
      path,
      help,
      at: location && `${positionAt(source, location.range.start).line}: ${excerpt(source, location.range)}`,
    })),
  };
}

function excerpt(source: SourceText, { start, end }: { start: number; end: number }): string {
  return source.text.slice(start, end).trim();
}

function rangesOf(node: SourceNode): { start: number; end: number }[] {
  const inside =
    node.kind === 'array'
      ? node.items.flatMap(rangesOf)
      : node.kind === 'object'
        ? node.members.flatMap(({ keyRange, value }) => [...(keyRange ? [keyRange] : []), ...rangesOf(value)])
        : [];
  return [...(node.range ? [node.range] : []), ...inside];
}
