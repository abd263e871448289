/** RCPs that deny without a condition. */
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atElement } from '../../places.ts';
import { ORGANIZATIONS } from '../../references.ts';

export const rcpBlanketDeny = defineCheck({
  id: 'rcp-blanket-deny',
  severity: 'warning',
  types: ['rcp'],
  title: 'a resource control policy that denies without a condition',
  why: 'it denies everybody, the administrators of the account and the services of AWS included; nobody can do it any more',
  help: 'say in a condition who is meant',
  references: [ORGANIZATIONS('orgs_manage_policies_rcps_examples')],
  bad: badExample('rcp', '/Statement/0/Effect', deny({ Principal: '*', Action: 's3:*', Resource: '*' })),
  good: example(
    'rcp',
    deny({ Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  ),
  run: eachStatement((view, report) => {
    // RCPFullAWSAccess allows.
    if (view.allows || view.conditions.length > 0) return;
    report({ message: 'everybody is denied', at: atElement(view, 'Effect') });
  }),
});
