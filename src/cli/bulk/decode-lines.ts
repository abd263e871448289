/** Bytes to lines of text; a line that is not UTF-8 spoils no other. */

export interface DecodedLine {
  readonly text: string;
  /** What is no UTF-8 reads as U+FFFD in the text. */
  readonly isUtf8: boolean;
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });

export function decodeLines(bytes: Uint8Array): readonly DecodedLine[] {
  const whole = decode(bytes);
  if (whole.isUtf8) return whole.text.split('\n').map((text) => ({ text, isUtf8: true }));
  const lines: DecodedLine[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    lines.push(decode(bytes.subarray(start, end)));
    start = end + 1;
  }
  return lines;
}

function decode(bytes: Uint8Array): DecodedLine {
  try {
    return { text: STRICT.decode(bytes), isUtf8: true };
  } catch {
    return { text: LENIENT.decode(bytes), isUtf8: false };
  }
}
