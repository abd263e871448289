/** Known ways from some rights to all rights, as a table. */
import { actionName, type CompiledAction, matchesAction } from '../compile/index.ts';

export interface Escalation {
  /** All of them are needed. */
  readonly actions: readonly string[];
  /** What whoever has them can do. */
  readonly what: string;
  /** The service that the role is passed to, where one is. */
  readonly passedTo?: string;
  /**
   * What the first of the actions must be allowed on, where not anything will do: a role that all of them are about, for one.
   * `group`: any, but only users are in groups.
   */
  readonly on?: 'self' | 'group' | 'others' | 'role';
  /** What a role can do by the first of the actions alone, on itself: it need not take itself on. */
  readonly onItself?: string;
}

const PASS = 'iam:PassRole';

function alone(action: string, what: string, on?: Escalation['on']): Escalation {
  return { actions: [action], what, ...(on ? { on } : {}) };
}

function passing(passedTo: string, actions: readonly string[], what: string): Escalation {
  return { actions: [PASS, ...actions], what, passedTo };
}

/** AWS: the paths that Rhino Security Labs and pathfinding.cloud have published, as of 2026. */
export const ESCALATIONS: readonly Escalation[] = [
  alone('iam:CreatePolicyVersion', 'rewrite a policy that it has'),
  alone('iam:SetDefaultPolicyVersion', 'bring back an older version of a policy'),
  alone('iam:CreateAccessKey', 'make itself an access key of any user', 'others'),
  alone('iam:CreateLoginProfile', 'give any user a password', 'others'),
  alone('iam:UpdateLoginProfile', 'change the password of any user', 'others'),
  alone('iam:AttachUserPolicy', 'attach any policy to its user', 'self'),
  alone('iam:AttachGroupPolicy', 'attach any policy to its group', 'group'),
  alone('iam:PutUserPolicy', 'write a policy into its user', 'self'),
  alone('iam:PutGroupPolicy', 'write a policy into its group', 'group'),
  alone('iam:AddUserToGroup', 'join any group', 'group'),
  {
    actions: ['iam:AttachRolePolicy', 'sts:AssumeRole'],
    what: 'attach any policy to a role and take it on',
    on: 'role',
    onItself: 'attach any policy to itself',
  },
  {
    actions: ['iam:PutRolePolicy', 'sts:AssumeRole'],
    what: 'write a policy into a role and take it on',
    on: 'role',
    onItself: 'write a policy into itself',
  },
  {
    actions: ['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'],
    what: 'make any role trust it and take it on',
    on: 'role',
  },
  passing('ec2', ['ec2:RunInstances'], 'start an instance with any role'),
  passing('lambda', ['lambda:CreateFunction', 'lambda:InvokeFunction'], 'run a function with any role'),
  passing('lambda', ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'], 'run a function with any role'),
  passing('lambda', ['lambda:CreateFunction', 'lambda:AddPermission'], 'run a function with any role'),
  passing('cloudformation', ['cloudformation:CreateStack'], 'create a stack with any role'),
  passing('glue', ['glue:CreateDevEndpoint'], 'open an endpoint with any role'),
  passing('glue', ['glue:CreateJob', 'glue:StartJobRun'], 'run a job with any role'),
  passing(
    'datapipeline',
    ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
    'run a pipeline with any role',
  ),
  passing('codebuild', ['codebuild:CreateProject', 'codebuild:StartBuild'], 'run a build with any role'),
  passing(
    'sagemaker',
    ['sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
    'open a notebook with any role',
  ),
  passing('ecs-tasks', ['ecs:RegisterTaskDefinition', 'ecs:RunTask'], 'run a task with any role'),
  passing(
    'autoscaling',
    ['autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup'],
    'start instances with any role',
  ),
  passing('codestar', ['codestar:CreateProject'], 'create a project with any role'),
  alone('lambda:UpdateFunctionCode', 'replace the code of any function and act with its role'),
  alone('glue:UpdateDevEndpoint', 'put its key into any endpoint and act with its role'),
];

const ACTIONS: readonly string[] = [...new Set(ESCALATIONS.flatMap(({ actions }) => actions))];
const SERVICES: ReadonlySet<string> = new Set(ACTIONS.map((action) => action.slice(0, action.indexOf(':'))));

/** The actions of the table that a pattern of one service stands for. */
export function escalatingActions(action: CompiledAction): readonly string[] {
  if (action.service === undefined || !SERVICES.has(action.service)) return [];
  return ACTIONS.filter((one) => matchesAction(action, actionName(one)));
}

export function isEscalating(action: CompiledAction): boolean {
  return escalatingActions(action).length > 0;
}
