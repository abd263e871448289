/** Unique ids in place of ARNs. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const roleOrUserIdPrincipal = defineCheck({
  id: 'role-or-user-id-principal',
  severity: 'warning',
  title: 'the unique id of a user or role as a principal',
  why: 'AWS shows the id where the user or role is gone: nobody has it any more, a new one of the same name neither',
  help: 'write the ARN, or remove the principal',
  references: [UG('reference_identifiers'), VALIDATOR],
  aws: ['INVALID_ROLE_REFERENCE', 'INVALID_USER_REFERENCE'],
  bad: badExample('trust', '/Statement/0/Principal/AWS', trust({ AWS: 'AROAJQABLZS4A3QDU576Q' })),
  good: example('trust', trust({ AWS: 'arn:aws:iam::111122223333:role/app' })),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    for (const [index, { kind, value }] of view.principals.entries()) {
      if (kind !== 'AWS' || !/^A(?:IDA|ROA)[A-Z0-9]{5,}$/.test(value)) continue;
      const what = value.startsWith('AIDA') ? 'a user' : 'a role';
      report({ message: `\`${value}\` is the id of ${what}`, at: atPrincipal(view, index) });
    }
  }),
});
