/** Condition keys that their service does not have. */

import { isRetiredService } from '../../../catalog/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { keyTypoFix } from '../../fix/key-typo-fix.ts';
import { atCondition } from '../../places.ts';
import { SERVICE_REFERENCE, VALIDATOR } from '../../references.ts';

export const unknownServiceKey = defineCheck({
  id: 'unknown-service-key',
  severity: 'error',
  title: 'a condition key that the service does not have',
  why: 'no request has such a key: the condition never holds, or always',
  help: 'use a key that the Service Authorization Reference lists for the service',
  references: [SERVICE_REFERENCE, VALIDATOR],
  aws: ['INVALID_SERVICE_CONDITION_KEY', 'INVALID_SERVICE'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/StringEquals/s3:prefx',
    allow({
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::reports',
      Condition: { StringEquals: { 's3:prefx': '2026/' } },
    }),
  ),
  good: example(
    'identity',
    allow({
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::reports',
      Condition: { StringEquals: { 's3:prefix': '2026/' } },
    }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report, { know }) => {
    for (const condition of view.conditions) {
      const { prefix, known, text } = condition.key;
      if (known || prefix === '' || prefix === 'aws' || OTHERS.test(prefix)) continue;
      const near = know.catalog.suggestConditionKey(text);
      const isService = know.catalog.service(prefix) !== undefined || isRetiredService(prefix);
      report({
        message: isService
          ? `\`${prefix}\` has no condition key \`${text}\``
          : `there is no service \`${prefix}\` whose key \`${text}\` could be`,
        at: atCondition(view, condition),
        help: near && `did you mean \`${near}\`?`,
        fix: keyTypoFix(view, condition, near, know.catalog.service(prefix)?.conditionKeys ?? []),
        // Lists of keys have gaps that lists of actions have not.
        ...(near || !isService ? {} : { severity: 'warning' }),
      });
    }
  }),
});

/** Identity providers have keys of their own making, and those of SAML are not all published. */
const OTHERS = /[./]|^(?:saml|kubernetes|identitystore)$/;
