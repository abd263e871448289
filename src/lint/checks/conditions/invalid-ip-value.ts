/** Address operators with something else than an address range. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { unreadableValues } from '../../condition-values.ts';
import { allow } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidIpValue = defineCheck({
  id: 'invalid-ip-value',
  severity: 'warning',
  title: 'an IpAddress operator with a value that is no address range',
  why: 'the value matches no address',
  help: 'write a range such as `203.0.113.0/24`, or one address',
  references: [UG('reference_policies_elements_condition_operators'), VALIDATOR],
  aws: ['TYPE_MISMATCH_IP_RANGE'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/IpAddress/aws:SourceIp',
    allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/33' } } }),
  ),
  good: example('identity', allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      for (const index of unreadableValues(condition, 'address')) {
        report({
          message: `\`${condition.entry.values[index]?.value}\` is no address range`,
          at: atValue(view, condition, index),
        });
      }
    }
  }),
});
