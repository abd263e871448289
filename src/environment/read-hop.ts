/** Reads a step of a chain from a scenario; its form is the scenario schema's affair. */

import type { Diagnostic, SourceText } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import { NO_SOURCES } from './declared.ts';
import { HOP_CALLS, type Hop, type TaskPolicy } from './hop.ts';
import { at, booleanAt, contextAt, numberAt, tagsAt, textAt, textsAt } from './node-values.ts';
import type { PolicyLoader } from './policy-loader.ts';
import { loadPolicy, policiesAt, policyAt } from './read-policy.ts';
import type { At, Reader } from './reader.ts';
import { TASK_POLICY_PREFIX } from './task-policies.ts';

export interface ReadHop {
  /** Missing where a policy could not be read. */
  readonly hop?: Hop;
  readonly diagnostics: readonly Diagnostic[];
}

export interface HopSource {
  readonly source: SourceText;
  readonly loader: PolicyLoader;
  /** JSON pointer of the hop in the text. */
  readonly path: string;
}

export function readHop(node: SourceNode, { source, loader, path }: HopSource): ReadHop {
  const reader: Reader = { source, loader, openSource: NO_SOURCES, diagnostics: [], blocked: false };
  const hop = read({ node, path }, reader);
  const { diagnostics, blocked } = reader;
  return blocked ? { diagnostics } : { hop, diagnostics };
}

function read(where: At, reader: Reader): Hop {
  const session = { type: 'session', name: 'session-policy' } as const;
  const has = (key: string) => at(where, key) !== undefined;
  const via = HOP_CALLS.find((call) => call === textAt(where, 'via'));
  return compact({
    via,
    role: textAt(where, 'role'),
    sessionName: textAt(where, 'sessionName'),
    externalId: textAt(where, 'externalId'),
    tags: has('tags') ? tagsAt(where, 'tags') : undefined,
    transitiveTags: has('transitiveTags') ? textsAt(where, 'transitiveTags') : undefined,
    sourceIdentity: textAt(where, 'sourceIdentity'),
    sessionPolicy: policyAt(where, 'sessionPolicy', session, reader),
    sessionPolicies: has('sessionPolicies') ? policiesAt(where, 'sessionPolicies', session, reader) : undefined,
    mfa: booleanAt(where, 'mfa'),
    duration: numberAt(where, 'duration'),
    context: has('context') ? contextAt(where, 'context') : undefined,
    taskPolicy: readTaskPolicy(where, reader),
    account: textAt(where, 'account'),
    name: textAt(where, 'name'),
  });
}

/** The hop without the members that are left out. */
function compact(members: { readonly [Name in keyof Hop]: Hop[Name] | undefined }): Hop {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A bare name is one of AWS's task policies. */
function readTaskPolicy(where: At, reader: Reader): TaskPolicy | undefined {
  const named = at(where, 'taskPolicy');
  const text = textAt(where, 'taskPolicy');
  if (!named || text === undefined) return undefined;
  const arn = text.includes(':') && !text.startsWith('aws:') ? text : TASK_POLICY_PREFIX + text.replace(/^aws:/, '');
  const policy = loadPolicy(arn, { where: named, type: 'session' }, reader);
  return policy && { arn, policy };
}
