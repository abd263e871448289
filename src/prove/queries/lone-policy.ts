/** Stacks in which one policy alone decides: whatever else a request needs is there. */
import type { PoliciesInPlay, Policy, PolicyType, Principal } from '../../language/index.ts';
import { POLICY_TYPES } from '../../language/policy-types/index.ts';
import { parsePolicy } from '../../parse/index.ts';
import { ANY_USER, type Asked } from '../question.ts';
import { callersNamedIn } from './callers.ts';

/** One way to ask about a policy. */
export interface LoneQuestion {
  readonly asked: Asked;
  /** United, as policies of one place are; of a resource only the first counts. */
  readonly stackOf: (policies: readonly Policy[]) => PoliciesInPlay;
}

/** Everything is allowed, to everybody. */
export function everything(type: PolicyType): Policy {
  const isAboutCallers = POLICY_TYPES[type].principal === 'required';
  const statement = {
    Effect: 'Allow',
    ...(isAboutCallers ? { Principal: '*' } : {}),
    Action: type === 'trust' ? 'sts:*' : '*',
    ...(type === 'trust' ? {} : { Resource: '*' }),
  };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const { document } = parsePolicy({ name: 'everything', text }, type);
  if (!document) throw new Error(`everything is no policy of type ${type}`);
  return { name: 'everything', type, document };
}

/** Resources that let everybody do everything; in another account the caller's own policies are needed all the same. */
export function permitting(): Pick<PoliciesInPlay, 'resource' | 'trust'> {
  return { resource: everything('resource'), trust: everything('trust') };
}

/** The account of resources whose policy is asked about: none of those whose principals it names. */
const OWNER = '888888888888';

/** An account that is not the caller's: there the caller's side is needed, whatever the resource grants. */
export function elsewhere(account: string | undefined): string {
  return account === OWNER ? '999999999999' : OWNER;
}

/** Of KMS keys and roles the policies of the caller's own account do not suffice (E80, E90). */
const TWO_SIDED = ['kms:*', 'sts:*'];

/** @param policies those that are asked about, all of one type */
export function loneQuestions(type: PolicyType, policies: readonly Policy[]): readonly LoneQuestion[] {
  const identity = [everything('identity')];
  const ofCaller = (policiesOf: LoneQuestion['stackOf']): readonly LoneQuestion[] => [
    { asked: { principal: ANY_USER, notActions: TWO_SIDED, anywhere: 'caller' }, stackOf: policiesOf },
    {
      asked: { principal: ANY_USER, resourceAccount: OWNER, actions: TWO_SIDED, anywhere: 'caller' },
      stackOf: (own) => ({ ...policiesOf(own), ...permitting() }),
    },
  ];
  switch (type) {
    case 'identity':
      return ofCaller((own) => ({ identity: own }));
    case 'boundary':
    case 'session':
    case 'vpce':
      return ofCaller((own) => ({ identity, [type]: own }));
    case 'scp':
    case 'rcp':
      return ofCaller((own) => ({ identity, [`${type}s`]: [{ level: 'account', policies: own }] }));
    case 'resource':
    case 'trust':
      return callersNamedIn(policies).map((principal) => ({
        asked: {
          principal,
          resourceAccount: OWNER,
          ...(type === 'trust'
            ? { actions: ['sts:*'], resource: `arn:${partitionOf(principal)}:iam::${OWNER}:role/example` }
            : { anywhere: 'resource' }),
        },
        stackOf: ([own]) => ({ identity, ...(own ? { [type]: own } : {}) }),
      }));
    default:
      return type satisfies never;
  }
}

function partitionOf({ arn = 'arn:aws:' }: Principal): string {
  return arn.split(':')[1] ?? 'aws';
}
