/** Every check: its bad example has the finding, its good example has none of it, and its texts are in house style. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS, type Check, type Example } from '../../src/lint/index.ts';
import { PARSE_CODES } from '../../src/parse/index.ts';
import { findings } from './lint-example.ts';

function found(check: Check, { document, type, config }: Example) {
  return findings(document, type, config).filter(({ code }) => code === check.id);
}

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (_, check) => {
  const bad = found(check, check.bad);

  it('is found in its bad example, at the path it says', () => {
    expect(bad.map(({ path }) => path)).toContain(check.bad.path);
  });

  it('is not found in its good example', () => {
    expect(found(check, check.good)).toEqual([]);
  });

  it('has a good example without any error', () => {
    const errors = findings(check.good.document, check.good.type, check.good.config).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  it('speaks the house style', () => {
    for (const { message, help, location } of bad) {
      expect(message).toMatch(/^[a-z`"(A-Z]/);
      expect(message).not.toMatch(/\.$|\n|undefined|\[object/);
      expect(help).not.toMatch(/\.$|\n|undefined/);
      expect(location).toBeDefined();
    }
    for (const text of [check.title, check.why, check.help]) expect(text).toMatch(/^[a-z`"A-Z].*[^.]$/);
    for (const reference of check.references) expect(reference).toMatch(/^https:\/\//);
  });

  it('has a page', () => {
    expect(existsSync(new URL(`../../docs/checks/${check.id}.md`, import.meta.url))).toBe(true);
  });
});

it('no two checks have one id, and none has that of a parse diagnostic', () => {
  const ids = CHECKS.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index || id in PARSE_CODES)).toEqual([]);
});
