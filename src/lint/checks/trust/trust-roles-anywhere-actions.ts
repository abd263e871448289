/** Roles Anywhere without the actions that it needs. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atActions } from '../../places.ts';
import { VALIDATOR } from '../../references.ts';
import { speaksOf } from '../../statement-view.ts';

export const trustRolesAnywhereActions = defineCheck({
  id: 'trust-roles-anywhere-actions',
  severity: 'error',
  types: ['trust'],
  title: 'trust in IAM Roles Anywhere without all the actions that it needs',
  why: 'the service passes a source identity and tags with every session: without these actions it cannot take on the role',
  help: 'allow `sts:AssumeRole`, `sts:SetSourceIdentity` and `sts:TagSession`',
  references: ['https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html', VALIDATOR],
  aws: ['MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY'],
  bad: badExample(
    'trust',
    '/Statement/0/Action',
    trust(
      { Service: 'rolesanywhere.amazonaws.com' },
      { Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/a' } } },
    ),
  ),
  good: example(
    'trust',
    trust(
      { Service: 'rolesanywhere.amazonaws.com' },
      {
        Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/a' } },
      },
    ),
  ),
  needs: TRAIT.principals,
  run: ({ statements }, report) => {
    const named = statements.filter((view) => view.allows && view.principals.some(({ value }) => value === SERVICE));
    const [first] = named;
    if (!first) return;
    const missing = NEEDED.filter((action) => !named.some((view) => speaksOf(view, action)));
    if (missing.length === 0) return;
    report({
      message: `${missing.map((action) => `\`${action}\``).join(' and ')} missing for IAM Roles Anywhere`,
      at: atActions(first),
    });
  },
});

const SERVICE = 'rolesanywhere.amazonaws.com';
const NEEDED = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];
