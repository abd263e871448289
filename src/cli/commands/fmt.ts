/** `iamproof fmt`: policies in canonical form. */

import { printPolicyDocument } from '../../parse/index.ts';
import { changedText } from '../changed-text.ts';
import { defineCommand, flag, type Options, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readNamedFile } from '../read-file.ts';
import { readPolicyFile } from '../read-policy-file.ts';

export const fmt = defineCommand({
  examples: [
    ['iamproof fmt policies/identity/reader.json', 'rewrite a policy in canonical form'],
    ['iamproof fmt --check policies/**/*.json', 'exit 1 if a file is not in canonical form'],
  ],
  declare: (command) => {
    command
      .argument('<files...>', 'policy files in JSON; - reads standard input and prints the result')
      .option('--check', 'write nothing; exit 1 if something would change')
      .option('--diff', 'show what would change, and write nothing; exit 1 if anything would');
  },
  run: async (context, names, options) => {
    let code: ExitCode = EXIT.done;
    for (const name of names) code = worse(code, await formatFile(context, name, options));
    return code;
  },
});

function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}

async function formatFile(context: Context, name: string, options: Options): Promise<ExitCode> {
  if (/\.ya?ml$/i.test(name)) throw new UsageError(`\`${name}\` is YAML; canonical form is JSON, as AWS stores it`);
  const source = readNamedFile(context, name);
  const read = await readPolicyFile(context, source);
  if (!read) return EXIT.failed;
  const printed = printPolicyDocument(read.document);
  if (name === '-') {
    context.output(printed);
    return EXIT.done;
  }
  if (printed === source.text) return EXIT.done;
  if (flag(options, 'diff')) {
    context.output(changedText(name, source.text, printed));
    return EXIT.no;
  }
  if (flag(options, 'check')) {
    context.output(`${name} is not in canonical form\n`);
    return EXIT.no;
  }
  context.host.openFiles(context.host.folder).writeText(name, printed);
  if (!context.quiet) context.host.tell(`${name} rewritten\n`);
  return EXIT.done;
}
