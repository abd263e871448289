/** `iamproof fmt`: policies in canonical form. */

import type { PolicyDocument, PolicyType, SourceText } from '../../language/index.ts';
import { POLICY_TYPES } from '../../language/policy-types/index.ts';
import { parsePolicyDocument, printPolicyDocument } from '../../parse/index.ts';
import { changedText } from '../changed-text.ts';
import { defineCommand, flag, type Options, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readNamedFile, readTree, tellDiagnostics } from '../read-file.ts';

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
  const document = await readDocument(context, source);
  if (!document) return EXIT.failed;
  const printed = printPolicyDocument(document);
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

/** The form of a document does not depend on its type: it is read as the first type that takes it. */
async function readDocument(context: Context, source: SourceText): Promise<PolicyDocument | undefined> {
  const { node, diagnostics } = await readTree(source);
  if (!node) {
    tellDiagnostics(context, diagnostics);
    return undefined;
  }
  const attempts = (Object.keys(POLICY_TYPES) as PolicyType[]).map((type) => parsePolicyDocument(node, type, source));
  const parsed = attempts.find(({ document }) => document !== undefined);
  if (parsed?.document) return parsed.document;
  const fewest = attempts.reduce((best, one) => (one.diagnostics.length < best.diagnostics.length ? one : best));
  tellDiagnostics(
    context,
    fewest.diagnostics.filter(({ severity }) => severity === 'error'),
  );
  return undefined;
}
