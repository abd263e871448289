/** The way to AWS: what the SDK reads from the environment is set before the SDK is loaded. */
import type { Aws, AwsChoice } from '../../account/index.ts';

export async function openAws(choice: AwsChoice): Promise<Aws> {
  const { env } = process;
  // AWS: ux of the SDK: it would tell on standard error that a later version needs Node 22.
  env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  // AWS: the client's option `profile` takes keys and region from the profile, but not its endpoint_url.
  if (choice.profile !== undefined) env.AWS_PROFILE = choice.profile;
  if (choice.region !== undefined) env.AWS_REGION = choice.region;
  const { awsOf } = await import('./aws-of.ts');
  return awsOf(choice, env);
}
