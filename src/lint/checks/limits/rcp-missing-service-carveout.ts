/** RCPs that keep AWS's own services out. */
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { ORGANIZATIONS } from '../../references.ts';
import { conditionOn } from '../../statement-view.ts';

export const rcpMissingServiceCarveout = defineCheck({
  id: 'rcp-missing-service-carveout',
  severity: 'warning',
  types: ['rcp'],
  title: "a perimeter of the organization that keeps AWS's own services out",
  why: 'services that call for themselves belong to no organization: they are denied as strangers are',
  help: '"add `\\"BoolIfExists\\": {\\"aws:PrincipalIsAWSService\\": \\"false\\"}`"',
  references: [ORGANIZATIONS('orgs_manage_policies_rcps_examples')],
  bad: badExample(
    'rcp',
    '/Statement/0/Condition/StringNotEqualsIfExists/aws:PrincipalOrgID',
    deny({
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    }),
  ),
  good: example(
    'rcp',
    deny({
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
  ),
  run: eachStatement((view, report) => {
    if (view.allows || conditionOn(view, 'aws:principalisawsservice')) return;
    const perimeter = view.conditions.find(({ key, use }) => PERIMETER.test(key.lower) && use?.operator.negated);
    if (perimeter) report({ message: "AWS's own services are denied as well", at: atCondition(view, perimeter) });
  }),
});

const PERIMETER = /^aws:principal(?:orgid|orgpaths|account)$/;
