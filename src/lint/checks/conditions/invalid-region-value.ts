/** Regions that do not exist. */
import { isRegion, looksLikeRegion, nearestRegion } from '../../../catalog/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidRegionValue = defineCheck({
  id: 'invalid-region-value',
  severity: 'error',
  title: 'a region that does not exist',
  why: 'no request is for such a region, so the value never matches',
  help: 'write a region such as `eu-west-1`',
  references: [UG('reference_policies_condition-keys'), VALIDATOR],
  aws: ['INVALID_REGION'],
  bad: badExample(
    'scp',
    '/Statement/0/Condition/StringNotEquals/aws:RequestedRegion/1',
    deny({ Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-wset-2'] } } }),
  ),
  good: example(
    'scp',
    deny({ Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-west-2'] } } }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (!REGION_KEYS.test(condition.key.lower) || condition.use?.operator.valueType !== 'string') continue;
      for (const [index, { value }] of condition.entry.values.entries()) {
        if (isRegion(value) || /[*?$<{]/.test(value)) continue;
        const near = nearestRegion(value);
        report({
          message: `there is no region \`${value}\``,
          at: atValue(view, condition, index),
          help: near && `did you mean \`${near}\`?`,
          ...(looksLikeRegion(value) ? { severity: 'warning' } : {}),
        });
      }
    }
  }),
});

const REGION_KEYS = /^(?:aws:requestedregion|ec2:region)$/;
