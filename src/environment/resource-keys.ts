/** Context keys of the resource: its owner, the owner's organization, its tags, and what the environment gives with it (D). */
import { type AbsentKey, type Derived, type DerivedKey, derived } from './derived.ts';
import type { Environment } from './environment.ts';
import { contextValue } from './given-context.ts';
import { organizationPlace } from './organization-place.ts';
import type { Target } from './target.ts';

/**
 * Actions that do not report the owner of their resource.
 * AWS: IAM User Guide, reference_policies_condition-keys, aws:ResourceAccount; as of 2026-11-23.
 */
const OWNERLESS: ReadonlySet<string> = new Set([
  'auditmanager:updateassessmentframeworkshare',
  'detective:acceptinvitation',
  'ds:acceptshareddirectory',
  'ec2:accepttransitgatewaypeeringattachment',
  'ec2:acceptvpcendpointconnections',
  'ec2:acceptvpcpeeringconnection',
  'ec2:copyimage',
  'ec2:copysnapshot',
  'ec2:createtransitgatewaypeeringattachment',
  'ec2:createvolume',
  'ec2:createvpcendpoint',
  'ec2:createvpcpeeringconnection',
  'ec2:deletetransitgatewaypeeringattachment',
  'ec2:deletevpcpeeringconnection',
  'ec2:rejecttransitgatewaypeeringattachment',
  'ec2:rejectvpcendpointconnections',
  'ec2:rejectvpcpeeringconnection',
  'es:acceptinboundconnection',
  'guardduty:acceptadministratorinvitation',
  'macie2:acceptinvitation',
  'route53:associatevpcwithhostedzone',
  'route53:createvpcassociationauthorization',
  'route53:deletevpcassociationauthorization',
  'route53:disassociatevpcfromhostedzone',
  'route53:listhostedzonesbyvpc',
  'securityhub:acceptadministratorinvitation',
]);

const OWNER_KEYS = ['aws:ResourceAccount', 'aws:ResourceOrgID', 'aws:ResourceOrgPaths'];

export function resourceKeys(environment: Environment, target: Target): Derived {
  const owner = ownerKeys(environment, target);
  const tags = tagKeys(target);
  return derived({
    keys: [...owner.keys, ...tags.keys, ...suppliedKeys(target)],
    absent: [...owner.absent, ...tags.absent],
  });
}

function ownerKeys(environment: Environment, { owner, resource, action, service }: Target): Derived {
  const why = noOwner();
  if (why !== undefined) return derived({ absent: OWNER_KEYS.map((key) => ({ key, because: why })) });
  const because = `account ${owner} owns the resource`;
  const keys: DerivedKey[] = [{ key: 'aws:ResourceAccount', value: owner ?? '', because }];
  const place = organizationPlace(environment, owner);
  if (!place) {
    const outside = `account ${owner} belongs to no organization`;
    return derived({ keys, absent: OWNER_KEYS.slice(1).map((key) => ({ key, because: outside })) });
  }
  keys.push({ key: 'aws:ResourceOrgID', value: place.organizationId, because });
  keys.push({ key: 'aws:ResourceOrgPaths', value: [place.path], because });
  return derived({ keys });

  function noOwner(): string | undefined {
    if (resource === '*') return 'the call names no resource';
    if (owner === undefined) return 'the owner of the resource is not known';
    return reportsOwner(service, action) ? undefined : `\`${action}\` does not report it`;
  }
}

/** @param service prefix of the action, in lower case */
export function reportsOwner(service: string, action: string): boolean {
  return service !== 'ebs' && !OWNERLESS.has(action.toLowerCase());
}

function tagKeys({ tags, tagPrefixes, action, resource }: Target): Derived {
  const entries = Object.entries(tags);
  const keys = tagPrefixes.flatMap((prefix) =>
    entries.map(([tag, value]) => ({ key: `${prefix}${tag}`, value, because: 'a tag of the resource' })),
  );
  const absent: AbsentKey[] = [];
  const reported = tagPrefixes.some((prefix) => prefix.toLowerCase() === 'aws:resourcetag/');
  if (resource !== '*' && !reported) {
    absent.push({ key: 'aws:ResourceTag/', because: `\`${action}\` does not report the tags of this resource` });
  } else absent.push({ key: 'aws:ResourceTag/', because: 'the resource has no such tag' });
  return derived({ keys, absent });
}

function suppliedKeys({ context }: Target): DerivedKey[] {
  return Object.entries(context).flatMap(([key, given]) => {
    const value = contextValue(given);
    return value === undefined ? [] : [{ key, value, because: 'the environment gives it with the resource' }];
  });
}
