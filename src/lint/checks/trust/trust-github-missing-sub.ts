/** GitHub's tokens without a condition on the repository. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { VALIDATOR } from '../../references.ts';
import { narrows } from '../../statement-view.ts';
import { allowsTokens, GITHUB, oidcProvider } from '../../trust-view.ts';

export const trustGithubMissingSub = defineCheck({
  id: 'trust-github-missing-sub',
  severity: 'security',
  types: ['trust'],
  title: "trust in GitHub's tokens without a condition on the repository",
  why: 'every repository on GitHub can get such a token: without a condition on `sub` any of them opens the role',
  help: 'add `"StringLike": {"token.actions.githubusercontent.com:sub": "repo:owner/name:*"}`',
  references: ['https://docs.github.com/en/actions/concepts/security/openid-connect', VALIDATOR],
  aws: ['MISSING_GITHUB_REPO_CONDITION_KEY'],
  bad: badExample(
    'trust',
    '/Statement/0/Principal/Federated',
    trust(
      { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
      },
    ),
  ),
  good: example(
    'trust',
    trust(
      { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': 'repo:example/deploy:ref:refs/heads/main',
          },
        },
      },
    ),
  ),
  needs: TRAIT.principals,
  run: eachStatement((view, report) => {
    if (!allowsTokens(view)) return;
    const index = view.principals.findIndex((entry) => oidcProvider(entry) === GITHUB);
    const tells = /:(?:sub|job_workflow_ref|repository(?:_id|_owner|_owner_id)?)$/;
    if (
      index === -1 ||
      view.conditions.some((one) => one.key.lower.startsWith(`${GITHUB}:`) && tells.test(one.key.lower) && narrows(one))
    )
      return;
    report({ message: 'a workflow of any repository on GitHub can take on the role', at: atPrincipal(view, index) });
  }),
});
