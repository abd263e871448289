/** Sessions of a role that is named itself. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const redundantSessionPrincipal = defineCheck({
  id: 'redundant-session-principal',
  severity: 'suggestion',
  types: ['trust', 'resource'],
  title: 'a session of a role that is named itself',
  why: 'the role stands for all of its sessions',
  help: 'remove the session',
  references: [UG('reference_policies_elements_principal'), VALIDATOR],
  aws: ['REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY'],
  bad: badExample(
    'trust',
    '/Statement/0/Principal/AWS/1',
    trust({ AWS: ['arn:aws:iam::111122223333:role/app', 'arn:aws:sts::111122223333:assumed-role/app/build'] }),
  ),
  good: example('trust', trust({ AWS: 'arn:aws:iam::111122223333:role/app' })),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (view.principals.length < 2) return;
    const roles = new Set(view.principals.flatMap(({ value }) => roleOf(value) ?? []));
    for (const [index, { value }] of view.principals.entries()) {
      const role = /^arn:[^:]+:sts::(\d+):assumed-role\/([^/]+)\//.exec(value);
      if (role && roles.has(`${role[1]} ${role[2]}`))
        report({ message: `\`${value}\` is a session of a role that is named`, at: atPrincipal(view, index) });
    }
  }),
});

/** Account and name; the path does not stand in sessions (P4). */
function roleOf(value: string): string | undefined {
  const found = /^arn:[^:]+:iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(value);
  return found ? `${found[1]} ${found[2]}` : undefined;
}
