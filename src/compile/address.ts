/** IP addresses and CIDR ranges as integer intervals, IPv4 and IPv6 apart (C36). */
import IPCIDR from 'ip-cidr';
import { ownText } from '../language/own-text.ts';

/** The addresses first..last of one family; a single address is a range of one. IPv4 in numbers, IPv6 in BigInts. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: number | bigint;
  readonly last: number | bigint;
}

const IPV4_MASK = /^(?:[0-9]|[12][0-9]|3[0-2])$/;
const IPV6_MASK = /^(?:[0-9]|[1-9][0-9]|1[01][0-9]|12[0-8])$/;

/** Ranges that were read. Policies by the thousand name the same few networks. */
const RANGES = new Map<string, AddressRange | undefined>();
const MOST_RANGES = 4096;

/** Reads `203.0.113.0/24`, `203.0.113.9` (one address) or their IPv6 forms; undefined for anything else. */
export function parseRange(text: string): AddressRange | undefined {
  if (RANGES.has(text)) return RANGES.get(text);
  const range = readRange(text);
  if (RANGES.size >= MOST_RANGES) RANGES.clear();
  RANGES.set(ownText(text), range);
  return range;
}

function readRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const written = slash === -1 ? text : text.slice(0, slash);
  const family = written.includes(':') ? 6 : 4;
  const mask = slash === -1 ? (family === 4 ? '32' : '128') : text.slice(slash + 1);
  const address = family === 6 ? withoutDottedEnd(written) : written;
  if (address === undefined || !(family === 4 ? IPV4_MASK : IPV6_MASK).test(mask) || !isAddress(address))
    return undefined;
  const cidr = new IPCIDR(`${address}/${mask}`);
  const [first, last] = [cidr.start<bigint>({ type: 'bigInteger' }), cidr.end<bigint>({ type: 'bigInteger' })];
  return family === 4 ? { family, first: Number(first), last: Number(last) } : { family, first, last };
}

/** Reads one address; a range is none, so that a request cannot come from a network. */
export function parseAddress(text: string): AddressRange | undefined {
  const value = ipv4Value(text);
  if (value !== undefined) return { family: 4, first: value, last: value };
  return text.includes('/') ? undefined : parseRange(text);
}

/** Four octets without leading zeros; undefined for anything else. */
function ipv4Value(text: string): number | undefined {
  if (text.length < 7 || text.length > 15) return undefined;
  let value = 0;
  let dots = 0;
  let octet = -1;
  for (let i = 0; i <= text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9 && octet !== 0) {
      octet = octet === -1 ? digit : octet * 10 + digit;
      if (octet > 255) return undefined;
    } else if (octet !== -1 && (i === text.length || text[i] === '.')) {
      value = value * 256 + octet;
      octet = -1;
      dots++;
    } else return undefined;
  }
  return dots === 4 ? value : undefined;
}

/** `::ffff:10.0.0.1` with its end in hexadecimal: ip-cidr takes the dotted form for IPv4, or throws. */
function withoutDottedEnd(text: string): string | undefined {
  if (!text.includes('.')) return text;
  const at = text.lastIndexOf(':') + 1;
  const value = ipv4Value(text.slice(at));
  if (value === undefined) return undefined;
  return `${text.slice(0, at)}${Math.floor(value / 65536).toString(16)}:${(value % 65536).toString(16)}`;
}

/** An address of one family never lies in a range of the other; IPv4-mapped IPv6 is IPv6. */
export function contains(range: AddressRange, address: AddressRange): boolean {
  return range.family === address.family && range.first <= address.first && address.last <= range.last;
}

// ip-cidr also takes zone ids (`fe80::1%eth0`), which no policy can hold.
function isAddress(text: string): boolean {
  return !text.includes('%') && IPCIDR.isValidAddress(text);
}
