/** Deny with NotAction and no condition. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atActions } from '../../places.ts';
import { UG } from '../../references.ts';

export const denyNotActionReview = defineCheck({
  id: 'deny-not-action-review',
  severity: 'suggestion',
  types: ['identity', 'resource', 'boundary', 'session'],
  title: 'a Deny of everything but some actions',
  why: 'it denies every action that is not listed, also in services that nobody thought of: no Allow can then give it',
  help: 'check that nothing is missing from the list; in a permissions boundary an Allow of the list does the same',
  references: [UG('reference_policies_elements_notaction')],
  bad: badExample('identity', '/Statement/0/NotAction', deny({ Action: undefined, NotAction: 's3:*', Resource: '*' })),
  good: example(
    'identity',
    deny({
      Action: undefined,
      NotAction: 'iam:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  ),
  needs: TRAIT.notAction,
  run: eachStatement((view, report) => {
    // With a condition it is the usual guard: everything but this, unless.
    if (view.allows || !view.notAction || view.conditions.length > 0) return;
    report({ message: 'everything but the listed actions is denied', at: atActions(view) });
  }),
});
