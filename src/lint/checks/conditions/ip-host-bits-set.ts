/** Address ranges that do not begin where they say. */

import { parseRange } from '../../../compile/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { type Fix, replace } from '../../fix/change.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const ipHostBitsSet = defineCheck({
  id: 'ip-host-bits-set',
  severity: 'suggestion',
  title: 'an address range with bits behind its mask',
  why: 'the bits are ignored: the range is another one than it seems',
  help: 'write the first address of the range',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['IMPROVE_IP_RANGE'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/IpAddress/aws:SourceIp',
    allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.7/24' } } }),
  ),
  good: example('identity', allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (condition.use?.operator.valueType !== 'address') continue;
      for (const [index, { value }] of condition.entry.values.entries()) {
        const range = parseRange(value);
        const start = parseRange(value.slice(0, value.indexOf('/')));
        if (!range || !start || !value.includes('/') || range.first === start.first) continue;
        report({
          message: `\`${value}\` begins before \`${value.slice(0, value.indexOf('/'))}\``,
          at: atValue(view, condition, index),
          fix: networkFix(atValue(view, condition, index).path, value, Number(range.first)),
        });
      }
    }
  }),
});

/** The address that the range begins at; IPv4 only, as IPv6 has many spellings. */
function networkFix(path: string, value: string, first: number): Fix | undefined {
  const [address, length] = value.split('/');
  if (address === undefined || address.includes(':')) return undefined;
  const parts = [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(first / unit) % 256);
  return replace(path, `${parts.join('.')}/${length}`);
}
