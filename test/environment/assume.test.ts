import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  assume,
  type ChainResult,
  deriveRequest,
  type Environment,
  type From,
  type HopResult,
  type PrincipalReference,
  readHop,
  resolvePrincipal,
} from '../../src/environment/index.ts';
import { evaluate } from '../../src/evaluate/index.ts';
import { DEFAULT_SETTINGS, type EvaluationResult, type Settings } from '../../src/language/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { catalog } from '../catalog/open-catalog.ts';
import { shown } from './shown.ts';
import { environmentOf, loader } from './world.ts';

const CASES = new URL('../cases/environment/chains/', import.meta.url);

for (const file of readdirSync(CASES)) {
  const { environment: value, cases } = parse(readFileSync(new URL(file, CASES), 'utf8'));
  const environment = environmentOf(value);
  describe(file, () => {
    for (const one of cases) {
      test(one.name, () => {
        const result = take(environment, one);
        checkHops(one, result);
        if (one.session) checkSession(environment, one.session, result);
        else expect(result.session).toBeUndefined();
      });
    }
  });
}

interface Case {
  readonly name: string;
  readonly principal: PrincipalReference;
  readonly hops: readonly object[];
  readonly from?: From;
  readonly settings?: Partial<Settings>;
  readonly expect: readonly { readonly refused?: readonly string[] }[];
  /** Of the first call. */
  readonly keys?: object;
  readonly absent?: readonly string[];
  readonly session?: ExpectedSession;
}

interface ExpectedSession {
  readonly keys?: object;
  readonly absent?: readonly string[];
  readonly policies?: object;
  readonly tags?: object;
  readonly transitiveTags?: readonly string[];
  readonly sourceIdentity?: string;
  /** `action resource` -> decision. */
  readonly asks?: Readonly<Record<string, string>>;
}

function take(environment: Environment, one: Case): ChainResult {
  const { caller, diagnostics } = resolvePrincipal(environment, one.principal);
  if (!caller) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const hops = one.hops.map((written, index) => {
    const { node } = nodeOfValue(written);
    const read = node && readHop(node, { source: { name: 'hop', text: '' }, loader, path: `/${index}` });
    if (!read?.hop) throw new Error(read?.diagnostics.map(({ message }) => message).join('\n'));
    return read.hop;
  });
  const settings = { ...DEFAULT_SETTINGS, ...one.settings };
  return assume(environment, caller, { hops, settings, ...(one.from ? { from: one.from } : {}) });
}

function checkHops({ expect: expected, keys = {}, absent = [] }: Case, { hops }: ChainResult): void {
  expect(hops.map(shownHop)).toMatchObject(expected.map(({ refused: _refused, ...rest }) => rest));
  expect(hops.map((hop) => hop.refusals.map(({ rule }) => rule))).toEqual(expected.map((hop) => hop.refused ?? []));
  const context = hops[0]?.checks[0]?.request.context ?? {};
  expect(context).toMatchObject(keys);
  for (const key of absent) expect(context).not.toHaveProperty([key]);
}

function shownHop({ via, checks, problems }: HopResult) {
  return {
    via,
    checks: checks.map(({ request, result }) => `${request.action} ${answer(result)}`),
    notes: checks[0]?.notes ?? [],
    problems,
  };
}

function answer({ decision, decidedBy, rule }: EvaluationResult): string {
  return [decision, decidedBy, ...(rule === undefined ? [] : [rule])].join(' ');
}

function checkSession(environment: Environment, expected: ExpectedSession, { hops, session }: ChainResult): void {
  const last = hops.at(-1)?.session;
  if (!session || !last) throw new Error(JSON.stringify(hops.map((hop) => [shownHop(hop), hop.refusals])));
  expect(last.caller).toBe(session);
  const { keys = {}, absent = [], policies = {}, asks = {}, tags, transitiveTags, sourceIdentity, ...rest } = expected;
  expect(last).toMatchObject(rest);
  if (tags) expect(session.tags).toEqual(tags);
  if (transitiveTags) expect(session.session?.transitiveTags).toEqual(transitiveTags);
  expect(session.session?.sourceIdentity).toBe(sourceIdentity);
  const derived = deriveRequest(environment, session, { action: 'sqs:ListQueues', resource: '*', catalog });
  expect(derived.request.context).toMatchObject(keys);
  for (const key of absent) expect(derived.request.context).not.toHaveProperty([key]);
  expect(shown(derived.policies)).toMatchObject(policies);
  for (const [question, wanted] of Object.entries(asks)) {
    const [action = '', resource = ''] = question.split(' ');
    const { request, policies: inPlay } = deriveRequest(environment, session, { action, resource, catalog });
    expect(`${question}: ${answer(evaluate(inPlay, request))}`).toBe(`${question}: ${wanted}`);
  }
}
