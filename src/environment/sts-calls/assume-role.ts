/** AssumeRole, AssumeRoleWithSAML and AssumeRoleWithWebIdentity (F1 to F14). */
import type { Caller, SessionFacts } from '../caller.ts';
import type { GivenContext, Role } from '../environment.ts';
import { findRole } from '../find-principal.ts';
import type { Hop } from '../hop.ts';
import type { Refusal } from '../hop-result.ts';
import { roleCaller } from '../make-caller.ts';
import { DEFAULT_SESSION } from '../resolve-principal.ts';
import { inheritedTags, mergeTags, tagRefusals } from '../session-tags.ts';
import {
  EXTERNAL_ID_FORM,
  isExternalId,
  isSessionName,
  isSourceIdentity,
  SESSION_NAME_FORM,
  SOURCE_IDENTITY_FORM,
} from '../sts-names.ts';
import { passedKeys } from './hop-keys.ts';
import { sessionLength } from './session-length.ts';
import { sessionPolicies, sessionPolicyRefusals } from './session-policies.ts';
import type { HopPlan, HopProblem, HopStep, StsCall } from './sts-call.ts';

type AssumeAction = 'AssumeRole' | 'AssumeRoleWithSAML' | 'AssumeRoleWithWebIdentity';

const COMMON: readonly (keyof Hop)[] = [
  'role',
  'sessionName',
  'tags',
  'transitiveTags',
  'sourceIdentity',
  'sessionPolicy',
  'sessionPolicies',
];

export const assumeRole: StsCall = {
  takes: [...COMMON, 'externalId', 'mfa'],
  plan: (step) => plan('AssumeRole', step),
};

export const assumeRoleWithSaml: StsCall = { takes: COMMON, plan: (step) => plan('AssumeRoleWithSAML', step) };

export const assumeRoleWithWebIdentity: StsCall = {
  takes: COMMON,
  plan: (step) => plan('AssumeRoleWithWebIdentity', step),
};

function plan(action: AssumeAction, step: HopStep): HopPlan | HopProblem {
  const { environment, caller, hop } = step;
  if (hop.role === undefined) return { problems: [`\`${action}\` needs a \`role\``] };
  const result = findRole(environment, hop.role);
  if ('unresolved' in result) return { problems: [result.unresolved.message] };
  const { account, role } = result.found;
  const inherited = inheritedTags(caller);
  const { sessionName = DEFAULT_SESSION } = hop;
  const { duration, refusals } = sessionLength(hop, lengthLimits(caller, role));
  const { keys, absent } = passedKeys(hop);
  const tags = mergeTags(role.tags, inherited, hop.tags ?? {});
  return {
    actions: actionsOf(action, step),
    resource: role.arn,
    // F11: inherited transitive tags override the role's own before the trust policy reads them.
    resourceTags: mergeTags(role.tags, inherited),
    keys: [{ key: 'sts:RoleSessionName', value: sessionName, because: 'the name of the session' }, ...keys],
    absent,
    refusals: [
      ...callerRefusals(action, caller),
      ...formRefusals(hop, caller),
      ...tagRefusals(hop, inherited),
      ...refusals,
    ],
    next: roleCaller(environment, { account, role, sessionName, tags, session: sessionFacts(action, step) }),
    duration,
  };
}

/** F10, F12: passing tags and a source identity, also an inherited one, needs a permission of its own. */
function actionsOf(action: AssumeAction, { caller, hop, settings }: HopStep): string[] {
  const passesTags = Object.keys(hop.tags ?? {}).length > 0;
  const handsOn = settings.inheritedTagsNeedTagSession && Object.keys(inheritedTags(caller)).length > 0;
  const identity = hop.sourceIdentity ?? caller.session?.sourceIdentity;
  return [
    `sts:${action}`,
    ...(passesTags || handsOn ? ['sts:TagSession'] : []),
    ...(identity === undefined ? [] : ['sts:SetSourceIdentity']),
  ];
}

/** F6, F7: each call has its kind of caller. */
function callerRefusals(action: AssumeAction, { principal, label }: Caller): Refusal[] {
  const { type } = principal;
  switch (action) {
    case 'AssumeRoleWithSAML':
      if (type === 'saml') return [];
      return [{ rule: 'F6', message: `AssumeRoleWithSAML needs an assertion of a SAML provider, ${label} has none` }];
    case 'AssumeRoleWithWebIdentity':
      if (type === 'oidc') return [];
      return [
        { rule: 'F7', message: `AssumeRoleWithWebIdentity needs a token of an OIDC provider, ${label} has none` },
      ];
    case 'AssumeRole':
      if (type === 'anonymous') return [{ rule: 'E43', message: 'AssumeRole must be signed' }];
      if (type !== 'saml' && type !== 'oidc') return [];
      return [
        {
          rule: 'F7',
          message: `AssumeRole must be signed: callers with a token use AssumeRoleWith${type === 'saml' ? 'SAML' : 'WebIdentity'}`,
        },
      ];
    default:
      return action satisfies never;
  }
}

function formRefusals(hop: Hop, caller: Caller): Refusal[] {
  const { sessionName = DEFAULT_SESSION, externalId, sourceIdentity, mfa } = hop;
  const refusals: Refusal[] = [];
  const set = caller.session?.sourceIdentity;
  if (!isSessionName(sessionName)) {
    refusals.push({ rule: 'F9', message: `\`${sessionName}\` is no session name: ${SESSION_NAME_FORM}` });
  }
  if (externalId !== undefined && !isExternalId(externalId)) {
    refusals.push({ rule: 'F8', message: `\`${externalId}\` is no external id: ${EXTERNAL_ID_FORM}` });
  }
  if (sourceIdentity !== undefined && !isSourceIdentity(sourceIdentity)) {
    refusals.push({ rule: 'F12', message: `\`${sourceIdentity}\` is no source identity: ${SOURCE_IDENTITY_FORM}` });
  }
  if (sourceIdentity !== undefined && set !== undefined && set !== sourceIdentity) {
    refusals.push({ rule: 'F12', message: `the source identity is \`${set}\` and cannot be changed` });
  }
  if (mfa && caller.principal.type !== 'user' && caller.principal.type !== 'root') {
    refusals.push({ rule: 'D3', message: `only users have MFA devices, ${caller.label} has none` });
  }
  return [...refusals, ...sessionPolicyRefusals(hop)];
}

/** F13: role chaining ends after an hour, whatever the role allows. */
function lengthLimits({ principal }: Caller, role: Role) {
  const chained = principal.type === 'role-session' || principal.type === 'service-linked-role';
  return {
    shortest: 900,
    longest: chained ? 3600 : role.maxSessionDuration,
    usual: 3600,
    because: chained ? 'role chaining is limited to one hour' : `\`maxSessionDuration\` of role/${role.name}`,
    rule: 'F13',
  };
}

function sessionFacts(action: AssumeAction, { caller, hop, from }: HopStep): SessionFacts {
  const policies = sessionPolicies(hop);
  const sourceIdentity = caller.session?.sourceIdentity ?? hop.sourceIdentity;
  const { provider } = caller.principal;
  return {
    ...(policies ? { policies } : {}),
    transitiveTags: [...(caller.session?.transitiveTags ?? []), ...(hop.transitiveTags ?? [])],
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    ...(from.time === undefined ? {} : { issuedAt: from.time }),
    ...(action === 'AssumeRoleWithWebIdentity' && provider !== undefined ? { federatedProvider: provider } : {}),
    context: action === 'AssumeRole' ? {} : lastingKeys(hop.context ?? {}),
  };
}

/** AWS: IAM User Guide, reference_policies_iam-condition-keys: the keys of a token that stay in the session. */
const LASTING = /^saml:(?:namequalifier|sub|sub_type)$|^(?!saml:|sts:|aws:).*:(?:sub|aud|amr)$/i;

function lastingKeys(context: GivenContext): GivenContext {
  return Object.fromEntries(Object.entries(context).filter(([key]) => LASTING.test(key)));
}
