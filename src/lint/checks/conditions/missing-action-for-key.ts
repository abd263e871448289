/** Conditions on what another action passes. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { narrows, speaksOf } from '../../statement-view.ts';

export const missingActionForKey = defineCheck({
  id: 'missing-action-for-key',
  severity: 'error',
  types: ['trust'],
  title: 'a condition on what only another action can pass',
  why: 'tags and source identities are passed with actions of their own; where these are not allowed, nobody can pass what the condition asks for',
  help: 'add the action to the statement',
  references: [UG('id_session-tags'), UG('id_credentials_temp_control-access_monitor'), VALIDATOR],
  aws: ['MISSING_ACTION_FOR_CONDITION_KEY'],
  bad: badExample(
    'trust',
    '/Statement/0/Condition/StringEquals/aws:RequestTag~1team',
    trust({ AWS: '111122223333' }, { Condition: { StringEquals: { 'aws:RequestTag/team': 'a' } } }),
  ),
  good: example(
    'trust',
    trust(
      { AWS: '111122223333' },
      { Action: ['sts:AssumeRole', 'sts:TagSession'], Condition: { StringEquals: { 'aws:RequestTag/team': 'a' } } },
    ),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    if (!view.allows) return;
    for (const condition of view.conditions) {
      const needed = NEEDED.find(({ key }) => condition.key.lower.startsWith(key))?.action;
      if (!needed || !narrows(condition) || speaksOf(view, needed)) continue;
      const message = `\`${condition.key.text}\` can only be passed with \`${needed}\`, which the statement does not allow`;
      report({ message, at: atCondition(view, condition), help: `add \`${needed}\`` });
    }
  }),
});

const NEEDED = [
  { key: 'aws:requesttag/', action: 'sts:TagSession' },
  { key: 'sts:transitivetagkeys', action: 'sts:TagSession' },
  { key: 'sts:sourceidentity', action: 'sts:SetSourceIdentity' },
];
