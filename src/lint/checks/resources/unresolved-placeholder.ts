/** Placeholders that nobody filled in. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachWithArns, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atResource } from '../../places.ts';
import { UG } from '../../references.ts';

export const unresolvedPlaceholder = defineCheck({
  id: 'unresolved-placeholder',
  severity: 'warning',
  title: 'a placeholder of a template that was not filled in',
  why: 'AWS reads it as the text it is, and no resource is called so',
  help: 'fill it in; a template is looked at after it was rendered',
  references: [UG('reference_policies_elements_resource')],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs' }),
  ),
  good: example('identity', allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:111122223333:jobs' })),
  needs: TRAIT.arns,
  run: eachWithArns((view, report) => {
    for (const [index, { text }] of view.resources.entries()) {
      const found = /\$\{AWS::\w+\}|<[\w -]+>|\{\{[^}]*\}\}|\$\{(?:var|local|data|module)\.[^}]*\}/.exec(text)?.[0];
      if (found) report({ message: `\`${found}\` was not filled in`, at: atResource(view, index) });
    }
  }),
});
