/** Reads the two sides of a condition as the operator's value type; undefined where the text is not of that type (C52). */
import { parseAddress, parseDate, parseDecimal, parseRange } from '../compile/index.ts';
import { type ConditionOperator, splitArn, splitPattern } from '../language/index.ts';
import type { Operand } from './relations.ts';
import { patternOfPieces, type Resolution, textOf } from './variables.ts';

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
      const parts = splitArn(text);
      return parts && { type: 'arn', parts };
    }
    default:
      return operator.valueType satisfies never;
  }
}

/** The policy's side, variables already put in. */
export function readExpected(
  operator: ConditionOperator,
  pieces: Extract<Resolution, { kind: 'resolved' }>['pieces'],
): Operand | undefined {
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

function decimal(value: ReturnType<typeof parseDecimal>): Operand | undefined {
  return value && { type: 'decimal', decimal: value };
}

/** C34: `true` and `false`, ignoring case. */
function readBoolean(text: string): Operand | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' || lower === 'false' ? { type: 'boolean', value: lower === 'true' } : undefined;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** C35: the bytes behind the base64 text, so that two spellings of the same bytes are equal. */
function readBinary(text: string): Operand | undefined {
  return BASE64.test(text) ? { type: 'text', text: atob(text) } : undefined;
}
