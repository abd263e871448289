/** A policy of which only that it is there is known: it may allow or deny anything to anybody. */
import {
  deployTime,
  type Effect,
  type Policy,
  type PolicyType,
  type PrincipalElement,
  type PrincipalKind,
  type Statement,
} from '../language/index.ts';
import { POLICY_TYPES } from '../language/policy-types/index.ts';

const KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** @param open what it depends on, by name */
export function openPolicy(name: string, type: PolicyType, open: readonly string[]): Policy {
  const value = (open.length === 0 ? [name] : open).map(deployTime).join('');
  const statements = (['Allow', 'Deny'] as const).map((effect, index) => openStatement({ effect, index, value, type }));
  return { name, type, document: { version: '2012-10-17', statements } };
}

interface Open {
  readonly effect: Effect;
  readonly index: number;
  readonly value: string;
  readonly type: PolicyType;
}

function openStatement({ effect, index, value, type }: Open): Statement {
  const row = POLICY_TYPES[type];
  const element = { not: false, values: [{ value }] };
  const principal: PrincipalElement = { not: false, entries: KINDS.map((kind) => ({ kind, value })) };
  return {
    index,
    effect,
    ...(row.principal === 'forbidden' ? {} : { principal }),
    action: element,
    ...(row.resource === 'forbidden' ? {} : { resource: element }),
    conditions: [],
  };
}
