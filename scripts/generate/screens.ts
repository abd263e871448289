/** The registry of screens: every folder of src/tui/screens is one, in the file of its own name, with its state beside it. */
import { readdirSync } from 'node:fs';
import { camelCase, type GeneratedFile } from './registry.ts';

const SCREENS = 'src/tui/screens';

export function screenRegistry(root: string): GeneratedFile {
  const ids = readdirSync(`${root}/${SCREENS}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const names = ids.map((id) => ({ id, name: camelCase(id), state: pascalCase(id) }));
  const lines = (each: (one: (typeof names)[number]) => string) => names.map(each).join('\n');
  const text = `/** Every screen, by name. Generated: \`npm run generate\`. */
${lines(
  ({ id, name, state }) =>
    `import { ${name} } from './${id}/${id}.ts';\nimport { ${name}State, type ${state}State } from './${id}/state.ts';`,
)}
import type { Screen } from './screen.ts';

/** What each screen remembers for itself. */
export interface ScreenStates {
${lines(({ name, state }) => `  readonly ${name}: ${state}State;`)}
}

export type ScreenId = keyof ScreenStates;

export const SCREENS: readonly (Screen & { readonly id: ScreenId })[] = [
${lines(({ name }) => `  ${name},`)}
];

export const INITIAL_SCREENS: ScreenStates = {
${lines(({ name }) => `  ${name}: ${name}State,`)}
};

/** A value for each screen. */
export function eachScreen<Value>(of: (id: ScreenId) => Value): Readonly<Record<ScreenId, Value>> {
  return {
${lines(({ name }) => `    ${name}: of('${name}'),`)}
  };
}
`;
  return { path: `${SCREENS}/index.ts`, text };
}

function pascalCase(id: string): string {
  const name = camelCase(id);
  return `${name[0]?.toUpperCase()}${name.slice(1)}`;
}
