/** Numbers, instants and addresses as texts that conditions read. */

/** Without an exponent, which makes it no number (C32). */
export function numberText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(6).replace(/0+$/, '');
}

/** @param seconds since 1970 */
export function dateText(seconds: number): string {
  const date = new Date(Math.floor(seconds) * 1000);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 0 || date.getUTCFullYear() > 9999)
    return numberText(seconds);
  const text = date.toISOString().slice(0, 19);
  const fraction = seconds - Math.floor(seconds);
  return fraction === 0 ? `${text}Z` : `${text}.${fraction.toFixed(3).slice(2)}Z`;
}

/** Undefined beyond the first and last address of the family. */
export function addressText(value: bigint, family: 4 | 6): string | undefined {
  const bits = family === 4 ? 32n : 128n;
  if (value < 0n || value >= 1n << bits) return undefined;
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  return Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16)).join(':');
}
