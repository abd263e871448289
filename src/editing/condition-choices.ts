/** Conditions that are worth asking about for some actions, with values that the environment knows. */
import type { EditingContext } from './completion.ts';
import type { ConditionChoice } from './draft-policy.ts';

export function conditionChoices(
  { catalog, environment, type }: EditingContext,
  actions: readonly string[],
): readonly ConditionChoice[] {
  const accounts = environment?.accounts ?? [];
  const regions = [...new Set(accounts.flatMap(({ resources }) => resources.flatMap(({ region }) => region ?? [])))];
  const tags = [
    ...new Set(accounts.flatMap(({ users, roles }) => [...users, ...roles].flatMap((one) => Object.keys(one.tags)))),
  ];
  // Only where every action has the key: elsewhere the condition would never hold.
  const isCarried = actions.every((action) =>
    catalog.keysOfAction(action).some(({ name }) => name === 'aws:ResourceTag/${TagKey}'),
  );
  const organization = environment?.organization?.id;
  return [
    { label: 'only with MFA', operator: 'Bool', key: 'aws:MultiFactorAuthPresent', value: 'true' },
    { label: 'only over TLS', operator: 'Bool', key: 'aws:SecureTransport', value: 'true' },
    ...regions.map((value) => ({
      label: `only in ${value}`,
      operator: 'StringEquals',
      key: 'aws:RequestedRegion',
      value,
    })),
    ...(type === 'identity' || organization === undefined
      ? []
      : [
          {
            label: `only from the organization ${organization}`,
            operator: 'StringEquals',
            key: 'aws:PrincipalOrgID',
            value: organization,
          },
        ]),
    ...accounts.flatMap(({ vpcEndpoints }) =>
      vpcEndpoints.map(({ id }) => ({
        label: `only through ${id}`,
        operator: 'StringEquals',
        key: 'aws:SourceVpce',
        value: id,
      })),
    ),
    ...(actions.length > 0 && isCarried
      ? tags.map((tag) => ({
          label: `only on resources with the caller's own tag ${tag}`,
          operator: 'StringEquals',
          key: `aws:ResourceTag/${tag}`,
          value: `\${aws:PrincipalTag/${tag}}`,
        }))
      : []),
  ];
}
