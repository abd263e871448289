/** `iamproof tui`, and `iamproof` without words on a terminal: the full-screen workspace. */
import { paintFirstFrame } from '../../tui/first-frame.ts';
import { baseFiles } from '../base-files.ts';
import { defineCommand, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

export const tui = defineCommand({
  examples: [
    ['iamproof', 'on a terminal: policies, requests, decisions and scenarios of the project in one place'],
    ['iamproof tui path/to/project', 'the same for another folder'],
  ],
  declare: (command) => {
    command.argument('[folder]', 'the project; the one of this folder without');
  },
  run: async ({ host, files: here, catalog, paint, ascii, config }, [folder]) => {
    const { stdinIsTerminal, stdoutIsTerminal } = host.terminal;
    if (!stdinIsTerminal || !stdoutIsTerminal) {
      throw new UsageError(
        'the workspace needs a terminal to read keys from and to draw on; `iamproof --help` lists what needs none',
      );
    }
    let files = folder === undefined ? here : host.openFiles(folder);
    const colour = paint.good('x') !== 'x';
    const terminal = await host.openTerminal();
    terminal.enter();
    try {
      paintFirstFrame(terminal, { colour, ascii });
      const [machine, { runTui }] = await Promise.all([host.openTui(), import('../../tui/index.ts')]);
      for (;;) {
        const { openState: progress, clock } = host;
        const filesAt = (base: string) => baseFiles(host, files, base);
        const { reopen } = await runTui({
          ...machine,
          terminal,
          files,
          filesAt,
          progress,
          clock,
          catalog,
          colour,
          ascii,
          config,
        });
        if (reopen === undefined) return EXIT.done;
        files = host.openFiles(reopen);
      }
    } finally {
      terminal.leave();
    }
  },
});
