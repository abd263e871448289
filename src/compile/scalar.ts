/** Numbers and dates of condition values, brought to forms that compare exactly. */

/**
 * An exact decimal (C32). Up to 15 significant digits a double tells any two apart and orders them; beyond that `exact`
 * holds the digits. A text of more than 400 digits is not read: no AWS key has one, and it would only cost time.
 */
export interface Decimal {
  readonly value: number;
  /** `units` x 10^-`scale`. */
  readonly exact?: { readonly units: bigint; readonly scale: number };
}

const DECIMAL = /^([+-]?)([0-9]+)(?:\.([0-9]+))?$/;
const DIGITS_OF_A_DOUBLE = 15;

/** Reads `[+-]digits[.digits]`; an exponent makes it no decimal. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > 400 || !DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return isExact(text, value) ? { value } : { value, exact: exactly(text) };
}

/** Such a double also prints as the digits it was read from, without an exponent. */
function isExact(text: string, value: number): boolean {
  return text.length <= DIGITS_OF_A_DOUBLE && (value === 0 || Math.abs(value) >= 1e-6);
}

function exactly(text: string): NonNullable<Decimal['exact']> {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (!a.exact && !b.exact) return a.value - b.value;
  const [x, y] = [a.exact ?? exactly(String(a.value)), b.exact ?? exactly(String(b.value))];
  const scale = Math.max(x.scale, y.scale);
  const difference = x.units * 10n ** BigInt(scale - x.scale) - y.units * 10n ** BigInt(scale - y.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const DATE =
  /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$/;

/** The last date read: requests of one moment carry the same aws:CurrentTime. */
let lastDate: { readonly text: string; readonly date: Decimal | undefined } | undefined;

/** Reads a date; the one read last costs nothing. */
export function parseDate(text: string): Decimal | undefined {
  if (lastDate?.text !== text) lastDate = { text, date: readDate(text) };
  return lastDate.date;
}

/**
 * The instant of a date as seconds since 1970 (C33): the W3C profile of ISO 8601 with at most nine fraction digits, or epoch
 * seconds of five digits or more. A date without time is midnight UTC; four digits are a year.
 */
function readDate(text: string): Decimal | undefined {
  const found = DATE.exec(text);
  if (!found) return /^[0-9]{5,}$/.test(text) ? parseDecimal(text) : undefined;
  const [, year = '', month = '01', day = '01', hour = '0', minute = '0', second = '0', fraction, zone = 'Z'] = found;
  // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
  const midnight = new Date(0);
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  // 31 April rolls over to May.
  if (midnight.getUTCMonth() !== Number(month) - 1 || midnight.getUTCDate() !== Number(day)) return undefined;
  const offset = zoneSeconds(zone);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || offset === undefined) return undefined;
  const seconds = midnight.getTime() / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset;
  if (fraction === undefined) return { value: seconds };
  const units = BigInt(seconds) * 10n ** BigInt(fraction.length) + BigInt(fraction);
  return { value: seconds, exact: { units, scale: fraction.length } };
}

function zoneSeconds(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
