/** Ignores with their reasons, in comments and in the configuration; the baseline. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_LINT_CONFIG, type LintConfig, lint, makeBaseline } from '../../src/lint/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { catalog } from './lint-example.ts';

function run(text: string, config: Partial<LintConfig> = {}, name = 'policy.yaml') {
  const inputs = [{ source: { name, text }, type: 'identity' as const }];
  return lint(inputs, { catalog, readYaml, config: { ...DEFAULT_LINT_CONFIG, ...config } });
}

function codes(text: string, config: Partial<LintConfig> = {}): string[] {
  return run(text, config).diagnostics.map(({ code }) => code);
}

const policy = (comment: string, trailing = '') => `Version: "2012-10-17"
Statement:
  - Sid: Deploy
    Effect: Allow
    ${comment}
    Action: iam:PassRole${trailing}
    Resource: "*"
  - Sid: Same
    Effect: Allow
    Action: iam:PassRole
    Resource: "*"
    Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } }
`;

describe('a comment in YAML', () => {
  const both = codes(policy(''));

  it('takes out the finding below it, and no other', () => {
    expect(both.filter((code) => code === 'passrole-broad')).toHaveLength(2);
    const left = codes(policy('# iamproof-ignore passrole-broad: the role of the sandbox'));
    expect(left.filter((code) => code === 'passrole-broad')).toHaveLength(1);
    expect(left).toHaveLength(both.length - 1);
  });

  it('may stand at the end of the line', () => {
    const left = codes(policy('', ' # iamproof-ignore passrole-broad: sandbox'));
    expect(left.filter((code) => code === 'passrole-broad')).toHaveLength(1);
  });

  it('above a statement is about all of it', () => {
    const text = policy('').replace(
      '  - Sid: Deploy',
      '  # iamproof-ignore passrole-broad, unnecessary-resource-star: sandbox\n  - Sid: Deploy',
    );
    expect(codes(text).filter((code) => code === 'passrole-broad')).toHaveLength(1);
  });

  it('before everything is about the document', () => {
    const left = codes(`# iamproof-ignore passrole-broad: sandbox\n${policy('')}`);
    expect(left).not.toContain('passrole-broad');
  });

  it('without a reason is not heeded, and told', () => {
    const left = codes(policy('# iamproof-ignore passrole-broad'));
    expect(left.filter((code) => code === 'passrole-broad')).toHaveLength(2);
    expect(left).toContain('ignore-without-reason');
  });

  it('that nothing falls under is told, and so is a check that does not exist', () => {
    expect(codes(policy('# iamproof-ignore wildcard-action: why not'))).toContain('unused-ignore');
    expect(codes(policy('# iamproof-ignore pass-role: why not'))).toContain('ignore-unknown-check');
  });
});

describe('the configuration', () => {
  const reason = 'the role of the sandbox';

  it('ignores in a file, in a statement by Sid, and by number', () => {
    const left = (statement?: string | number) =>
      codes(policy(''), {
        ignore: [
          { check: 'passrole-broad', file: 'policy.yaml', ...(statement === undefined ? {} : { statement }), reason },
        ],
      }).filter((code) => code === 'passrole-broad');
    expect(left()).toHaveLength(0);
    expect(left('Deploy')).toHaveLength(1);
    expect(left(1)).toHaveLength(1);
  });

  it('is told of entries that are not needed', () => {
    expect(codes(policy(''), { ignore: [{ check: 'passrole-broad', file: 'other.json', reason }] })).toContain(
      'unused-ignore',
    );
  });

  it('changes severities and turns checks off', () => {
    const text = policy('');
    expect(codes(text, { checks: { 'passrole-broad': 'off' } })).not.toContain('passrole-broad');
    const graded = run(text, { checks: { 'passrole-broad': { severity: 'error' } } }).diagnostics;
    expect(graded.find(({ code }) => code === 'passrole-broad')?.severity).toBe('error');
  });

  it('changes what the parser says as well', () => {
    expect(
      codes('Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: "*" }]', {
        checks: { 'missing-version': 'off' },
      }),
    ).not.toContain('missing-version');
  });
});

describe('the baseline', () => {
  const first = run(policy(''));
  const baseline = makeBaseline(first.diagnostics);
  const against = (text: string) =>
    lint([{ source: { name: 'policy.yaml', text }, type: 'identity' }], { catalog, readYaml, baseline });

  it('takes out what was there before, wherever it stands now', () => {
    const again = against(`\n\n${policy('')}`);
    expect(again.diagnostics).toEqual([]);
    expect(again.summary.baseline).toBe(first.diagnostics.length);
  });

  it('leaves what is new, and counts what is gone', () => {
    const more = policy('').replace('Action: iam:PassRole', 'Action: [iam:PassRole, s3:GetObjet]');
    expect(against(more).diagnostics.map(({ code }) => code)).toContain('unknown-action');
    expect(against(policy('').replaceAll('iam:PassRole', 's3:GetObject')).gone).toBeGreaterThan(0);
  });
});

it('policies of a run together may open what none opens alone', () => {
  const one = (name: string, Action: string | string[]) => ({
    source: {
      name,
      text: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] }),
    },
    type: 'identity' as const,
  });
  const pass = one('pass.json', 'iam:PassRole');
  const functions = one('functions.json', ['lambda:CreateFunction', 'lambda:InvokeFunction']);
  const ways = (inputs: (typeof pass)[]) =>
    lint(inputs, { catalog }).diagnostics.filter(({ code }) => code === 'privilege-escalation-combo');
  expect(ways([pass])).toEqual([]);
  expect(ways([functions])).toEqual([]);
  expect(ways([pass, functions]).map(({ file, path, severity }) => [file, path, severity])).toEqual([
    ['functions.json', '/Statement/0/Action/1', 'warning'],
  ]);
});
