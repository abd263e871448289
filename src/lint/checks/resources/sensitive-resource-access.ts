/** Access to what the organization calls sensitive. */

import { coversArn } from '../../../language/index.ts';
import { GRANTING } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { withRules } from '../../lint-config.ts';
import { atResource } from '../../places.ts';
import { UG } from '../../references.ts';

const SENSITIVE = withRules({ sensitiveResources: ['arn:aws:s3:::payroll/*'] });

export const sensitiveResourceAccess = defineCheck({
  id: 'sensitive-resource-access',
  severity: 'security',
  types: GRANTING,
  title: 'an Allow that reaches a resource that the organization calls sensitive',
  why: 'the configuration names the resource under `lint.organization.sensitiveResources`',
  help: 'leave it out, or accept the finding with a reason',
  references: [UG('best-practices')],
  bad: {
    ...badExample('identity', '/Statement/0/Resource', allow({ Resource: 'arn:aws:s3:::payroll/*' })),
    config: SENSITIVE,
  },
  good: { ...example('identity', allow()), config: SENSITIVE },
  applies: ({ sensitiveResources }) => sensitiveResources.length > 0,
  run: eachStatement((view, report, { know }) => {
    if (!view.allows || view.notResource) return;
    for (const [index, { text }] of view.resources.entries()) {
      const found = know.rules.sensitiveResources.find((one) => coversArn(one, text) || coversArn(text, one));
      if (found)
        report({ message: `\`${text}\` reaches the sensitive resource \`${found}\``, at: atResource(view, index) });
    }
  }),
});
