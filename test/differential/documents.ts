/** The simulation document as plain JSON: what the reference evaluator reads and the world generators write. */

export type OneOrMany<T> = T | readonly T[];
export type Scalar = string | number | boolean;

export type PrincipalElement = string | { readonly [kind: string]: OneOrMany<string> };

export interface StatementJson {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Action?: OneOrMany<string>;
  readonly NotAction?: OneOrMany<string>;
  readonly Resource?: OneOrMany<string>;
  readonly NotResource?: OneOrMany<string>;
  readonly Condition?: ConditionJson;
}

/** Operator, then key, then the values. */
export interface ConditionJson {
  readonly [operator: string]: { readonly [key: string]: OneOrMany<Scalar> };
}

export interface PolicyJson {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: OneOrMany<StatementJson>;
}

export interface NamedPolicyJson {
  readonly name: string;
  readonly document: PolicyJson;
}

export type PolicyEntry = PolicyJson | NamedPolicyJson;
export type PolicyEntries = OneOrMany<PolicyEntry> | null;

export interface NodeJson {
  readonly level?: string;
  readonly id?: string;
  readonly policies: OneOrMany<PolicyEntry>;
}

/** A missing member and null say the same: that policy type is not in play. */
export interface PoliciesJson {
  readonly identity?: PolicyEntries;
  readonly boundary?: PolicyEntries;
  readonly session?: PolicyEntries;
  readonly resource?: PolicyEntries;
  readonly trust?: PolicyEntries;
  readonly vpce?: PolicyEntries;
  readonly scps?: readonly NodeJson[] | null;
  readonly rcps?: readonly NodeJson[] | null;
  readonly resourceAccountScps?: readonly NodeJson[] | null;
  readonly principalAccountRcps?: readonly NodeJson[] | null;
}

export interface PrincipalJson {
  readonly type: string;
  readonly arn?: string;
  readonly account?: string;
  readonly roleArn?: string;
  readonly userArn?: string;
  readonly service?: string;
  readonly provider?: string;
  readonly managementAccount?: boolean;
}

/** A list marks a multivalued key. */
export interface ContextJson {
  readonly [key: string]: OneOrMany<Scalar>;
}

export interface CheckJson {
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly context?: ContextJson;
}

export interface RequestJson {
  readonly principal: PrincipalJson;
  readonly action?: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly resourceAccountIsManagement?: boolean;
  readonly context?: ContextJson;
  readonly checks?: readonly CheckJson[];
}

export interface ExpectedJson {
  readonly decision: string;
  readonly decidedBy?: string;
  readonly failedCheck?: number;
}

export interface SimulationDocument {
  readonly id?: string;
  readonly title?: string;
  readonly policies: PoliciesJson;
  readonly request: RequestJson;
  readonly expected?: ExpectedJson;
}

/** The part of an answer that two evaluators are compared by. */
export interface AnswerJson {
  readonly decision?: string;
  readonly decidedBy?: string;
  readonly missing?: readonly string[];
  readonly failedCheck?: number;
  readonly error?: unknown;
}
