/** What a principal's own side lets through, as one policy: identity policies, boundary, session policies and each level of SCPs. */
import type { Catalog } from '../catalog/index.ts';
import { type Caller, type Environment, organizationPlace } from '../environment/index.ts';
import { scpExemption } from '../evaluate/index.ts';
import type { PoliciesInPlay, Policy, PolicyDocument, Request, Settings } from '../language/index.ts';
import { type Asked, elsewhere, findRequest, type ProofResult, permitting } from '../prove/index.ts';
import { meetPolicies } from '../rewrite/index.ts';

export interface EffectivePolicy {
  /** An identity policy, to be held against nothing else. */
  readonly document: PolicyDocument;
  /** `policies/identity/reader.json`, by the place they stand in. */
  readonly layers: readonly { readonly place: string; readonly policies: readonly string[] }[];
  /** What no statement can say, and so is missing in the document. */
  readonly leftOut: readonly string[];
  /** That it allows the very requests that the layers allow, of actions and resources that exist. */
  readonly proof:
    | { readonly kind: 'proved' }
    | { readonly kind: 'differs'; readonly allows: 'more' | 'less'; readonly request: Request }
    | { readonly kind: 'unknown'; readonly why: string };
}

/** Of somebody who has identity policies, as users and roles do. What resource-based policies grant comes on top. */
export function effectivePolicy(
  environment: Environment,
  caller: Caller,
  question: { readonly catalog: Catalog; readonly settings: Settings },
): EffectivePolicy {
  const { identity = [], boundary, session, principal } = caller;
  const isExempt = scpExemption(principal, 'policies') !== undefined;
  const scps = isExempt ? [] : (organizationPlace(environment, principal.account)?.scps ?? []);
  const layers = [
    { place: 'identity', policies: identity },
    ...(boundary ? [{ place: 'boundary', policies: [boundary] }] : []),
    ...(session?.policies ? [{ place: 'session', policies: session.policies }] : []),
    ...scps.map(({ level, id, policies }) => ({ place: `scp ${level}${id === undefined ? '' : ` ${id}`}`, policies })),
  ];
  const documents = layers.map(({ policies }) => policies.map(({ document }) => document));
  const { document, leftOut } = meetPolicies(documents, question.catalog);
  const summary: Policy = { name: 'summary', type: 'identity', document };
  const stack: PoliciesInPlay = {
    identity,
    ...(boundary ? { boundary: [boundary] } : {}),
    ...(session?.policies ? { session: session.policies } : {}),
    ...(scps.length > 0 ? { scps } : {}),
  };
  return {
    document,
    layers: layers.map(({ place, policies }) => ({ place, policies: policies.map(({ name }) => name) })),
    leftOut,
    proof: prove(stack, { identity: [summary] }, caller, question),
  };
}

function prove(
  layers: PoliciesInPlay,
  summary: PoliciesInPlay,
  { principal }: Caller,
  { catalog, settings }: { readonly catalog: Catalog; readonly settings: Settings },
): EffectivePolicy['proof'] {
  const asked: Asked = { principal, requests: 'possible', anywhere: 'resource' };
  const differs = (allowedBy: PoliciesInPlay, notAllowedBy: PoliciesInPlay): readonly ProofResult[] => [
    findRequest({ allowedBy, notAllowedBy, asked, catalog, settings }),
    findRequest({
      allowedBy: { ...allowedBy, ...permitting() },
      notAllowedBy: { ...notAllowedBy, ...permitting() },
      asked: { ...asked, resourceAccount: elsewhere(principal.account) },
      catalog,
      settings,
    }),
  ];
  const results = [
    ...differs(summary, layers).map((result) => ({ result, allows: 'more' as const })),
    ...differs(layers, summary).map((result) => ({ result, allows: 'less' as const })),
  ];
  for (const { result, allows } of results) {
    if (result.kind === 'counterexample') return { kind: 'differs', allows, request: result.request };
  }
  for (const { result } of results) if (result.kind === 'unknown') return result;
  return { kind: 'proved' };
}
