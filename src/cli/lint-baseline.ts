/** The baseline of `iamproof lint`: read, held against a run, written anew. */
import schema from '../../schemas/lint-baseline.schema.json' with { type: 'json' };
import { type Baseline, type LintResult, makeBaseline } from '../lint/index.ts';
import { readJson, toValue } from '../parse/index.ts';
import { validate } from '../schema/index.ts';
import { flag, type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

export interface OpenBaseline {
  readonly known?: Baseline;
  /** Writes the findings of the run; there only where that was asked for. */
  readonly update?: (result: LintResult) => ExitCode;
}

export function openBaseline(context: Context, options: Options): OpenBaseline {
  const name = text(options, 'baseline');
  if (name === undefined) {
    if (flag(options, 'updateBaseline')) throw new UsageError('--update-baseline needs --baseline FILE');
    return {};
  }
  const files = context.host.openFiles(context.host.folder);
  if (flag(options, 'updateBaseline')) {
    return {
      update: ({ diagnostics }) => {
        const baseline = { schemaVersion: 1, ...makeBaseline(diagnostics) };
        files.writeText(name, `${JSON.stringify(baseline, null, 2)}\n`);
        if (!context.quiet) context.host.tell(`${name} written: ${diagnostics.length} findings\n`);
        return EXIT.done;
      },
    };
  }
  const read = files.readText(name);
  if ('problem' in read) throw new UsageError(`the baseline \`${name}\` cannot be read: ${read.problem}`);
  const source = { name, text: read.text };
  const { node, diagnostics } = readJson(source);
  const problems = node ? validate(schema, node, source) : diagnostics;
  const [first] = problems;
  if (!node || first) throw new UsageError(`the baseline \`${name}\` is not as it should be: ${first?.message ?? ''}`);
  return { known: toValue(node) as Baseline };
}
