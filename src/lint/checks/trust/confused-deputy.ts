/** Services that may take on a role whoever they act for. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG } from '../../references.ts';
import { narrowsSource } from '../../source-keys.ts';

export const confusedDeputy = defineCheck({
  id: 'confused-deputy',
  severity: 'security',
  types: ['trust'],
  title: 'trust in a service that acts for others, without saying for whom',
  why: 'the service also works for other accounts, who can make it use your role (the confused deputy)',
  help: 'add a condition on `aws:SourceAccount` or `aws:SourceArn`',
  references: [UG('confused-deputy')],
  bad: badExample('trust', '/Statement/0/Principal/Service', trust({ Service: 'cloudtrail.amazonaws.com' })),
  good: example(
    'trust',
    trust(
      { Service: 'cloudtrail.amazonaws.com' },
      { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } },
    ),
  ),
  options: { allowed: { default: [], what: 'service principals that may be trusted without a condition' } },
  needs: TRAIT.principals,
  run: eachStatement((view, report, { option }) => {
    if (!view.allows || view.notPrincipal || narrowsSource(view)) return;
    const allowed = option('confused-deputy', 'allowed');
    for (const [index, { kind, value }] of view.principals.entries()) {
      if (kind !== 'Service' || !acts(value) || (Array.isArray(allowed) && allowed.includes(value))) continue;
      report({ message: `\`${value}\` may take on the role whoever it acts for`, at: atPrincipal(view, index) });
    }
  }),
});

/**
 * AWS: these take on a role for something that runs in the role's own account and was given the role by iam:PassRole,
 * which cannot pass roles of other accounts (F51); most of them send no source.
 */
const OF_THE_ACCOUNT: ReadonlySet<string> = new Set([
  'apigateway',
  'application-autoscaling',
  'autoscaling',
  'batch',
  'build.apprunner',
  'cloudformation',
  'codebuild',
  'codedeploy',
  'codepipeline',
  'dax',
  'dlm',
  'dms',
  'ec2',
  'ec2fleet',
  'ecs',
  'ecs-tasks',
  'edgelambda',
  'eks',
  'eks-fargate-pods',
  'elasticbeanstalk',
  'elasticmapreduce',
  'emr-serverless',
  'glue',
  'greengrass',
  'iot',
  'lambda',
  'lakeformation',
  'monitoring.rds',
  'opsworks',
  'pods.eks',
  'rds',
  'redshift',
  'rolesanywhere',
  'servicecatalog',
  'spot',
  'spotfleet',
  'ssm',
  'storagegateway',
  'tasks.apprunner',
  'transfer',
  'vmie',
  'vpc-flow-logs',
]);

function acts(value: string): boolean {
  return (
    !value.includes('*') &&
    !OF_THE_ACCOUNT.has(value.toLowerCase().replace(/(?:\.[a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?$/, ''))
  );
}
