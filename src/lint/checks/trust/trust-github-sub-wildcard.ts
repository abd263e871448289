/** GitHub subjects that leave the owner open. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { GITHUB } from '../../trust-view.ts';

export const trustGithubSubWildcard = defineCheck({
  id: 'trust-github-sub-wildcard',
  severity: 'warning',
  types: ['trust'],
  title: "a condition on GitHub's subject that leaves the owner or the repository open",
  why: 'a wildcard before or in the name of the owner lets in the repositories of strangers',
  help: 'write the owner and the repository out: `repo:owner/name:*`',
  references: ['https://docs.github.com/en/actions/concepts/security/openid-connect'],
  bad: badExample(
    'trust',
    '/Statement/0/Condition/StringLike/token.actions.githubusercontent.com:sub',
    trust(
      { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:example*' } },
      },
    ),
  ),
  good: example(
    'trust',
    trust(
      { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:example/deploy:*' } },
      },
    ),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (!view.allows) return;
    for (const condition of view.conditions) {
      if (condition.key.lower !== `${GITHUB}:sub` || condition.use?.operator.relation !== 'like') continue;
      for (const [index, { value }] of condition.entry.values.entries()) {
        // An organization may mean all of its repositories.
        if (/^repo:[^*?/]+\/./.test(value) || /^(?:repository_owner|enterprise):[^*?]+/.test(value)) continue;
        report({ message: `\`${value}\` leaves open whose repository it is`, at: atValue(view, condition, index) });
      }
    }
  }),
});
