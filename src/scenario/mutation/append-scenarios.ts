/** Adds scenarios to the end of the list of a scenario file; what is there stays as it is, letter by letter. */
import type { ScenarioFile } from '../scenario.ts';

/** `problem`: why nothing can be added. */
export type AppendedText = { readonly text: string } | { readonly problem: string };

/** @param entries each as `printCase` gives it */
export function appendScenarios({ source, scenarios }: ScenarioFile, entries: readonly string[]): AppendedText {
  const { text } = source;
  const last = scenarios.at(-1)?.location.range;
  if (!last) return { problem: `\`${source.name}\` has no list of scenarios` };
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const dash = /^( *)- +$/.exec(text.slice(lineStart, last.start));
  if (!dash) return { problem: `the scenarios of \`${source.name}\` are no list of YAML with a dash each` };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const end = endOfLine(text, last.end);
  const before = text.slice(0, end);
  const indent = dash[1] ?? '';
  const added = entries.map((entry) => `${newline}${indented(entry, indent, newline)}`).join('');
  return { text: `${before}${before.endsWith('\n') ? '' : newline}${added}${text.slice(end)}` };
}

/** After the line break behind the last character before an offset. */
function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}

function indented(entry: string, indent: string, newline: string): string {
  const lines = entry.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? newline : `${indent}${line}${newline}`)).join('');
}
