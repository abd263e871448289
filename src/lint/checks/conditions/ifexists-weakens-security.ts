/** IfExists on a key that protects, in an Allow. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { isProtective } from '../../key-presence.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';
import { narrows } from '../../statement-view.ts';

export const ifexistsWeakensSecurity = defineCheck({
  id: 'ifexists-weakens-security',
  severity: 'security',
  title: 'IfExists in an Allow, on a key that keeps others out',
  why: 'where the key is absent the condition holds, so whoever comes without it is let in',
  help: 'leave IfExists out',
  references: [UG('reference_policies_elements_condition_operators')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/IpAddressIfExists/aws:SourceIp',
    allow({ Condition: { IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } } }),
  ),
  good: example('identity', allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    if (!view.allows) return;
    for (const condition of view.conditions) {
      const { use, key } = condition;
      if (!use?.ifExists || use.operator.negated || !isProtective(key.lower)) continue;
      if (view.conditions.some((one) => one !== condition && isProtective(one.key.lower) && narrows(one))) continue;
      report({ message: `whoever comes without \`${key.text}\` is let in`, at: atCondition(view, condition) });
    }
  }),
});
