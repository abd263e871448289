/** The account layer's single writes on the SDK. The client makes one attempt: who knows what was done decides what to do next. */
import * as sdk from '@aws-sdk/client-iam';
import type { Answer, WriteCall, WriteReceipt } from '../../account/index.ts';
import type { Asker } from './ask.ts';

/** What of the answers to writes is used. */
interface Written {
  readonly $metadata: { readonly requestId?: string | undefined };
  readonly PolicyVersion?: { readonly VersionId?: string | undefined } | undefined;
  readonly Policy?: { readonly Arn?: string | undefined } | undefined;
  readonly User?: { readonly Arn?: string | undefined } | undefined;
  readonly Group?: { readonly Arn?: string | undefined } | undefined;
  readonly Role?: { readonly Arn?: string | undefined } | undefined;
}

export function writeAccount(
  client: sdk.IAMClient,
  { ask }: Asker,
): (call: WriteCall) => Promise<Answer<WriteReceipt>> {
  return (call) =>
    ask(call.operation, async () => {
      const { $metadata, PolicyVersion, Policy, User, Group, Role } = await send(client, call);
      const { requestId } = $metadata;
      const versionId = PolicyVersion?.VersionId;
      const arn = Policy?.Arn ?? User?.Arn ?? Group?.Arn ?? Role?.Arn;
      return {
        ...(requestId === undefined ? {} : { requestId }),
        ...(versionId === undefined ? {} : { versionId }),
        ...(arn === undefined ? {} : { arn }),
      };
    });
}

function send(client: sdk.IAMClient, { operation, input }: WriteCall): Promise<Written> {
  // The table has the command of the operation, and the call its input: the compiler does not see that they fit.
  const Command = COMMANDS[operation] as unknown as new (given: WriteCall['input']) => sdk.CreatePolicyCommand;
  return client.send(new Command(input));
}

const COMMANDS = {
  CreatePolicy: sdk.CreatePolicyCommand,
  CreatePolicyVersion: sdk.CreatePolicyVersionCommand,
  SetDefaultPolicyVersion: sdk.SetDefaultPolicyVersionCommand,
  DeletePolicyVersion: sdk.DeletePolicyVersionCommand,
  DeletePolicy: sdk.DeletePolicyCommand,
  CreateUser: sdk.CreateUserCommand,
  CreateGroup: sdk.CreateGroupCommand,
  CreateRole: sdk.CreateRoleCommand,
  DeleteUser: sdk.DeleteUserCommand,
  DeleteGroup: sdk.DeleteGroupCommand,
  DeleteRole: sdk.DeleteRoleCommand,
  PutUserPolicy: sdk.PutUserPolicyCommand,
  PutGroupPolicy: sdk.PutGroupPolicyCommand,
  PutRolePolicy: sdk.PutRolePolicyCommand,
  DeleteUserPolicy: sdk.DeleteUserPolicyCommand,
  DeleteGroupPolicy: sdk.DeleteGroupPolicyCommand,
  DeleteRolePolicy: sdk.DeleteRolePolicyCommand,
  AttachUserPolicy: sdk.AttachUserPolicyCommand,
  DetachUserPolicy: sdk.DetachUserPolicyCommand,
  AttachGroupPolicy: sdk.AttachGroupPolicyCommand,
  DetachGroupPolicy: sdk.DetachGroupPolicyCommand,
  AttachRolePolicy: sdk.AttachRolePolicyCommand,
  DetachRolePolicy: sdk.DetachRolePolicyCommand,
  PutUserPermissionsBoundary: sdk.PutUserPermissionsBoundaryCommand,
  PutRolePermissionsBoundary: sdk.PutRolePermissionsBoundaryCommand,
  DeleteUserPermissionsBoundary: sdk.DeleteUserPermissionsBoundaryCommand,
  DeleteRolePermissionsBoundary: sdk.DeleteRolePermissionsBoundaryCommand,
  UpdateAssumeRolePolicy: sdk.UpdateAssumeRolePolicyCommand,
} satisfies Record<WriteCall['operation'], unknown>;
