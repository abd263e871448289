/** The environment that a file names or holds, and what the file needs to get at it. */
import type { Catalog } from '../catalog/index.ts';
import { type PolicyLoader, type ReadEnvironment, readEnvironment, type SourceOpener } from '../environment/index.ts';
import type { Diagnostic, SourceText } from '../language/index.ts';
import { type Placed, text } from './form-layers.ts';
import { locationOf } from './scenario-reader.ts';

/** How a scenario file gets at what stands in other files; the workspace implements it. */
export interface ScenarioPorts {
  /** Policies that an inline environment or a hop names. */
  readonly loadPolicy: PolicyLoader;
  /** Opens the plans and dumps that an environment names. */
  readonly openSource?: SourceOpener;
  /** @param reference a path as in `environment`; @param from the text that holds it */
  readonly loadEnvironment: (reference: string, from: SourceText) => ReadEnvironment;
  readonly catalog: Catalog;
}

/** A path to follow, or the environment itself; findings without a place of their own get that of the member. */
export function readEnvironmentAt(
  where: Placed | undefined,
  source: SourceText,
  ports: Pick<ScenarioPorts, 'loadPolicy' | 'loadEnvironment' | 'openSource'>,
): ReadEnvironment {
  if (!where) return { diagnostics: [] };
  const reference = text(where);
  const read =
    reference === undefined
      ? readEnvironment(where.node, source, ports.loadPolicy, ports.openSource)
      : ports.loadEnvironment(reference, source);
  const location = locationOf(source, where);
  const diagnostics = read.diagnostics.map((one): Diagnostic => {
    if (reference === undefined) return { ...one, path: where.path + one.path };
    return one.location || !location ? one : { ...one, location, path: where.path };
  });
  if (read.environment || diagnostics.length > 0) return { ...read, diagnostics };
  const message = `there is no environment \`${reference ?? ''}\``;
  const help = '`./` starts from this file, other paths from the project root';
  return {
    diagnostics: [
      {
        code: 'unknown-environment',
        severity: 'error',
        message,
        ...(location ? { location } : {}),
        path: where.path,
        help,
      },
    ],
  };
}
