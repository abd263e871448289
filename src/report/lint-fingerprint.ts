/** What a lint finding is known by from one run to the next, wherever its line has moved. */
import type { LintDiagnostic } from '../lint/index.ts';

/**
 * One fingerprint for each finding, in their order. It is made of the code, the message, the policy and the path without
 * positions in lists; equal ones within a file are numbered. The file is no part of it: readers put it together with the place.
 */
export function fingerprints(diagnostics: readonly LintDiagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ file, policy, code, message, path }) => {
    const where = policy === undefined ? path : `${policy}\n${path}`;
    const hash = hashOf(`${code}\n${where.replaceAll(/\/\d+(?=\/|$)/g, '/*')}\n${message}`);
    const count = (seen.get(`${file}\n${hash}`) ?? 0) + 1;
    seen.set(`${file}\n${hash}`, count);
    return `${hash}:${count}`;
  });
}

const PRIME = 0x01000193;

/** Two FNV-1a hashes of 32 bits that begin differently, in hexadecimal. */
function hashOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, PRIME);
    high = Math.imul(high ^ (unit + index), PRIME);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
