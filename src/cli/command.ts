/** A command as data: what it is called, how it is used, what it does. */
import { type Command, Option } from 'commander';
import type { Context } from './context.ts';
import { EXIT_CODE_HELP, type ExitCode } from './exit-codes.ts';

export { UsageError } from './usage-error.ts';

export interface CommandDefinition {
  /** Command lines with a word on each, shown first in --help. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Declares arguments and options. */
  readonly declare: (command: Command) => void;
  readonly run: (context: Context, args: readonly string[], options: Options) => ExitCode | Promise<ExitCode>;
}

/** Option values by their camelCase name, as commander parsed them. */
export type Options = Readonly<Record<string, unknown>>;

export function defineCommand(definition: CommandDefinition): CommandDefinition {
  return definition;
}

/** Options that every command has. */
export function declareCommon(command: Command): void {
  command
    .option('-o, --output <file>', 'write the result to a file instead of standard output')
    .addOption(new Option('--color <when>', 'colour the output').choices(['auto', 'always', 'never']).default('auto'))
    .option('--ascii', 'no marks beyond ASCII')
    .option('--config <file>', 'the configuration file (default: iamproof.config.* upwards)')
    .option('-q, --quiet', 'no notes on standard error');
}

function exampleText(examples: CommandDefinition['examples']): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  return `Examples:\n${examples.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`).join('\n')}\n`;
}

export function declareHelp(command: Command, { examples }: CommandDefinition): void {
  command.addHelpText('before', exampleText(examples)).addHelpText('after', EXIT_CODE_HELP);
}

export function formatOption(choices: readonly string[]): Option {
  return new Option('--format <format>', 'how to print the result').choices(choices).default(choices[0]);
}

/** Collects an option that may be given several times. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

export function text(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function texts(options: Options, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

export function flag(options: Options, name: string): boolean {
  return options[name] === true;
}
