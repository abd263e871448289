/** Conditions on MFA that do not ask for it. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { MFA_PRESENT } from '../../key-presence.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';
import type { ConditionView, StatementView } from '../../statement-view.ts';

export const mfaAntipattern = defineCheck({
  id: 'mfa-antipattern',
  severity: 'security',
  title: 'a condition on MFA that lets through whoever has none',
  why: 'long-term access keys have no `aws:MultiFactorAuthPresent` at all, neither true nor false',
  help: 'in an Allow write `"Bool": {"aws:MultiFactorAuthPresent": "true"}`, in a Deny `"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}`',
  references: [UG('id_credentials_mfa_configure-api-require')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/Bool/aws:MultiFactorAuthPresent',
    deny({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }),
  ),
  good: example('identity', deny({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (condition.key.lower !== MFA_PRESENT) continue;
      const message = view.allows ? inAllow(condition) : inDeny(condition, view);
      if (message) report({ message, at: atCondition(view, condition) });
    }
  }),
});

function inAllow({ use, entry }: ConditionView): string | undefined {
  if (!use) return undefined;
  const wanted = entry.values.map(({ value }) => value.toLowerCase());
  if (use.operator.relation === 'isAbsent') {
    return wanted.includes('false') ? 'that the key is there does not say that MFA was used' : undefined;
  }
  if (wanted.includes('false')) return 'the statement allows whoever did not use MFA';
  return use.ifExists ? 'whoever has a long-term access key is allowed without MFA' : undefined;
}

function inDeny({ use, entry }: ConditionView, view: StatementView): string | undefined {
  if (use?.operator.valueType !== 'boolean' || use.ifExists) return undefined;
  const wanted = entry.values.map(({ value }) => value.toLowerCase());
  // Together with a test for absence another statement, or none, tells the rest.
  const isLoose = use.operator.name === 'Bool' && wanted.includes('false');
  return isLoose && view.conditions.length === 1 ? 'whoever has a long-term access key is not denied' : undefined;
}
