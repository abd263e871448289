/** Lines are answered as the same documents are one by one, byte for byte, mistakes included. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOG_INFO } from '../../src/catalog/index.ts';
import { simulateLines } from '../../src/index.ts';
import { readJson } from '../../src/parse/index.ts';
import { type Answer, errorAnswer, lineAnswerer, readSimulation, simulate } from '../../src/simulation/index.ts';
import { worlds } from '../arbitraries/worlds.ts';

/** Each document with its places, evaluated with its trace, nothing remembered. */
function slowly(line: string): Answer {
  const source = { name: '<lines>', text: line };
  const { node, diagnostics } = readJson(source);
  if (!node) return errorAnswer({ diagnostics });
  const read = readSimulation(node, source, () => ({}));
  if (!read.simulation) return errorAnswer(read);
  const { answer, evaluations } = simulate(read.simulation, CATALOG_INFO.date);
  if ('error' in answer) return answer;
  // The parts that the trace tells, from the trace.
  const failed = evaluations.find(({ result }) => result.decision !== 'allowed');
  const deciding = failed ? failed.result.statements : evaluations.flatMap(({ result }) => result.statements);
  const unknownKeys = [...new Set(evaluations.flatMap(({ result }) => result.unknownKeys))].sort();
  expect(answer.statements).toEqual(
    deciding.map(({ layer, trace: { policy, statement, sid, effect } }) => ({
      layer,
      policy: policy.name,
      statement,
      ...(sid === undefined ? {} : { sid }),
      effect,
    })),
  );
  return { ...answer, unknownKeys };
}

function equal(lines: readonly string[]): void {
  const told = [...simulateLines(lines)].map((answer) => JSON.stringify(answer));
  expect(told).toEqual(lines.map((line) => JSON.stringify(slowly(line))));
}

const vectors = JSON.parse(readFileSync(new URL('../cases/vectors.json', import.meta.url), 'utf8')) as unknown[];

const DOCUMENT =
  '{"id":"a","policies":{"identity":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}]},"request":{"principal":"arn:aws:iam::111122223333:user/alice","action":"s3:GetObject","resource":"arn:aws:s3:::b/k","context":{"aws:SourceIp":"203.0.113.9"}},"expected":{"decision":"allowed"}}';

const WRONG = [
  DOCUMENT.replace('"id":"a"', '"id":"a","id":"b"'),
  DOCUMENT.replace('"Effect":"Allow"', '"Effect":"Allow","Effect":"Deny"'),
  DOCUMENT.replace('"aws:SourceIp"', '"AWS:sourceip":"1","aws:SourceIp"'),
  DOCUMENT.replace('Allow', 'allow'),
  DOCUMENT.replace('Version', 'version'),
  DOCUMENT.replace('s3:GetObject', 's3'),
  DOCUMENT.replace('"allowed"', '"maybe"'),
  DOCUMENT.replace('111122223333:user/alice', 'nobody'),
  DOCUMENT.replace('"203.0.113.9"', '{}'),
  DOCUMENT.replace('"203.0.113.9"', '1.50'),
  DOCUMENT.replace('"policies"', '"polices"'),
  DOCUMENT.replace(/\{"Version".*?\]\}/, '"aws:NoSuchPolicy"'),
  DOCUMENT.slice(0, -1),
  `${DOCUMENT}}`,
  `\uFEFF${DOCUMENT}`,
  '[]',
  'null',
  'policies: {}',
  '{}',
  `${DOCUMENT}\r`,
];

describe('lines', () => {
  it('of the vectors, twice over so that policies are remembered', () => {
    const lines = vectors.map((vector) => JSON.stringify(vector));
    equal([...lines, ...lines, ...lines]);
  });

  it('with mistakes among the right ones', () => {
    equal(WRONG.flatMap((wrong) => [DOCUMENT, wrong, DOCUMENT, wrong, wrong]));
  });

  it('of generated worlds, whose policies repeat', () => {
    fc.assert(
      fc.property(fc.array(worlds(), { minLength: 1, maxLength: 4 }), (documents) => {
        const lines = documents.map((document) => JSON.stringify(document));
        equal([...lines, ...lines.toReversed(), ...lines]);
      }),
      { numRuns: 1000 },
    );
  });

  it('with characters changed and left out', () => {
    const edit = fc.tuple(fc.nat(DOCUMENT.length), fc.constantFrom(...'{}[]",:0a\\', ''));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let line = DOCUMENT;
        for (const [at, character] of edits) line = line.slice(0, at) + character + line.slice(at + 1);
        equal([line, line, line]);
      }),
      { numRuns: 3000 },
    );
  });

  it('of white space are passed over, and counted', () => {
    expect([...simulateLines(['', ' \r', DOCUMENT, '\t'])]).toHaveLength(1);
    const { diagnostics } = lineAnswerer({ name: 'big.jsonl' })('{', 7);
    expect(diagnostics[0]?.location?.source).toMatchObject({ name: 'big.jsonl', firstLine: 7 });
  });

  it('are answered when they are asked for', () => {
    function* lines() {
      yield DOCUMENT;
      throw new Error('too far');
    }
    expect(simulateLines(lines()).next().value).toMatchObject({ decision: 'allowed' });
  });

  it('may name policies, which are looked up once', () => {
    let asked = 0;
    const line = DOCUMENT.replace(/\[\{"Version".*?\]\}\]/, '"aws:Something"');
    const find = () => {
      asked += 1;
      return { policy: { name: 'aws:Something', type: 'identity' as const, document: { statements: [] } } };
    };
    expect([...simulateLines([line, line], { find })]).toMatchObject(Array(2).fill({ decision: 'implicitDeny' }));
    expect(asked).toBe(1);
  });
});
