import { describe, expect, it } from 'vitest';
import { acceptAnswer, runScenarios } from '../../src/scenario/index.ts';
import { readScenarios } from './project.ts';

const HEAD = `environment:
  accounts:
    "111122223333":
      users:
        ann:
          policies: [{ Version: "2012-10-17", Statement: { Sid: Read, Effect: Allow, Action: "s3:GetObject", Resource: "*" } }]
scenarios:
`;

function run(text: string) {
  const { file, diagnostics } = readScenarios({ name: 'scenarios/here.scenario.yaml', text });
  if (!file) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return runScenarios([file]).files.flatMap(({ results }) => results);
}

/** The text after accepting the answer of the first case that fails. */
function accepted(scenarios: string) {
  const results = run(HEAD + scenarios);
  const failed = results.find(({ status }) => status !== 'passed');
  if (!failed) throw new Error('every case passes');
  return acceptAnswer(failed, results);
}

describe('accepting an answer', () => {
  it.each([
    [
      'an expectation by itself',
      '  - name: a\n    principal: user/ann\n    action: s3:PutObject\n    resource: "*"\n    expect: allowed # so far\n',
    ],
    [
      'one that says what decides',
      '  - name: a\n    principal: user/ann\n    action: s3:PutObject\n    resource: "*"\n    expect: allowed\n    decidedBy: identity\n    statement: Read\n',
    ],
    [
      'a deciding layer that is another',
      '  - name: a\n    principal: user/ann\n    action: s3:GetObject\n    resource: "*"\n    decidedBy: resource\n    expect: allowed\n',
    ],
    [
      'an entry in braces',
      '  - { name: a, principal: user/ann, action: "s3:PutObject", resource: "*", expect: allowed, statement: Read }\n',
    ],
    [
      'a row of a table',
      '  - name: a\n    principal: user/ann\n    resource: "*"\n    each:\n      - { name: one, action: "s3:GetObject", expect: allowed }\n      - { name: two, action: "s3:PutObject", expect: allowed }\n',
    ],
    [
      'cases that all received the same',
      '  - name: a\n    principal: user/ann\n    action: ["s3:PutObject", "s3:DeleteObject"]\n    resource: "*"\n    expect: allowed\n',
    ],
  ])('makes %s pass and leaves the rest as it is', (_name, scenarios) => {
    const result = accepted(scenarios);
    if ('problem' in result) expect.fail(result.problem);
    expect(run(result.text).map(({ status, differences }) => [status, differences])).toEqual(
      run(HEAD + scenarios).map(() => ['passed', []]),
    );
    expect(result.text.startsWith(HEAD)).toBe(true);
    expect(result.text.includes('# so far')).toBe(scenarios.includes('# so far'));
  });

  it.each([
    [
      'is shared by cases whose answers differ',
      '  - name: a\n    principal: user/ann\n    action: ["s3:PutObject", "s3:GetObject"]\n    resource: "*"\n    expect: allowed\n',
      'answers differ',
    ],
    [
      'stands in a text with anchors',
      '  - name: &n a\n    principal: user/ann\n    action: s3:PutObject\n    resource: "*"\n    expect: allowed\n',
      'anchors',
    ],
  ])('refuses where the expectation %s', (_name, scenarios, problem) => {
    expect(accepted(scenarios)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
