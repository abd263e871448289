/** AssumeRoot: the management account acts as root of a member account, limited to one task (F40, E47). */
import type { Caller } from '../caller.ts';
import type { Account, Environment } from '../environment.ts';
import { accountsNamed, unknownAccount } from '../find-principal.ts';
import type { Refusal } from '../hop-result.ts';
import { assumedRootCaller, rootArn, rootPolicy } from '../make-caller.ts';
import { organizationPlace } from '../organization-place.ts';
import { TASK_POLICIES, TASK_POLICY_PREFIX } from '../task-policies.ts';
import { passedKeys } from './hop-keys.ts';
import { sessionLength } from './session-length.ts';
import type { HopPlan, HopProblem, HopStep, StsCall } from './sts-call.ts';

export const assumeRoot: StsCall = { takes: ['account', 'taskPolicy'], plan };

const LIMITS = { shortest: 0, longest: 900, usual: 900, because: 'AssumeRoot sessions last 15 minutes', rule: 'F40' };

function plan({ environment, caller, hop, from }: HopStep): HopPlan | HopProblem {
  const { account: named, taskPolicy } = hop;
  if (named === undefined) return { problems: ['`AssumeRoot` needs an `account`'] };
  if (taskPolicy === undefined) return { problems: ['`AssumeRoot` needs a `taskPolicy`'] };
  const [member] = accountsNamed(environment, named);
  if (!member) return { problems: [unknownAccount(environment, named).message] };
  const { duration, refusals } = sessionLength(hop, LIMITS);
  const { keys, absent } = passedKeys(hop);
  const sourceIdentity = caller.session?.sourceIdentity;
  return {
    actions: ['sts:AssumeRoot'],
    resource: rootArn(member.id),
    keys: [...keys, { key: 'sts:TaskPolicyArn', value: taskPolicy.arn, because: '`taskPolicy` of the hop' }],
    absent,
    refusals: [...ownRefusals(environment, caller, { member, task: taskPolicy.arn }), ...refusals],
    next: assumedRootCaller(environment, member, {
      // AWS: task policies only deny; what they leave is root's own right, which as a session policy must be said.
      policies: [taskPolicy.policy, rootPolicy('session')],
      transitiveTags: [],
      ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
      ...(from.time === undefined ? {} : { issuedAt: from.time }),
      context: {},
    }),
    duration,
  };
}

function ownRefusals(
  environment: Environment,
  { principal, label }: Caller,
  { member, task }: { readonly member: Account; readonly task: string },
): Refusal[] {
  const messages: string[] = [];
  if (principal.type === 'root' || principal.type === 'assumed-root')
    messages.push('root users cannot call AssumeRoot');
  if (!principal.managementAccount) {
    messages.push(`AssumeRoot is for the management account of the organization, ${label} is not in it`);
  }
  const place = organizationPlace(environment, member.id);
  if (!place) messages.push(`account ${member.id} belongs to no organization`);
  else if (place.isManagement) messages.push(`account ${member.id} is the management account, not a member`);
  if (!TASK_POLICIES.some((name) => TASK_POLICY_PREFIX + name === task)) {
    messages.push(`\`${task}\` is no task policy: ${TASK_POLICIES.join(', ')}`);
  }
  return messages.map((message) => ({ rule: 'F40', message }));
}
