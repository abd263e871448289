/** `iamproof explain CODE`: what a diagnostic means and what to do. */
import { CHECKS, type Check, RUN_CODES } from '../../lint/index.ts';
import { PARSE_CODES } from '../../parse/index.ts';
import { defineCommand, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

interface Entry {
  readonly severity: string;
  readonly title: string;
  readonly why: string;
  readonly help: string;
  readonly bad: string;
  readonly good: string;
  readonly references?: readonly string[];
}

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
    const entries = allEntries();
    if (code === undefined) {
      const lines = [...entries].map(
        ([name, { severity, title }]) => `${name.padEnd(34)} ${severity.padEnd(10)} ${title}`,
      );
      context.output(`${lines.join('\n')}\n`);
      return EXIT.done;
    }
    const entry = entries.get(code);
    if (!entry) throw new UsageError(`there is no code \`${code}\`; \`iamproof explain\` lists them`);
    const { severity, title, why, help, bad, good, references = [] } = entry;
    const links = references.length > 0 ? `\nSee also:\n${references.map((one) => `  ${one}\n`).join('')}` : '';
    context.output(
      `${strong(code)} (${severity}): ${title}\n\nWhy it matters: ${why}.\nWhat to do: ${help}.\n\nNot so:\n  ${bad}\n\nBut so:\n  ${good}\n${links}`,
    );
    return EXIT.done;
  },
});

/** The parser's codes, then those of checks and of runs. */
function allEntries(): Map<string, Entry> {
  return new Map<string, Entry>([
    ...Object.entries(PARSE_CODES),
    ...CHECKS.map((check) => [check.id, entryOf(check)] as const),
    ...Object.entries(RUN_CODES),
  ]);
}

function entryOf({ severity, title, why, help, bad, good, references }: Check): Entry {
  return { severity, title, why, help, bad: oneLine(bad.document), good: oneLine(good.document), references };
}

const MOST_CHARACTERS = 600;

function oneLine(document: unknown): string {
  const text = JSON.stringify(document);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}...` : text;
}
