/** Questions to which the answer was once wrong, or is easily so. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { ANY_USER, findRequest } from '../../src/prove/index.ts';
import type { PolicyJson } from '../differential/documents.ts';
import { policy } from '../helpers/policies.ts';

interface ProveCase {
  readonly title: string;
  readonly action: string;
  readonly allowedBy: PolicyJson;
  readonly notAllowedBy?: PolicyJson;
  readonly expected: string;
}

const FOLDER = new URL('../cases/prove/', import.meta.url);
const catalog = openCatalog(catalogFiles());
const cases = readdirSync(FOLDER).map((name): ProveCase => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));

describe('the prover', () => {
  it('has cases', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('$title', ({ action, allowedBy, notAllowedBy, expected }) => {
    const identity = (document: PolicyJson) => ({ identity: [policy('identity', document)] });
    const { kind } = findRequest({
      allowedBy: identity(allowedBy),
      ...(notAllowedBy ? { notAllowedBy: identity(notAllowedBy) } : {}),
      asked: { principal: ANY_USER, actions: [action] },
      catalog,
    });
    expect(kind).toBe(expected);
  });
});
