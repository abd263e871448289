/** Private addresses for aws:SourceIp. */
import { type AddressRange, contains, parseRange } from '../../../compile/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition, atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const privateSourceIp = defineCheck({
  id: 'private-source-ip',
  severity: 'error',
  title: 'aws:SourceIp with private addresses',
  why: 'the key holds the public address of the caller: a private one never matches',
  help: 'use public addresses, or `aws:VpcSourceIp` with the VPC for calls through an endpoint',
  references: [UG('reference_policies_condition-keys'), VALIDATOR],
  aws: ['PRIVATE_IP_ADDRESS', 'PRIVATE_NOT_IP_ADDRESS', 'PRIVATE_IP_ADDRESS_SUBSET', 'PRIVATE_NOT_IP_ADDRESS_SUBSET'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/IpAddress/aws:SourceIp',
    allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
  ),
  good: example('identity', allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (condition.key.lower !== 'aws:sourceip' || condition.use?.operator.valueType !== 'address') continue;
      const values = condition.entry.values.map(({ value }) => value);
      const hidden = values.filter(isPrivate);
      const [first] = hidden;
      if (first === undefined) continue;
      const all = hidden.length === values.length;
      report({
        message: all
          ? 'every address is private, and `aws:SourceIp` never is'
          : `\`${first}\` is private, and \`aws:SourceIp\` never is`,
        at: all ? atCondition(view, condition) : atValue(view, condition, values.indexOf(first)),
        ...(all ? {} : { severity: 'suggestion' }),
      });
    }
  }),
});

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'];
let ranges: readonly AddressRange[] | undefined;

function isPrivate(text: string): boolean {
  ranges ??= PRIVATE.flatMap((one) => parseRange(one) ?? []);
  const range = parseRange(text);
  return range !== undefined && ranges.some((one) => contains(one, range));
}
