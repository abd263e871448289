/** The two sides of a condition read as the operator's value type (C30 to C37). */
import {
  type ArnPattern,
  arnColons,
  type ConditionOperator,
  type Pattern,
  type Piece,
  patternOfPieces,
  splitPattern,
} from '../language/index.ts';
import { type AddressRange, parseAddress, parseRange } from './address.ts';
import { type Decimal, parseDate, parseDecimal } from './scalar.ts';

/** A value after reading; a text that cannot be read as its type has no operand and matches nothing (C52). */
export type Operand =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'pattern'; readonly pattern: Pattern }
  | { readonly type: 'decimal'; readonly decimal: Decimal }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'addresses'; readonly range: AddressRange }
  | { readonly type: 'arn'; readonly text: string; readonly colons: readonly number[] }
  | { readonly type: 'arn-pattern'; readonly pattern: ArnPattern };

/** The request's side. */
export function readActual(operator: ConditionOperator, text: string): Operand | undefined {
  switch (operator.valueType) {
    case 'string':
      return { type: 'text', text };
    case 'number':
      return decimal(parseDecimal(text));
    case 'date':
      return decimal(parseDate(text));
    case 'boolean':
      return readBoolean(text);
    case 'binary':
      return readBinary(text);
    case 'address': {
      const range = parseAddress(text);
      return range && { type: 'addresses', range };
    }
    case 'arn': {
      const colons = arnColons(text);
      return colons && { type: 'arn', text, colons };
    }
    default:
      return operator.valueType satisfies never;
  }
}

/** The policy's side, variables already put in. */
export function readExpected(operator: ConditionOperator, pieces: readonly Piece[]): Operand | undefined {
  switch (operator.relation) {
    case 'like':
      return { type: 'pattern', pattern: patternOfPieces(pieces) };
    case 'arnLike': {
      const pattern = splitPattern(patternOfPieces(pieces));
      return pattern.length === 6 ? { type: 'arn-pattern', pattern } : undefined;
    }
    case 'inRange': {
      const range = parseRange(textOf(pieces));
      return range && { type: 'addresses', range };
    }
    default:
      return readActual(operator, textOf(pieces));
  }
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

function decimal(value: Decimal | undefined): Operand | undefined {
  return value && { type: 'decimal', decimal: value };
}

const TRUE: Operand = { type: 'boolean', value: true };
const FALSE: Operand = { type: 'boolean', value: false };

/** C34: `true` and `false`, ignoring case. */
function readBoolean(text: string): Operand | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' ? TRUE : lower === 'false' ? FALSE : undefined;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** C35: the bytes behind the base64 text, so that two spellings of the same bytes are equal. */
function readBinary(text: string): Operand | undefined {
  return BASE64.test(text) ? { type: 'text', text: atob(text) } : undefined;
}
