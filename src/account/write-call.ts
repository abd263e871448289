/** The writes that the account layer makes, as data: IAM's own operations with IAM's own parameters. */

export type WriteCall =
  | Call<'CreatePolicy', { PolicyName: string; Path?: string; Description?: string; PolicyDocument: string }>
  | Call<'CreatePolicyVersion', { PolicyArn: string; PolicyDocument: string; SetAsDefault: false }>
  | Call<'SetDefaultPolicyVersion' | 'DeletePolicyVersion', { PolicyArn: string; VersionId: string }>
  | Call<'DeletePolicy', { PolicyArn: string }>
  | Call<'CreateUser', { UserName: string; Path?: string; PermissionsBoundary?: string }>
  | Call<'CreateGroup', { GroupName: string; Path?: string }>
  | Call<
      'CreateRole',
      {
        RoleName: string;
        Path?: string;
        Description?: string;
        /** In seconds. */
        MaxSessionDuration?: number;
        AssumeRolePolicyDocument: string;
        PermissionsBoundary?: string;
      }
    >
  | Call<'DeleteUser', { UserName: string }>
  | Call<'DeleteGroup', { GroupName: string }>
  | Call<'DeleteRole', { RoleName: string }>
  | Call<'PutUserPolicy', { UserName: string; PolicyName: string; PolicyDocument: string }>
  | Call<'PutGroupPolicy', { GroupName: string; PolicyName: string; PolicyDocument: string }>
  | Call<'PutRolePolicy', { RoleName: string; PolicyName: string; PolicyDocument: string }>
  | Call<'DeleteUserPolicy', { UserName: string; PolicyName: string }>
  | Call<'DeleteGroupPolicy', { GroupName: string; PolicyName: string }>
  | Call<'DeleteRolePolicy', { RoleName: string; PolicyName: string }>
  | Call<'AttachUserPolicy' | 'DetachUserPolicy', { UserName: string; PolicyArn: string }>
  | Call<'AttachGroupPolicy' | 'DetachGroupPolicy', { GroupName: string; PolicyArn: string }>
  | Call<'AttachRolePolicy' | 'DetachRolePolicy', { RoleName: string; PolicyArn: string }>
  | Call<'PutUserPermissionsBoundary', { UserName: string; PermissionsBoundary: string }>
  | Call<'PutRolePermissionsBoundary', { RoleName: string; PermissionsBoundary: string }>
  | Call<'DeleteUserPermissionsBoundary', { UserName: string }>
  | Call<'DeleteRolePermissionsBoundary', { RoleName: string }>
  | Call<'UpdateAssumeRolePolicy', { RoleName: string; PolicyDocument: string }>;

interface Call<Operation extends string, Input> {
  readonly operation: Operation;
  readonly input: Readonly<Input>;
}
