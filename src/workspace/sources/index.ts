/** Every format of files that hold policies among other things. Generated: `npm run generate`. */
import { accountAuthorizationDetails } from './account-authorization-details/account-authorization-details.ts';
import { awsCliPolicy } from './aws-cli-policy/aws-cli-policy.ts';
import { cloudformation } from './cloudformation/cloudformation.ts';
import { terraformPlan } from './terraform-plan/terraform-plan.ts';
import type { SourceFormat } from './source-format.ts';

export const SOURCE_FORMATS: readonly SourceFormat[] = [
  accountAuthorizationDetails,
  awsCliPolicy,
  cloudformation,
  terraformPlan,
];
