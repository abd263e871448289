/** Services that may act for anybody. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { narrowsSource } from '../../source-keys.ts';
import { conditionOn, type StatementView } from '../../statement-view.ts';

export const restrictServicePrincipal = defineCheck({
  id: 'restrict-service-principal',
  severity: 'security',
  types: ['resource'],
  title: 'a service that is let in whoever it acts for',
  why: 'the service also works for other accounts, who can point it at your resource (the confused deputy)',
  help: 'add a condition on `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`',
  references: [UG('confused-deputy'), VALIDATOR],
  aws: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
  bad: badExample(
    'resource',
    '/Statement/0/Principal/Service',
    allow({ Action: 's3:PutObject', Principal: { Service: 'logging.s3.amazonaws.com' } }),
  ),
  good: example(
    'resource',
    allow({
      Action: 's3:PutObject',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    }),
  ),
  options: { allowed: { default: [], what: 'service principals that may act for anybody' } },
  needs: TRAIT.principals,
  run: eachStatement((view, report, { option }) => {
    if (!view.allows || view.notPrincipal || narrowsSource(view) || hasWeakerKey(view)) return;
    const allowed = option('restrict-service-principal', 'allowed');
    for (const [index, { kind, value }] of view.principals.entries()) {
      if (kind !== 'Service' || (Array.isArray(allowed) && allowed.includes(value))) continue;
      report({ message: `\`${value}\` is let in whoever it acts for`, at: atPrincipal(view, index) });
    }
  }),
});

/** That is told by recommended-source-key. */
function hasWeakerKey(view: StatementView): boolean {
  return conditionOn(view, 'aws:sourceowner', 'aws:referer') !== undefined;
}
