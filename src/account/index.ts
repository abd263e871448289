/** The AWS account through one port. */
export type { Aws, AwsChoice, Endpoint, SignedIn, SignIn } from './aws.ts';
export { decodeDocument } from './decode-document.ts';
export type {
  AccountSummary,
  AttachedPolicy,
  CallerIdentity,
  IdentityKind,
  LiveIdentity,
  LivePolicy,
  LiveVersion,
  PolicyHolder,
  Tag,
} from './live.ts';
export type { AccountPort, AccountReader, Answer, AwsFailure, FailureKind, WriteReceipt } from './port.ts';
export type { WriteCall } from './write-call.ts';
