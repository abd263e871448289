/** What every command has: options, and its examples and exit codes in --help. */
import { type Command, Option } from 'commander';
import type { CommandDefinition } from './command.ts';
import { EXIT_CODE_HELP } from './exit-codes.ts';

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
