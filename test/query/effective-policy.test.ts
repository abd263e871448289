/** The one policy for all layers around a principal allows what they allow. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { callersOf } from '../../src/environment/index.ts';
import { fileSystem } from '../../src/host/file-system.ts';
import { DEFAULT_SETTINGS } from '../../src/language/index.ts';
import { effectivePolicy } from '../../src/query/index.ts';
import { environmentReader } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const files = fileSystem(fileURLToPath(new URL('../..', import.meta.url)));
const reader = environmentReader({ files, catalog: () => catalog });
const paths = files.listFiles().filter((path) => /^scenarios\/.*\.environment\.yaml$/.test(path));

describe.each(paths)('%s', (path) => {
  const { environment } = reader.read(path);
  const callers = environment ? callersOf(environment).filter(({ identity }) => identity) : [];

  it.each(callers.map((caller) => [caller.label, caller] as const))('%s', (_, caller) => {
    if (!environment) return expect.unreachable(path);
    const found = effectivePolicy(environment, caller, { catalog, settings: DEFAULT_SETTINGS });
    expect(found.leftOut).toEqual([]);
    expect(found.proof).toEqual({ kind: 'proved' });
  });
});
