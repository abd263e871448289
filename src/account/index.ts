/** The AWS account through one port: what is kept there, plans, and runs that can be taken up again or back. */
export { type ApplyResult, apply, resume } from './apply.ts';
export type { AssumedRole, RoleToAssume } from './assumed-role.ts';
export type { Aws, AwsChoice, Endpoint, SignedIn, SignIn } from './aws.ts';
export { decodeDocument } from './decode-document.ts';
export { type Denial, encodedMessage, readDenials } from './denial.ts';
export { type DetailsPage, mergedDetails } from './details.ts';
export type { Judge } from './direction.ts';
export { type Drift, driftDifference, findDrift } from './drift.ts';
export type { RunPorts } from './drive.ts';
export { type JournalEntry, journalLine, readJournal } from './journal.ts';
export { describedFiles } from './kept-files.ts';
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
export { type MadePlan, makePlan, type PlanPorts } from './make-plan.ts';
export type { Manifest } from './manifest.ts';
export { permissionDifference } from './permission-difference.ts';
export type { Change, Plan, PlanVerification, Step } from './plan.ts';
export { planSeal, printPlan, type ReadPlan, readPlan } from './plan-file.ts';
export { plannedCalls, remainingCalls } from './planned-calls.ts';
export type { AccountPort, AccountReader, Answer, AwsFailure, FailureKind, WriteReceipt } from './port.ts';
export { type ManifestPorts, type ReadManifest, readManifest } from './read-manifest.ts';
export { type Run, runOf } from './run.ts';
export type { WriteCall } from './write-call.ts';
