/** Ids of VPCs and endpoints that are none. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidVpcId = defineCheck({
  id: 'invalid-vpc-id',
  severity: 'error',
  title: 'a VPC or VPC endpoint id that is none',
  why: 'no request carries such an id, so the value never matches',
  help: 'write `vpc-` or `vpce-` and 8 or 17 hexadecimal digits',
  references: [UG('reference_policies_condition-keys'), VALIDATOR],
  aws: ['INVALID_VPC_FORMAT', 'INVALID_VPCE_FORMAT'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEquals/aws:SourceVpce',
    allow({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpc-0a1b2c3d' } } }),
  ),
  good: example('identity', allow({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const prefix = { 'aws:sourcevpc': 'vpc', 'aws:sourcevpce': 'vpce' }[condition.key.lower];
      if (!prefix || condition.use?.operator.valueType !== 'string') continue;
      for (const [index, { value }] of condition.entry.values.entries()) {
        if (/[*?$<{]/.test(value) || new RegExp(`^${prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`).test(value)) continue;
        const kind = prefix === 'vpc' ? 'VPC' : 'VPC endpoint';
        const looksRight = value.startsWith(`${prefix}-`);
        report({
          message: `\`${value}\` is no id of a ${kind}`,
          at: atValue(view, condition, index),
          // An invented id of documentation; one of another kind is a mistake.
          ...(looksRight ? { severity: 'warning' } : {}),
        });
      }
    }
  }),
});
