import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type DerivedRequest,
  deriveRequest,
  type From,
  type GivenContext,
  type PrincipalReference,
  resolvePrincipal,
} from '../../src/environment/index.ts';
import { catalog } from '../catalog/open-catalog.ts';
import { shown } from './shown.ts';
import { environmentOf } from './world.ts';

const CASES = new URL('../cases/environment/', import.meta.url);
const environment = environmentOf(parse(readFileSync(new URL('world.yaml', CASES), 'utf8')));

for (const file of readdirSync(new URL('requests/', CASES))) {
  describe(file, () => {
    for (const one of parse(readFileSync(new URL(`requests/${file}`, CASES), 'utf8'))) {
      test(one.name, () => checkCase(one, derive(one)));
    }
  });
}

interface Case {
  readonly name: string;
  readonly principal: PrincipalReference;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: GivenContext;
  readonly from?: From;
  readonly keys?: object;
  readonly absent?: readonly string[];
  readonly policies?: object;
  readonly request?: { readonly principal?: object };
  readonly origins?: object;
  readonly notes?: readonly string[];
  readonly problems?: readonly string[];
}

function derive({
  principal,
  action = 'sqs:ListQueues',
  resource = '*',
  context = {},
  from = {},
}: Case): DerivedRequest {
  const { caller, diagnostics } = resolvePrincipal(environment, principal);
  if (!caller) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  return deriveRequest(environment, caller, { action, resource, catalog, context, from });
}

function checkCase(expected: Case, derived: DerivedRequest): void {
  const { request, origins, because } = derived;
  expect(request.context).toMatchObject(expected.keys ?? {});
  for (const key of expected.absent ?? []) expect(request.context).not.toHaveProperty([key]);
  expect(shown(derived.policies)).toMatchObject(expected.policies ?? {});
  expect(origins).toMatchObject(expected.origins ?? {});
  expect(request).toMatchObject(expected.request ?? {});
  if (expected.request?.principal) expect(request.principal).toEqual(expected.request.principal);
  expect(Object.keys(because).sort()).toEqual(Object.keys(request.context).sort());
  expect(Object.keys(origins).sort()).toEqual(Object.keys(request.context).sort());
  holdsEach(derived.problems, expected.problems ?? []);
  if (expected.notes) holdsEach(derived.notes, expected.notes);
}

/** Each expected text is in the message of its position, and there are no others. */
function holdsEach(messages: readonly string[], parts: readonly string[]): void {
  expect(messages.length, messages.join('\n')).toBe(parts.length);
  for (const [index, part] of parts.entries()) expect(messages[index]).toContain(part);
}
