/** The command line from words to exit code: one place that parses, calls, and catches. */
import { Command, CommanderError } from 'commander';
import { COLOURED, type Paint, PLAIN } from '../report/paint.ts';
import { type CommandDefinition, flag, type Options, text } from './command.ts';
import { type Context, lazyCatalog } from './context.ts';
import { declareCommon, declareHelp } from './every-command.ts';
import { EXIT, EXIT_CODE_HELP, type ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import { COMMANDS } from './registry.ts';

/** @param given the command line without the program's own name; nothing on a terminal is `tui` */
export async function main(given: readonly string[], host: Host): Promise<ExitCode> {
  const { stdinIsTerminal, stdoutIsTerminal } = host.terminal;
  const words = given.length === 0 && stdinIsTerminal && stdoutIsTerminal ? ['tui'] : given;
  let code: ExitCode = EXIT.done;
  const called = words.find((word) => !word.startsWith('-'));
  const entry = called === undefined ? undefined : COMMANDS[called];
  const definition = await entry?.load();
  const program = makeProgram(host);
  for (const [name, { summary }] of Object.entries(COMMANDS)) {
    const command = program.command(name).summary(summary).description(summary);
    if (name !== called || !definition) continue;
    declareHelp(command, definition);
    definition.declare(command);
    declareCommon(command);
    command.action(async () => {
      code = await run(definition, command, host);
    });
  }
  try {
    if (words.length === 0) {
      host.tell(program.helpInformation());
      return EXIT.failed;
    }
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    return report(error, host);
  }
}

function makeProgram(host: Host): Command {
  const program = new Command('iamproof');
  return program
    .description('Write, test and prove AWS IAM policies before you apply them.')
    .version(host.version, '-V, --version')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .configureHelp({ sortSubcommands: false })
    .configureOutput({ writeOut: host.write, writeErr: host.tell })
    .addHelpText('after', EXIT_CODE_HELP)
    .exitOverride();
}

async function run(definition: CommandDefinition, command: Command, host: Host): Promise<ExitCode> {
  const options: Options = command.opts();
  const file = text(options, 'output');
  const draft = file === undefined ? undefined : host.openDraft(file);
  const folder = host.findProjectRoot(host.folder);
  const files = host.openFiles(folder);
  const context: Context = {
    host,
    files,
    catalog: lazyCatalog(host),
    paint: paintFor(options, host),
    ascii: flag(options, 'ascii') || host.env.TERM === 'linux',
    config: text(options, 'config') ?? host.env.IAMPROOF_CONFIG,
    quiet: flag(options, 'quiet'),
    output: draft?.write ?? host.write,
    discardOutput: () => draft?.discard(),
  };
  try {
    const code = await definition.run(context, command.args, options);
    draft?.commit();
    return code;
  } catch (error) {
    draft?.discard();
    throw error;
  }
}

/** --color, then NO_COLOR, then FORCE_COLOR, then whether a person is looking. */
function paintFor(options: Options, { env, terminal }: Host): Paint {
  const when = text(options, 'color') ?? 'auto';
  if (when !== 'auto') return when === 'always' ? COLOURED : PLAIN;
  if (text(options, 'output') !== undefined || env.NO_COLOR) return PLAIN;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return COLOURED;
  return terminal.stdoutIsTerminal && env.TERM !== 'dumb' ? COLOURED : PLAIN;
}

function report(error: unknown, host: Host): ExitCode {
  // commander has already told what is wrong; --help and --version end here too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.failed;
  // By its name: a command that was loaded apart has a class of its own.
  if (error instanceof Error && error.name === 'UsageError') {
    host.tell(`iamproof: ${error.message}\n`);
    return EXIT.failed;
  }
  const message = error instanceof Error ? error.message : String(error);
  host.tell(
    `iamproof: this is a bug: ${message}\nPlease report it with the command line; IAMPROOF_DEBUG=1 shows where it happened.\n`,
  );
  if (host.env.IAMPROOF_DEBUG && error instanceof Error) host.tell(`${error.stack}\n`);
  return EXIT.failed;
}
