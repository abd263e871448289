/** `iamproof explain CODE`: what a diagnostic means and what to do. */
import { PARSE_CODES, type ParseCode } from '../../parse/index.ts';
import { defineCommand, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

export const explain = defineCommand({
  examples: [
    ['iamproof explain missing-version', 'what the code means, with an example'],
    ['iamproof explain', 'list the codes'],
  ],
  declare: (command) => {
    command.argument('[code]', 'the code in brackets of a diagnostic');
  },
  run: (context, [code]) => {
    const { strong } = context.paint;
    if (code === undefined) {
      const lines = Object.entries(PARSE_CODES).map(
        ([name, { severity, title }]) => `${name.padEnd(32)} ${severity.padEnd(10)} ${title}`,
      );
      context.output(`${lines.join('\n')}\n`);
      return EXIT.done;
    }
    if (!isCode(code)) throw new UsageError(`there is no code \`${code}\`; \`iamproof explain\` lists them`);
    const { severity, title, why, help, bad, good } = PARSE_CODES[code];
    context.output(
      `${strong(code)} (${severity}): ${title}\n\nWhy it matters: ${why}.\nWhat to do: ${help}.\n\nNot so:\n  ${bad}\n\nBut so:\n  ${good}\n`,
    );
    return EXIT.done;
  },
});

function isCode(text: string): text is ParseCode {
  return Object.hasOwn(PARSE_CODES, text);
}
