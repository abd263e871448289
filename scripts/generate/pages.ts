/** The pages of docs/checks: one per check, and the list of them all. */
import { readdirSync } from 'node:fs';
import type { Check, Example } from '../../src/lint/check.ts';
import { CHECKS } from '../../src/lint/checks/index.ts';
import { checkNames, type GeneratedFile } from './registry.ts';

interface GroupedCheck {
  readonly group: string;
  readonly check: Check;
}

const FOLDER = 'docs/checks';

export function pages(root: string): GeneratedFile[] {
  const groups = new Map(checkNames(root).map(({ group, id }) => [id, group]));
  const all = CHECKS.map((check) => ({ group: groups.get(check.id) ?? '', check }));
  return [
    { path: `${FOLDER}/README.md`, text: checkIndexPage(all) },
    ...all.map(({ group, check }) => ({ path: `${FOLDER}/${check.id}.md`, text: checkPage(group, check) })),
  ];
}

/** Pages of checks that are no more. */
export function strayPages(root: string): string[] {
  const wanted = new Set(pages(root).map(({ path }) => path));
  return readdirSync(`${root}/${FOLDER}`)
    .map((name) => `${FOLDER}/${name}`)
    .filter((path) => !wanted.has(path));
}

function checkIndexPage(all: readonly GroupedCheck[]): string {
  const groups = [...new Set(all.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const rows = all
      .filter((one) => one.group === group)
      .map(({ check }) => [`[\`${check.id}\`](${check.id}.md)`, check.severity, check.title] as const);
    return `## ${titleOf(group)}\n\n${table(['check', 'severity', 'finds'], rows)}\n`;
  });
  return `# Lint checks

Generated from src/lint/checks by \`npm run generate\`. Beside these stand the diagnostics of the parser, which find what is
wrong with the grammar of a document: \`iamproof explain\` lists both.

${sections.join('\n')}`;
}

function checkPage(group: string, check: Check): string {
  const { id, severity, title, why, help, types, aws, options, references } = check;
  const facts: (readonly string[])[] = [
    ['severity', severity],
    ['group', group],
    ['looks at', types ? types.join(', ') : 'policies of every type'],
  ];
  if (aws) facts.push(["AWS's validator", aws.map((code) => `\`${code}\``).join(', ')]);
  const parts = [
    `# ${id}`,
    `${sentence(title)}`,
    table(['', ''], facts),
    `**Why it matters.** ${sentence(why)}`,
    `**What to do.** ${sentence(help)}`,
    `## Not so\n\n${block(check.bad)}`,
    `## But so\n\n${block(check.good)}`,
  ];
  if (options) {
    const rows = Object.entries(options).map(
      ([name, one]) => [`\`${name}\``, `\`${JSON.stringify(one.default)}\``, one.what] as const,
    );
    parts.push(
      `## Settings\n\nUnder \`lint.checks.${id}\` of the configuration:\n\n${table(['setting', 'default', 'what'], rows)}`,
    );
  }
  parts.push(`## Turning it off

- in YAML, on the line above: \`# iamproof-ignore ${id}: the reason\`
- for one file: an entry of \`lint.ignore\` in the configuration
- altogether: \`"lint": { "checks": { "${id}": "off" } }\``);
  if (references.length > 0) parts.push(`## References\n\n${references.map((one) => `- ${one}`).join('\n')}`);
  return `${parts.join('\n\n')}\n`;
}

function block({ type, document, path }: Example): string {
  const caption = path === undefined ? `As ${word(type)}:` : `As ${word(type)}, found at \`${path || '/'}\`:`;
  return `${caption}\n\n\`\`\`json\n${JSON.stringify(document, shorten, 2)}\n\`\`\``;
}

/** A list that only shows length is cut. */
function shorten(_key: string, value: unknown): unknown {
  if (!Array.isArray(value) || value.length < 10) return value;
  return [...(value as unknown[]).slice(0, 2), `... and ${value.length - 2} more`];
}

function word(type: string): string {
  return `${/^[aeiours]/.test(type) && !/^(?:resource|session|trust)$/.test(type) ? 'an' : 'a'} ${type} policy`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function titleOf(group: string): string {
  return sentence(group.replaceAll('-', ' ')).slice(0, -1);
}

/** A table with its columns filled up, as the formatter of the project wants it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0));
  const line = (row: readonly string[]) => `| ${head.map((_, i) => (row[i] ?? '').padEnd(width(i))).join(' | ')} |`;
  return [line(head), `| ${head.map((_, i) => '-'.repeat(width(i))).join(' | ')} |`, ...rows.map(line)].join('\n');
}
