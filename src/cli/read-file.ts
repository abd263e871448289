/** Reads a file that the user named, or says clearly why not. */
import type { Diagnostic, SourceText } from '../language/index.ts';
import { formatOf, type ReadResult, readSource } from '../parse/index.ts';
import { formatDiagnostics } from '../report/diagnostics-pretty.ts';
import { UsageError } from './command.ts';
import type { Context } from './context.ts';

/** `-` is standard input. Paths are relative to where the command was called. */
export function readNamedFile({ host }: Context, name: string): SourceText {
  const isInput = name === '-';
  if (isInput && host.terminal.stdinIsTerminal) host.tell('reading standard input; end it with Ctrl-D\n');
  const read = isInput ? host.readStandardInput() : host.openFiles(host.folder).readText(name);
  if ('problem' in read) throw new UsageError(`\`${name}\` cannot be read: ${read.problem}`);
  return { name: isInput ? '<stdin>' : name, text: read.text };
}

/** The tree of a JSON or YAML text; the YAML reader is loaded only for YAML. */
export async function readTree(source: SourceText): Promise<ReadResult> {
  if (formatOf(source.name) === 'json') return readSource(source);
  const { readYaml } = await import('../parse/yaml.ts');
  return readSource(source, { readYaml });
}

/** Prints diagnostics on standard error. */
export function tellDiagnostics(context: Context, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) context.host.tell(formatDiagnostics(diagnostics, context.paint));
}
