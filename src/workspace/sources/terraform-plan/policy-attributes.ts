/** Which attributes of which Terraform resources are policies, and of what type. */
import type { PolicyType } from '../../../language/index.ts';

/** By `type.attribute`. */
const TYPES: Readonly<Record<string, PolicyType>> = {
  'aws_iam_policy.policy': 'identity',
  'aws_iam_role_policy.policy': 'identity',
  'aws_iam_user_policy.policy': 'identity',
  'aws_iam_group_policy.policy': 'identity',
  'aws_iam_role.assume_role_policy': 'trust',
  'aws_iam_role.policy': 'identity',
  'aws_ssoadmin_permission_set_inline_policy.inline_policy': 'identity',
  'aws_vpc_endpoint.policy': 'vpce',
  'aws_vpc_endpoint_policy.policy': 'vpce',
  'aws_transfer_user.policy': 'session',
  'aws_transfer_access.policy': 'session',
};

/** In other languages, which only look alike. */
const OTHER_LANGUAGES: ReadonlySet<string> = new Set(['aws_iot_policy', 'aws_verifiedpermissions_policy']);

const NAMES = /^(?:.*_)?polic(?:y|ies)(?:_document|_text)?$|^content$/;

/** The policy of a resource where nothing else is known of it; undefined where the document has to tell. */
export function policyType(type: string, attribute: string, kind: string | undefined): PolicyType | 'none' | undefined {
  if (OTHER_LANGUAGES.has(type) || !NAMES.test(attribute)) return 'none';
  if (type === 'aws_organizations_policy') {
    if (kind === undefined || kind === 'SERVICE_CONTROL_POLICY') return 'scp';
    return kind === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : 'none';
  }
  if (attribute === 'content') return 'none';
  return TYPES[`${type}.${attribute}`] ?? (type.startsWith('aws_') ? 'resource' : undefined);
}
