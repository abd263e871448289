/** Services of ARNs in capital letters. */

import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { replace } from '../../fix/change.ts';
import { atResource } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const invalidArnServiceCase = defineCheck({
  id: 'invalid-arn-service-case',
  severity: 'error',
  title: 'an ARN whose service has capital letters',
  why: 'ARNs are compared letter by letter, and services are in lower case, so it matches nothing',
  help: 'write the service in lower case',
  references: [UG('reference-arns'), VALIDATOR],
  aws: ['INVALID_ARN_SERVICE_CASE'],
  bad: badExample('identity', '/Statement/0/Resource', allow({ Resource: 'arn:aws:S3:::reports/*' })),
  good: example('identity', allow()),
  needs: TRAIT.arns,
  run: eachWithArns((view, report) => {
    for (const [index, { arn, text }] of view.resources.entries()) {
      if (!arn || arn.service === arn.service.toLowerCase() || arn.service.includes('$')) continue;
      const service = arn.service.toLowerCase();
      report({
        message: `\`${arn.service}\` has capital letters`,
        at: atResource(view, index),
        help: `write \`${service}\``,
        fix: replace(
          atResource(view, index).path,
          text.replace(`:${arn.service}:`, `:${service}:`),
          'the statement then reaches the resource; until now it named none',
        ),
      });
    }
  }),
});
