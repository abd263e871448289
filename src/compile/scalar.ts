/** Numbers and dates of condition values, brought to forms that compare exactly. */

/**
 * An exact decimal as a BigInt of units of 10^-scale, `[+-]digits[.digits]` (C32). Exponents are no decimals.
 * A text of more than 400 digits is not read: no AWS key has one, and it would only cost time.
 */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const DECIMAL = /^([+-]?)([0-9]+)(?:\.([0-9]+))?$/;

export function parseDecimal(text: string): Decimal | undefined {
  const found = text.length <= 400 ? DECIMAL.exec(text) : null;
  if (!found) return undefined;
  const [, sign, whole = '', fraction = ''] = found;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = a.units * 10n ** BigInt(scale - a.scale) - b.units * 10n ** BigInt(scale - b.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const DATE =
  /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$/i;

/**
 * The instant of a date as exact seconds since 1970 (C33): the W3C profile of ISO 8601, or epoch seconds of five digits
 * or more. A date without time is midnight UTC; four digits are a year.
 */
export function parseDate(text: string): Decimal | undefined {
  if (/^-?[0-9]{5,}(?:\.[0-9]+)?$/.test(text)) return parseDecimal(text);
  const found = DATE.exec(text);
  if (!found) return undefined;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] =
    found;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(midnight);
  // Date.UTC rolls 31 April over to May and reads the years 0 to 99 as 1900 to 1999.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day) || Number(year) < 100)
    return undefined;
  const offset = zoneSeconds(zone);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || offset === undefined) return undefined;
  const seconds = midnight / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset;
  const scale = Math.min(fraction.length, 9);
  return { units: BigInt(seconds) * 10n ** BigInt(scale) + BigInt(fraction.slice(0, scale) || '0'), scale };
}

function zoneSeconds(zone: string): number | undefined {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
