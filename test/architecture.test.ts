/** The one-way rule and the house rules, held against the tree. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** A file imports from its own folder and from folders of a lower layer. Same layer: strangers. */
const LAYERS: Readonly<Record<string, number>> = {
  language: 0,
  catalog: 1,
  parse: 1,
  schema: 2,
  compile: 2,
  evaluate: 3,
  explain: 4,
  matrix: 4,
  prove: 4,
  rewrite: 4,
  simulation: 4,
  lint: 5,
  environment: 5,
  scenario: 6,
  exam: 6,
  account: 7,
  editing: 7,
  query: 7,
  workspace: 7,
  report: 8,
  tui: 9,
  cli: 10,
  host: 11,
};

/** Doors beside index.ts: a file that is loaded apart for the sake of the start-up time. */
const DOORS = new Set([
  'parse/yaml.ts',
  'lint/lint-config.ts',
  'workspace/config-names.ts',
  'cli/bulk/answer-chunk.ts',
  'tui/first-frame.ts',
]);
/** Folders whose files are each a door: one per output format, loaded by the command that needs it. */
const OPEN_FOLDERS = new Set(['report']);
/** May be written in another way than a person would. */
const GENERATED = /\.generated\.ts$/;

interface SourceFile {
  /** Path below src. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    return { path, folder: path.includes('/') ? (path.split('/')[0] ?? '') : '', text, imports };
  });

const inFolders = files.filter(({ folder }) => folder !== '');

/** The path below src that a relative import leads to; undefined for packages and for files outside src. */
function target(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = relative(SRC, resolve(dirname(join(SRC, file.path)), specifier));
  return path.startsWith('..') ? undefined : path;
}

function broken(rule: (file: SourceFile) => readonly string[], among = files): string[] {
  return among.flatMap((file) => rule(file).map((what) => `${file.path}: ${what}`));
}

describe('layers', () => {
  it('every folder of src has a layer', () => {
    expect([...new Set(inFolders.map(({ folder }) => folder))].filter((folder) => !(folder in LAYERS))).toEqual([]);
  });

  it('imports go down only', () => {
    const upward = broken((file) => {
      const own = LAYERS[file.folder] ?? 0;
      return file.imports.filter((specifier) => {
        const to = target(file, specifier)?.split('/')[0];
        return to !== undefined && to !== file.folder && (LAYERS[to] ?? Number.POSITIVE_INFINITY) >= own;
      });
    }, inFolders);
    expect(upward).toEqual([]);
  });

  it('other folders are entered by their door', () => {
    const sideways = broken((file) =>
      file.imports.filter((specifier) => {
        const to = target(file, specifier);
        const folder = to?.split('/')[0] ?? '';
        if (to === undefined || folder === file.folder || file.folder === '') return false;
        const door = to === `${folder}/index.ts` || DOORS.has(to) || folder === 'language' || OPEN_FOLDERS.has(folder);
        return !door;
      }),
    );
    expect(sideways).toEqual([]);
  });
});

const PURE = (folder: string) => (LAYERS[folder] ?? 99) <= 6 || folder === 'report' || folder === 'query';

describe('purity by folder', () => {
  it('only the host touches Node', () => {
    const touching = broken(
      (file) => file.imports.filter((name) => name.startsWith('node:')),
      inFolders.filter(({ folder }) => folder !== 'host'),
    );
    expect(touching).toEqual([]);
  });

  it('below the workspace nothing reads the clock, the environment, chance or the console, and nothing waits', () => {
    const banned = /\b(?:process\.|console\.|Date\.now|new Date\(\)|Math\.random|setTimeout|fetch\(|async |await )/g;
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g, '');
    expect(
      broken(
        (file) => code(file.text).match(banned) ?? [],
        inFolders.filter(({ folder }) => PURE(folder)),
      ),
    ).toEqual([]);
  });

  it('commands print only through their context', () => {
    const direct = /\b(?:process|console)\./;
    expect(
      broken(
        (file) => (direct.test(file.text) ? ['uses the process'] : []),
        files.filter(({ folder }) => folder === 'cli'),
      ),
    ).toEqual([]);
  });
});

describe('house rules', () => {
  const written = files.filter(({ path }) => !GENERATED.test(path));

  it('a file is at most 400 lines', () => {
    expect(
      broken((file) => (file.text.split('\n').length > 401 ? [`${file.text.split('\n').length} lines`] : []), written),
    ).toEqual([]);
  });

  it('the median file is at most about a hundred lines', () => {
    const sizes = written.map(({ text }) => text.split('\n').length).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(110);
  });

  it('a file begins with a sentence that says what it is', () => {
    expect(
      broken(
        (file) =>
          /^(?:#!.*\n)?\/\*\* ?\S/.test(file.text) || /^\/\*\*\n \* \S/.test(file.text) ? [] : ['no first sentence'],
        written,
      ),
    ).toEqual([]);
  });

  it('names of files are kebab-case and say what is in them', () => {
    expect(
      broken(({ path }) => (/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.generated)?\.ts$/.test(path) ? [] : ['not kebab-case'])),
    ).toEqual([]);
    expect(broken(({ path }) => (/\b(?:utils?|helpers?|common|shared)\b/.test(path) ? ['says nothing'] : []))).toEqual(
      [],
    );
  });

  it('there are no default exports', () => {
    expect(broken(({ text }) => (/^export default/m.test(text) ? ['default export'] : []))).toEqual([]);
  });
});
