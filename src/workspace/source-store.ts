/** Plans, templates and dumps that environments name, each read once. */
import type { OpenedSource, SourceOpener } from '../environment/index.ts';
import type { Diagnostic, SourceText } from '../language/index.ts';
import { readSource } from '../parse/index.ts';
import { resolvePath } from './paths.ts';
import type { FileSystem } from './ports.ts';
import { readSourceFile } from './sources/read-source-file.ts';
import { readSourceYaml } from './sources/read-source-yaml.ts';
import type { SourceOptions, SourceReading } from './sources/source-format.ts';

/** Far more than a policy may have: plans and dumps are large. */
export const LONGEST = 256 * 1024 * 1024;

/** @param options what is said of open values; the account is that of the environment */
export function sourceStore(files: FileSystem, options: SourceOptions = {}): SourceOpener {
  const known = new Map<string, OpenedSource>();
  return (reference, from, account) => {
    const path = resolvePath(reference, from.name);
    const key = `${account} ${path}`;
    const opened = known.get(key) ?? declaredIn(openSourceFile(files, path, { ...options, account }));
    known.set(key, opened);
    return opened;
  };
}

function declaredIn({ reading, source, diagnostics }: OpenedFile): OpenedSource {
  return reading && source ? { declared: reading.declared, source, diagnostics } : { diagnostics };
}

interface OpenedFile {
  /** Missing where the file cannot be read, or is of no known format. */
  readonly reading?: SourceReading;
  readonly source?: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

export function openSourceFile(files: FileSystem, path: string, options: SourceOptions): OpenedFile {
  const read = files.readText(path);
  if ('problem' in read) {
    return { diagnostics: [problem('unreadable-file', `\`${path}\` cannot be read: ${read.problem}`)] };
  }
  const source = { name: path, text: read.text };
  const { node, diagnostics } = readSource(source, { readYaml: readSourceYaml, atMost: LONGEST });
  if (!node) return { diagnostics };
  const reading = readSourceFile(node, source, options);
  if (reading) return { reading, source, diagnostics: reading.diagnostics };
  return { diagnostics: [problem('unknown-source', `\`${path}\` is no plan, template or dump that is known`)] };
}

function problem(code: string, message: string): Diagnostic {
  const help =
    'name a Terraform plan or state (`terraform show -json`), a template, or what get-account-authorization-details answers';
  return { code, severity: 'error', message, path: '', help };
}
