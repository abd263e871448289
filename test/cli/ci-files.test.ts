/** The action, the pre-commit hooks and the examples of docs/ci.md: every flag exists, every input is used, the script runs. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { declareCommon } from '../../src/cli/every-command.ts';
import { COMMANDS } from '../../src/cli/registry.ts';
import { run } from './fake-host.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly run?: string;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly args?: readonly string[];
}

const action = parse(read('action.yml')) as Action;
const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Hook[];
const blocks = [...read('docs/ci.md').matchAll(/^```(yaml|sh)\n([\s\S]*?)^```$/gm)].map(([, kind, text = '']) => ({
  kind,
  text,
}));
const examples = blocks.filter(({ kind }) => kind === 'yaml').map(({ text }) => parse(text));
const steps = examples.flatMap((one): readonly Step[] => one.jobs?.lint.steps ?? []);

/** Parses the words as the program does and fails on what it does not take. */
async function check([name = '', ...words]: readonly string[]): Promise<Command> {
  const definition = await COMMANDS[name]?.load();
  if (!definition) throw new Error(`there is no command ${name}`);
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  definition.declare(command);
  declareCommon(command);
  return command.parse(words, { from: 'user' });
}

/** The words of each call of iamproof in a script. */
function calls(script: string): string[][] {
  return [...script.matchAll(/iamproof@\S+ (.*)/g)].map(([, words = '']) => words.trim().split(/\s+/));
}

describe('action.yml', () => {
  it('declares every input that it uses and uses every input that it declares', () => {
    const used = [...JSON.stringify(action.runs).matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { description, default: value } of Object.values(action.inputs)) {
      expect(description).toMatch(/\.$/);
      expect(value).toBeDefined();
    }
  });

  it('puts no input into the text of a script', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run: script, shell } of action.runs.steps) {
      expect(script).not.toContain('${{');
      expect(shell).toBe('bash');
    }
  });

  it('runs the version that it is released with', () => {
    expect(action.inputs.version?.default).toBe(packageJson.version);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'iamproof-action-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'npx'), '#!/bin/sh\nprintf "%s\\n" "$@" > "$NPX_WORDS"\nexit "${NPX_CODE:-0}"\n');
chmodSync(join(folder, 'npx'), 0o755);

/** Runs the script of the action as a runner would, with an npx that notes its words. */
function runAction(given: Readonly<Record<string, string>>, code = 0) {
  const [step] = action.runs.steps;
  const inputs = Object.entries(action.inputs).map(([name, one]) => [name, given[name] ?? one.default] as const);
  const values = new Map(inputs.map(([name, value]) => [`\${{ inputs.${name} }}`, value]));
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, value]) => [name, values.get(value)]));
  const noted = join(folder, 'words');
  const { status } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step?.run ?? ''], {
    env: { ...env, PATH: `${folder}:${process.env.PATH}`, NPX_WORDS: noted, NPX_CODE: String(code) },
  });
  return { status, words: readFileSync(noted, 'utf8').split('\n').slice(0, -1) };
}

describe('the script of the action', () => {
  it('lints the project when nothing is given', () => {
    expect(runAction({})).toEqual({
      status: 0,
      words: ['--yes', 'iamproof@0.1.0', 'lint', '--format', 'github', '--fail-on', 'security', '--'],
    });
  });

  it('passes paths and reports on line by line, whatever is in them', () => {
    const { words } = runAction({
      paths: 'policies\na folder/$(touch x)\n\n--help\n',
      reports: 'sarif=a b.sarif\njunit=b.xml',
      'fail-on': 'never',
      changed: 'origin/main',
      version: '9.9.9',
    });
    expect(words).toEqual([
      ...['--yes', 'iamproof@9.9.9', 'lint', '--format', 'github', '--fail-on', 'never', '--changed', 'origin/main'],
      ...['--report', 'sarif=a b.sarif', '--report', 'junit=b.xml', '--', 'policies', 'a folder/$(touch x)', '--help'],
    ]);
  });

  it('fails as iamproof does', () => {
    expect(runAction({}, 1).status).toBe(1);
    expect(runAction({}, 2).status).toBe(2);
  });

  it('says what the command understands', async () => {
    const { words } = runAction({ paths: 'policies', reports: 'sarif=lint.sarif' });
    const files = { 'policies/a.json': '{"Version": "2012-10-17", "Statement": []}' };
    const result = await run(words.slice(2), { files });
    expect(result.out).toContain('::error file=policies/a.json');
    expect(Object.keys(result.files)).toContain('lint.sarif');
    expect(result.code).toBe(1);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  it('calls commands that there are', async () => {
    for (const { entry } of hooks) {
      const [program, ...words] = entry.split(' ');
      expect(Object.keys(packageJson.bin)).toContain(program);
      await expect(check(words)).resolves.toBeDefined();
    }
  });

  it('looks at files below policies and iam', () => {
    for (const { files } of hooks) {
      for (const path of ['policies/a.json', 'infra/iam/b.yaml']) expect(path).toMatch(new RegExp(files));
      for (const path of ['src/diamonds/a.json', 'policies.json']) expect(path).not.toMatch(new RegExp(files));
    }
  });
});

describe('docs/ci.md', () => {
  it('has an example of each kind', () => {
    expect(steps.filter(({ uses }) => uses?.startsWith('OWNER/iamproof@'))).toHaveLength(2);
    expect(examples.filter((one) => one.repos)).toHaveLength(1);
    expect(examples.filter((one) => one.iamproof)).toHaveLength(1);
  });

  it('calls the program with what it takes', async () => {
    const found = blocks.flatMap(({ text }) => calls(text));
    expect(found).toHaveLength(3);
    for (const words of found) await expect(check(words)).resolves.toBeDefined();
  });

  it('gives the action inputs that it has', () => {
    const inputs = steps.filter(({ uses }) => uses?.startsWith('OWNER/')).flatMap((one) => Object.keys(one.with ?? {}));
    expect(inputs.filter((name) => !(name in action.inputs))).toEqual([]);
  });

  it('names hooks that there are, with arguments that they take', async () => {
    const used = examples.flatMap((one): readonly Hook[] => one.repos?.[0].hooks ?? []);
    for (const { id, args = [] } of used) {
      const hook = hooks.find((one) => one.id === id);
      await expect(check([...(hook?.entry.split(' ').slice(1) ?? []), ...args])).resolves.toBeDefined();
    }
  });

  it('names the version of the package, and every format', async () => {
    const text = read('docs/ci.md');
    for (const [, version] of text.matchAll(/iamproof@v?(\d[\d.]*\d)|rev: v(\S+)/g)) {
      if (version) expect(version).toBe(packageJson.version);
    }
    const formats = (await check(['lint'])).options.find(({ long }) => long === '--format')?.argChoices ?? [];
    expect(formats.length).toBeGreaterThan(0);
    for (const format of formats) {
      expect(text).toContain(`| \`${format}\``);
      expect(action.inputs.format?.description).toContain(format);
    }
  });
});
