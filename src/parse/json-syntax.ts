/** The mistakes that stop a text from being JSON, in words. */
import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Diagnostic, SourceText } from '../language/index.ts';
import { problem } from './read-result.ts';

/** By the names that jsonc-parser gives its errors. */
const SYNTAX_WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'not a JSON value',
  InvalidNumberFormat: 'not a JSON number',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected after the key',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace is expected here',
  CloseBracketExpected: 'a closing bracket is expected here',
  EndOfFileExpected: 'nothing may follow the document',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfString: 'a string is not closed',
  UnexpectedEndOfNumber: 'a number is not finished',
  InvalidUnicode: 'a \\u escape needs four hexadecimal digits',
  InvalidEscapeCharacter: 'no such escape in a JSON string',
  InvalidCharacter: 'a control character stands in a string',
};

interface Mistake {
  readonly message: string;
  readonly help?: string;
}

/** One error of jsonc-parser as a diagnostic. */
export function syntaxProblem(error: ParseError, source: SourceText): Diagnostic {
  const { text } = source;
  const range = { start: error.offset, end: Math.min(error.offset + Math.max(error.length, 1), text.length) };
  const name = printParseErrorCode(error.error);
  const found = text.slice(range.start, range.end).trim();
  const mistake = commonMistake(name, found) ?? {
    message: inWords(name, found, text.trim() === ''),
  };
  return problem('json-syntax', { path: '', source, range, ...mistake });
}

function inWords(name: string, found: string, isEmpty: boolean): string {
  if (isEmpty) return 'the text is empty';
  const what = SYNTAX_WORDS[name] ?? 'not valid JSON';
  return found && found.length <= 40 && !/[\s`]/.test(found) ? `${what}, found \`${found}\`` : what;
}

/** What people write who come from another language, or paste from a web page. */
function commonMistake(name: string, found: string): Mistake | undefined {
  if (name === 'InvalidCommentToken') return { message: 'JSON has no comments', help: 'remove the comment' };
  if (name !== 'InvalidSymbol') return undefined;
  if (/^['\u2018\u2019\u201c\u201d]/.test(found)) {
    const message = 'a string stands in double quotes `"`, not in other ones';
    return { message, help: 'write `"` before and after it' };
  }
  const literal = { true: 'true', false: 'false', null: 'null', none: 'null', undefined: 'null' }[found.toLowerCase()];
  if (literal) return { message: `not a JSON value, found \`${found}\``, help: `write \`${literal}\`` };
  return undefined;
}

/** What no JSON value can be is passed over, and then a value is missing: that is one mistake, and so is a missing key. */
export function isEcho(error: ParseError, before: ParseError | undefined, text: string): boolean {
  const name = printParseErrorCode(error.error);
  if (!before || (name !== 'ValueExpected' && name !== 'PropertyNameExpected')) return false;
  const nameBefore = printParseErrorCode(before.error);
  if (nameBefore === 'PropertyNameExpected') return name === 'ValueExpected';
  return nameBefore === 'InvalidSymbol' && text.slice(before.offset + before.length, error.offset).trim() === '';
}
