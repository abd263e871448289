/** Whatever names, messages and help hold, no format takes them for signs of its own. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LintDiagnostic } from '../../src/lint/index.ts';
import { lintGithub } from '../../src/report/lint-github.ts';
import { lintJunit } from '../../src/report/lint-junit.ts';
import { lintMarkdown } from '../../src/report/lint-markdown.ts';
import { lintSarif } from '../../src/report/lint-sarif.ts';
import { MIXED, resultOf } from './lint-findings.ts';

/** Signs of every format, ends of lines, what steers a terminal, halves of characters, and anything else. */
const nasty = fc.constantFrom(
  ...['%', '\r', '\n', ':', '::', ',', '=', '::error::', '##[error]', '|', '\\', '`', '```', '<', '>', '&', '&#124;'],
  ...['"', "'", ']]>', '<!--', '-->', '</details>', '<script>', '[a](b)', '![a](b)', '@someone', '#12', '*', '_', '~~'],
  ...['\t', '\0', '\u001b[31m', '\u0085', '\u2028', '\ufffe', '\ud800', '\udc00', '😀', ' ', '$', 'https://a.b', '{0}'],
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: nasty }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const diagnostic = fc
  .record({ base: fc.constantFrom(...MIXED.diagnostics), name: text, message: text, help: fc.option(text), path: text })
  .map(({ base, name, message, help, path }): LintDiagnostic => {
    const { location, help: _, ...rest } = base;
    const moved = location ? { location: { ...location, source: { ...location.source, name } } } : {};
    return { ...rest, ...moved, file: name, message, path, ...(help === null ? {} : { help }) };
  });

const result = fc.array(diagnostic, { minLength: 1, maxLength: 5 }).map((found) => resultOf(found));

it('a GitHub command is one line, and reads back as it was', () => {
  fc.assert(
    fc.property(result, (one) => {
      const lines = lintGithub(one).split(/\r\n|\r|\n/);
      expect(lines).toHaveLength(one.diagnostics.length + 2);
      const files = lines.slice(0, -2).map((line) => {
        const parsed = /^::(?:error|warning|notice) (?<properties>[^:]*)::(?<data>[^\r\n]*)$/u.exec(line);
        expect(parsed, line).not.toBeNull();
        const members = (parsed?.groups?.properties ?? '').split(',').map((member) => {
          expect(member).toMatch(/^(?:file|line|endLine|col|endColumn|title)=/);
          return member.slice(member.indexOf('=') + 1);
        });
        return plain(members[0] ?? '');
      });
      expect(files.sort()).toEqual(one.diagnostics.map(({ file }) => file).sort());
    }),
  );
});

function plain(value: string): string {
  const signs: Readonly<Record<string, string>> = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' };
  return value.replaceAll(/%(?:25|0D|0A|3A|2C)/g, (code) => signs[code] ?? code);
}

it('a Markdown table keeps its columns, and no markup but ours is in it', () => {
  fc.assert(
    fc.property(result, (one) => {
      const markdown = lintMarkdown(one);
      expect(markdown.replaceAll(/<\/?(?:code|details|summary)>|<br>|<!-- iamproof lint -->/g, '')).not.toMatch(/[<>]/);
      for (const line of markdown.split('\n')) {
        if (!line.startsWith('|')) {
          expect(line).toMatch(/^(?:<!--|\*\*iamproof lint\*\*: |<\/?details>|<summary>|$)/);
          continue;
        }
        expect([4, 6]).toContain(line.split('|').length - 1);
        expect(line).toMatch(/ \|$/);
        expect(line).not.toMatch(/[`*_[\]~\\@]|\p{Cc}/u);
      }
      expect(count(markdown, '<code>')).toBe(count(markdown, '</code>'));
    }),
  );
});

function count(where: string, what: string): number {
  return where.split(what).length - 1;
}

const TOKENS = new RegExp(
  [
    String.raw`<\?xml version="1\.0" encoding="UTF-8"\?>`,
    String.raw`<(?<open>[a-z-]+)(?: [a-z]+="(?:[^<>&"\n\r\t]|&(?:amp|lt|gt|quot|apos|#\d+);)*")*(?<closed>/?)>`,
    '</(?<close>[a-z-]+)>',
    String.raw`(?:[^<>&\r]|&(?:amp|lt|gt|quot|apos|#\d+);)+`,
  ].join('|'),
  'guy',
);

it('JUnit is well-formed XML of characters that XML has', () => {
  fc.assert(
    fc.property(result, (one) => {
      const xml = lintJunit(one, (severity) => severity === 'error');
      expect(xml).toMatch(/^[\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u);
      const open: string[] = [];
      let read = 0;
      for (const token of xml.matchAll(TOKENS)) {
        read += token[0].length;
        if (token.groups?.open && !token.groups.closed) open.push(token.groups.open);
        if (token.groups?.close) expect(open.pop()).toBe(token.groups.close);
      }
      expect([read, open]).toEqual([xml.length, []]);
      expect(count(xml, '<testcase ')).toBe(one.diagnostics.length);
    }),
  );
});

it('names of files in SARIF are URIs', () => {
  fc.assert(
    fc.property(result, (one) => {
      const document = JSON.parse(lintSarif(one, { version: '0.0.0' }));
      for (const { locations } of document.runs[0].results) {
        const { uri } = locations[0].physicalLocation.artifactLocation;
        expect(uri).toMatch(/^(?:file:\/\/)?(?:[\w\-.~!*'()/]|%[0-9A-F]{2})*$/);
      }
    }),
    { numRuns: 20 },
  );
});
