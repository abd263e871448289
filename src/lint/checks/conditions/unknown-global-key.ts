/** Global condition keys that AWS does not have. */

import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { keyTypoFix } from '../../fix/key-typo-fix.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { isReplaced } from '../../replaced-keys.ts';

export const unknownGlobalKey = defineCheck({
  id: 'unknown-global-key',
  severity: 'error',
  title: 'a global condition key that does not exist',
  why: 'no request has such a key: the condition never holds, or always',
  help: 'use a key of the IAM User Guide; `iamproof catalog key` knows them',
  references: [UG('reference_policies_condition-keys'), VALIDATOR],
  aws: ['INVALID_GLOBAL_CONDITION_KEY'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/IpAddress/aws:SoureIp',
    allow({ Condition: { IpAddress: { 'aws:SoureIp': '203.0.113.0/24' } } }),
  ),
  good: example('identity', allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report, { know }) => {
    for (const condition of view.conditions) {
      const { lower, known, text, prefix } = condition.key;
      // A tag key without its tag is missing-tag-key, an old one deprecated-key.
      if (prefix !== 'aws' || known || isReplaced(lower) || /^aws:(?:resource|request|principal)tag\/?$/.test(lower))
        continue;
      const near = know.catalog.suggestConditionKey(text);
      report({
        message: `there is no global condition key \`${text}\``,
        at: atCondition(view, condition),
        help: near && `did you mean \`${near}\`?`,
        fix: keyTypoFix(view, condition, near, know.catalog.globalKeys()),
      });
    }
  }),
});
