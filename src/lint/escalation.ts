/** Known ways from some rights to all rights. */

import { standsFor } from './action-facts.ts';
import { isUnconditional } from './breadth.ts';
import type { Place } from './check.ts';
import { atAction } from './places.ts';
import type { ResourceFacts } from './resource-facts.ts';
import { conditionOn, narrows, type StatementView, speaksOf } from './statement-view.ts';
import type { Subject } from './subject.ts';

export interface Escalation {
  /** All of them are needed. */
  readonly actions: readonly string[];
  /** What whoever has them can do. */
  readonly what: string;
  /** The service that the role is passed to, where one is. */
  readonly passedTo?: string;
}

const PASS = 'iam:PassRole';

function alone(action: string, what: string): Escalation {
  return { actions: [action], what };
}

function passing(passedTo: string, actions: readonly string[], what: string): Escalation {
  return { actions: [PASS, ...actions], what, passedTo };
}

/** AWS: the paths that Rhino Security Labs and pathfinding.cloud have published, as of 2026. */
export const ESCALATIONS: readonly Escalation[] = [
  alone('iam:CreatePolicyVersion', 'rewrite a policy that it has'),
  alone('iam:SetDefaultPolicyVersion', 'bring back an older version of a policy'),
  alone('iam:CreateAccessKey', 'make itself an access key of any user'),
  alone('iam:CreateLoginProfile', 'give any user a password'),
  alone('iam:UpdateLoginProfile', 'change the password of any user'),
  alone('iam:AttachUserPolicy', 'attach any policy to its user'),
  alone('iam:AttachGroupPolicy', 'attach any policy to its group'),
  alone('iam:PutUserPolicy', 'write a policy into its user'),
  alone('iam:PutGroupPolicy', 'write a policy into its group'),
  alone('iam:AddUserToGroup', 'join any group'),
  { actions: ['iam:AttachRolePolicy', 'sts:AssumeRole'], what: 'attach any policy to a role and take it on' },
  { actions: ['iam:PutRolePolicy', 'sts:AssumeRole'], what: 'write a policy into a role and take it on' },
  { actions: ['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'], what: 'make any role trust it and take it on' },
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

/** An action that a policy gives without a limit worth the name. */
export interface GivenAction {
  readonly action: string;
  readonly at: Place;
  /** Services that a passed role is limited to. */
  readonly passedTo?: readonly string[];
}

const ACTIONS: readonly string[] = [...new Set(ESCALATIONS.flatMap(({ actions }) => actions))];
const SERVICES: ReadonlySet<string> = new Set(ACTIONS.map((action) => action.slice(0, action.indexOf(':'))));

/** The actions of the table that the policy gives on everything of their kind and does not deny again. */
export function givenActions({ statements }: Subject): GivenAction[] {
  const given: GivenAction[] = [];
  for (const view of statements) {
    // Every action on everything is told by full-wildcard, and NotAction by allow-not-action.
    if (!view.allows || view.notAction || view.notResource || !view.resources.some(isOpen)) continue;
    for (const [index, facts] of view.actions.entries()) {
      if (facts.everything || !SERVICES.has(facts.service)) continue;
      for (const action of ACTIONS) {
        if (!standsFor(facts, action) || given.some((one) => one.action === action)) continue;
        const passedTo = action === PASS ? limitOfPassing(view) : undefined;
        if (!isUnconditional(view) && !passedTo) continue;
        if (statements.some((other) => deniesAll(other, action))) continue;
        given.push({ action, at: atAction(view, index), ...(passedTo ? { passedTo } : {}) });
      }
    }
  }
  return given;
}

/** Everything, or everything of a kind: `arn:aws:iam::*:user/*`. A path or a variable is a limit. */
function isOpen({ everything, arn, hasVariable }: ResourceFacts): boolean {
  if (everything) return true;
  return arn !== undefined && !hasVariable && /^(?:\*|[a-z-]+[/:]\*|[a-z-]+\*)$/.test(arn.resource);
}

function limitOfPassing(view: StatementView): readonly string[] | undefined {
  const condition = conditionOn(view, 'iam:passedtoservice');
  if (!condition || !narrows(condition) || view.conditions.length > 1) return undefined;
  return condition.entry.values.map(({ value }) => value);
}

function deniesAll(view: StatementView, action: string): boolean {
  const isPlain = !view.allows && view.statement.conditions.length === 0 && !view.notResource;
  return isPlain && view.resources.some(({ everything }) => everything) && speaksOf(view, action);
}

/** The ways that the actions complete, each with the actions in its order. */
export function completed(given: readonly GivenAction[]): { escalation: Escalation; steps: readonly GivenAction[] }[] {
  return ESCALATIONS.flatMap((escalation) => {
    const steps = escalation.actions.flatMap(
      (action) => given.find((one) => one.action === action && reaches(one, escalation)) ?? [],
    );
    return steps.length === escalation.actions.length ? [{ escalation, steps }] : [];
  });
}

function reaches({ passedTo }: GivenAction, escalation: Escalation): boolean {
  if (!passedTo || escalation.passedTo === undefined) return true;
  return passedTo.some((service) => service.startsWith(`${escalation.passedTo}.`) || service.startsWith('*'));
}
