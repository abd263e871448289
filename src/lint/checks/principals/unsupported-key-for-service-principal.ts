/** Keys that services never send, in an Allow to services alone. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { isOfPrincipals } from '../../source-keys.ts';
import { narrows } from '../../statement-view.ts';

export const unsupportedKeyForServicePrincipal = defineCheck({
  id: 'unsupported-key-for-service-principal',
  severity: 'error',
  types: ['resource', 'trust'],
  title: 'a condition that no service can meet',
  why: 'requests of service principals have no keys of users and roles: the statement lets nobody in',
  help: 'use `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`',
  references: [UG('reference_policies_condition-keys'), VALIDATOR],
  aws: ['UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'],
  bad: badExample(
    'resource',
    '/Statement/0/Condition/StringEquals/aws:PrincipalOrgID',
    allow({
      Action: 's3:PutObject',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:SourceAccount': '111122223333' } },
    }),
  ),
  good: example(
    'resource',
    allow({
      Action: 's3:PutObject',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } },
    }),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (!view.allows || view.notPrincipal || view.principals.length === 0) return;
    if (!view.principals.every(({ kind }) => kind === 'Service')) return;
    for (const condition of view.conditions) {
      if (!isOfPrincipals(condition.key.lower) || !narrows(condition)) continue;
      report({ message: `requests of services have no \`${condition.key.text}\``, at: atCondition(view, condition) });
    }
  }),
});
