/** docs/keys.md: every key of the terminal UI, from the tables that the program reads. */
import type { Command } from '../../src/tui/command.ts';
import { GLOBAL_COMMANDS } from '../../src/tui/global-commands.ts';
import { SCREENS } from '../../src/tui/screens/find-screen.ts';
import type { Screen } from '../../src/tui/screens/screen.ts';
import type { GeneratedFile } from './registry.ts';

export function keysPage(): GeneratedFile {
  const sections = [section('Everywhere', GLOBAL_COMMANDS), ...SCREENS.map(screenSection)];
  const text = `# Keys of the terminal UI

Generated from the key tables of the program: \`npm run generate\`. \`?\` shows those that count where you are, and \`:\` finds every
command by its name. Keys with a space between them are pressed one after the other.

${sections.join('\n')}`;
  return { path: 'docs/keys.md', text };
}

function screenSection({ number, title, commands, typing = [], panels }: Screen): string {
  const everywhere = commands.filter((command) => !command.panels);
  const parts = [
    `## ${number} ${title}\n`,
    ...(everywhere.length > 0 ? [table(everywhere)] : []),
    ...panels.map(({ id }) => {
      const here = commands.filter((command) => command.panels?.includes(id));
      return here.length === 0 ? '' : `In the panel *${id.replaceAll('-', ' ')}*:\n\n${table(here)}`;
    }),
    ...(typing.length > 0
      ? [`While you type:\n\n${rows(typing.map(({ keys, title: what }) => [code(keys.split(', ')), what]))}`]
      : []),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function section(title: string, commands: readonly Command[]): string {
  return `## ${title}\n\n${table(commands)}`;
}

function table(commands: readonly Command[]): string {
  return rows(commands.map(({ keys, title, id }) => [keys.length === 0 ? `\`:\` ${id}` : code(keys), title]));
}

function code(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(' ');
}

function rows(lines: readonly (readonly [string, string])[]): string {
  return `| key | does |\n| --- | --- |\n${lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`).join('')}`;
}
