/** The registries: every file of src/lint/checks is a check, of src/scenario/mutation/mutators a mutator and of src/exam/misconceptions a misconception, every folder of src/workspace/sources a format. */
import { readdirSync, readFileSync } from 'node:fs';

export interface GeneratedFile {
  /** Below the root of the project. */
  readonly path: string;
  readonly text: string;
}

export interface CheckName {
  readonly group: string;
  readonly id: string;
}

const FOLDER = 'src/lint/checks';

/** The checks by group and id, as their files say. */
export function checkNames(root: string): CheckName[] {
  const groups = readdirSync(`${root}/${FOLDER}`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return groups
    .map(({ name }) => name)
    .sort()
    .flatMap((group) =>
      readdirSync(`${root}/${FOLDER}/${group}`)
        .sort()
        .map((file) => ({ group, id: file.replace(/\.ts$/, '') })),
    );
}

export function registry(root: string): GeneratedFile {
  const names = checkNames(root);
  const imports = names.map(({ group, id }) => `import { ${camelCase(id)} } from './${group}/${id}.ts';`);
  const text = `/** Every check, by group and name. Generated: \`npm run generate\`. */
import type { Check } from '../check.ts';
${imports.join('\n')}

export const CHECKS: readonly Check[] = [
${names.map(({ id }) => `  ${camelCase(id)},`).join('\n')}
];
`;
  return { path: `${FOLDER}/index.ts`, text };
}

const MUTATORS = 'src/scenario/mutation/mutators';

export function mutatorRegistry(root: string): GeneratedFile {
  const ids = readdirSync(`${root}/${MUTATORS}`)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((id) => id !== 'index')
    .sort();
  const text = `/** Every mutator, by name. Generated: \`npm run generate\`. */
import type { Mutator } from '../mutator.ts';
${ids.map((id) => `import { ${camelCase(id)} } from './${id}.ts';`).join('\n')}

export const MUTATORS: readonly Mutator[] = [
${ids.map((id) => `  ${camelCase(id)},`).join('\n')}
];
`;
  return { path: `${MUTATORS}/index.ts`, text };
}

const MISCONCEPTIONS = 'src/exam/misconceptions';

/** In the order of their codes, which their files state. */
export function misconceptionRegistry(root: string): GeneratedFile {
  const found = readdirSync(`${root}/${MISCONCEPTIONS}`)
    .filter((file) => file !== 'index.ts')
    .map((file) => {
      const [, code = ''] =
        /^ {2}code: '(M\d+)'/m.exec(readFileSync(`${root}/${MISCONCEPTIONS}/${file}`, 'utf8')) ?? [];
      return { id: file.replace(/\.ts$/, ''), code };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const imports = found.map(({ id }) => `import { ${camelCase(id)} } from './${id}.ts';`).sort();
  const text = `/** Every misconception, by code. Generated: \`npm run generate\`. */
import type { Misconception } from '../misconception.ts';
${imports.join('\n')}

export const MISCONCEPTIONS: readonly Misconception[] = [
${found.map(({ id }) => `  ${camelCase(id)},`).join('\n')}
];
`;
  return { path: `${MISCONCEPTIONS}/index.ts`, text };
}

const SOURCES = 'src/workspace/sources';

/** A folder holds a format in the file of its own name. */
export function formatRegistry(root: string): GeneratedFile {
  const ids = readdirSync(`${root}/${SOURCES}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const text = `/** Every format of files that hold policies among other things. Generated: \`npm run generate\`. */
${ids.map((id) => `import { ${camelCase(id)} } from './${id}/${id}.ts';\n`).join('')}import type { SourceFormat } from './source-format.ts';

export const SOURCE_FORMATS: readonly SourceFormat[] = [
${ids.map((id) => `  ${camelCase(id)},\n`).join('')}];
`;
  return { path: `${SOURCES}/index.ts`, text };
}

export function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
