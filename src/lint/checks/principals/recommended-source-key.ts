/** Old keys for whom a service acts. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { narrowsSource } from '../../source-keys.ts';
import { conditionOn } from '../../statement-view.ts';

export const recommendedSourceKey = defineCheck({
  id: 'recommended-source-key',
  severity: 'suggestion',
  types: ['resource'],
  title: 'an older key where aws:SourceArn or aws:SourceAccount says more',
  why: 'few services still send the key',
  help: 'use `aws:SourceArn` or `aws:SourceAccount`',
  references: [UG('confused-deputy'), VALIDATOR],
  aws: ['RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'],
  bad: badExample(
    'resource',
    '/Statement/0/Condition/StringEquals/aws:SourceOwner',
    allow({
      Action: 's3:PutObject',
      Principal: { Service: 'ses.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceOwner': '111122223333' } },
    }),
  ),
  good: example(
    'resource',
    allow({
      Action: 's3:PutObject',
      Principal: { Service: 'ses.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    }),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (!view.allows || narrowsSource(view) || !view.principals.some(({ kind }) => kind === 'Service')) return;
    const condition = conditionOn(view, 'aws:sourceowner', 'aws:referer');
    if (condition)
      report({
        message: `\`${condition.key.text}\` says little about whom the service acts for`,
        at: atCondition(view, condition),
      });
  }),
});
