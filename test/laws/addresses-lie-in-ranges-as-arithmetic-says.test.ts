/** Law: an address lies in a range exactly when their leading bits are equal, by a second calculation on BigInts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contains, parseAddress, parseRange } from '../../src/compile/index.ts';

const ipv4 = fc.array(fc.nat(255), { minLength: 4, maxLength: 4 });
const ipv6 = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });

function number(groups: readonly number[], bits: bigint): bigint {
  return groups.reduce((value, group) => (value << bits) | BigInt(group), 0n);
}

function expectInRange(address: string, range: string, expected: boolean): void {
  const [a, r] = [parseAddress(address), parseRange(range)];
  expect(a && r && contains(r, a)).toBe(expected);
}

it('IPv4', () => {
  fc.assert(
    fc.property(ipv4, ipv4, fc.nat(32), fc.boolean(), (a, b, mask, near) => {
      const address = near ? [...b.slice(0, 3), a[3] ?? 0] : a;
      const shift = BigInt(32 - mask);
      const expected = number(address, 8n) >> shift === number(b, 8n) >> shift;
      expectInRange(address.join('.'), `${b.join('.')}/${mask}`, expected);
    }),
    { numRuns: 3000 },
  );
});

it('IPv6, in either spelling', () => {
  const hex = (groups: readonly number[]) => groups.map((group) => group.toString(16)).join(':');
  const dotted = (groups: readonly number[]) =>
    `${hex(groups.slice(0, 6))}:${groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.')}`;
  fc.assert(
    fc.property(ipv6, ipv6, fc.nat(128), fc.boolean(), (a, b, mask, near) => {
      const address = near ? [...b.slice(0, 7), a[7] ?? 0] : a;
      const shift = BigInt(128 - mask);
      const expected = number(address, 16n) >> shift === number(b, 16n) >> shift;
      expectInRange(hex(address).toUpperCase(), `${hex(b)}/${mask}`, expected);
      expectInRange(dotted(address), `${dotted(b)}/${mask}`, expected);
    }),
    { numRuns: 2000 },
  );
});
