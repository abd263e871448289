/** A command as data: what it is called, how it is used, what it does. */
import type { Command } from 'commander';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';

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
