/** What `who-can` and `can` share: their options, and how their answers are printed. */
import { type Command, Option } from 'commander';
import type { AccessQuestion, AccessRow, AccessVerdict } from '../query/index.ts';
import { ACCESS_CSV_HEAD, accessCsv, accessJson } from '../report/access-json.ts';
import { collect, type Options, text, texts } from './command.ts';
import type { Context } from './context.ts';
import { formatOption } from './format-option.ts';
import { fromOf } from './open-environment.ts';
import { readSettings } from './settings-option.ts';
import { contextOf } from './simulate-from-flags.ts';

const VERDICTS: readonly AccessVerdict[] = ['allowed', 'conditional', 'denied'];

export function declareAccessOptions(command: Command): void {
  command
    .option('--environment <file>', 'the environment (default: the only one of the project)')
    .option('--context <key=value>', 'a context key that every call carries (repeatable)', collect)
    .option('--from-ip <address>', 'the address of the caller; without it, and --from-vpce, every way is open')
    .option('--from-vpce <id>', 'the VPC endpoint that calls pass')
    .addOption(
      new Option('--verdict <verdict>', 'list only these (repeatable)').choices([...VERDICTS]).argParser(collect),
    )
    .addOption(formatOption(['table', 'json', 'csv']))
    .option('--setting <name=value>', 'the reading of a contested point (repeatable)', collect);
}

export function accessQuestion(context: Context, options: Options): Omit<AccessQuestion, 'action' | 'resources'> {
  return {
    from: fromOf(options),
    given: contextOf(texts(options, 'context')),
    settings: readSettings(texts(options, 'setting')),
    catalog: context.catalog(),
  };
}

export function verdictsOf(options: Options, fallback: readonly AccessVerdict[]): ReadonlySet<AccessVerdict> {
  const named = texts(options, 'verdict');
  return new Set(named.length === 0 ? fallback : VERDICTS.filter((verdict) => named.includes(verdict)));
}

/** Rows for programs, one at a time: there may be very many. */
export function printRows(
  context: Context,
  options: Options,
  rows: Iterable<{ readonly action: string; readonly row: AccessRow }>,
): void {
  const isCsv = text(options, 'format') === 'csv';
  context.output(isCsv ? ACCESS_CSV_HEAD : `{"schemaVersion":1,"dataVersion":"${context.catalog().date}","access":[`);
  let before = '\n';
  for (const { action, row } of rows) {
    const json = accessJson(action, row);
    context.output(isCsv ? accessCsv(json) : `${before}${JSON.stringify(json)}`);
    before = ',\n';
  }
  if (!isCsv) context.output('\n]}\n');
}
