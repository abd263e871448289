/** Policies of identities: inline ones and attached ones. */
import { limitExceeded, noSuchEntity } from '../aws-error.ts';
import { checkDocument, sizeOf } from '../documents.ts';
import { optional, textOf } from '../form.ts';
import { type Operations, pageOf } from '../operation.ts';
import { type Kind, withIdentity } from '../state.ts';
import { identityIn, policyIn, WRITTEN } from './find.ts';
import { changeable } from './identities.ts';
import { named } from './policies.ts';
import { encoded } from './shapes.ts';

export const ATTACHMENT_OPERATIONS: Operations = { ...forKind('user'), ...forKind('group'), ...forKind('role') };

function forKind(kind: Kind): Operations {
  const written = WRITTEN[kind];
  return {
    [`Put${written}Policy`]: (call) => {
      const identity = changeable(identityIn(call, kind));
      const name = named(textOf(call.parameters, 'PolicyName'), 'policyName', 128);
      const document = textOf(call.parameters, 'PolicyDocument');
      checkDocument(document, 'identity');
      const inline = { ...identity.inline, [name]: document };
      const quota = call.quotas[`${written}PolicySizeQuota`];
      const size = Object.values(inline).reduce((sum, one) => sum + sizeOf(one), 0);
      if (size > quota)
        throw limitExceeded(`Maximum policy size of ${quota} bytes exceeded for ${kind} ${identity.name}`);
      return { state: withIdentity(call.state, { ...identity, inline }) };
    },
    [`Get${written}Policy`]: (call) => {
      const identity = identityIn(call, kind);
      const name = textOf(call.parameters, 'PolicyName');
      const document = identity.inline[name];
      if (document === undefined) throw noPolicy(kind, name);
      const result = { [`${written}Name`]: identity.name, PolicyName: name, PolicyDocument: encoded(document) };
      return { result };
    },
    [`Delete${written}Policy`]: (call) => {
      const identity = changeable(identityIn(call, kind));
      const name = textOf(call.parameters, 'PolicyName');
      const { [name]: gone, ...inline } = identity.inline;
      if (gone === undefined) throw noPolicy(kind, name);
      return { state: withIdentity(call.state, { ...identity, inline }) };
    },
    [`List${written}Policies`]: (call) => {
      const { items, paging } = pageOf(Object.keys(identityIn(call, kind).inline), (name) => name, call);
      return { result: { PolicyNames: items, ...paging } };
    },
    [`Attach${written}Policy`]: (call) => {
      const identity = changeable(identityIn(call, kind));
      const { arn } = policyIn(call);
      const attached = [...new Set([...identity.attached, arn])];
      const quota = call.quotas[`AttachedPoliciesPer${written}Quota`];
      if (attached.length > quota) throw limitExceeded(`Cannot exceed quota for PoliciesPer${written}: ${quota}`);
      return { state: withIdentity(call.state, { ...identity, attached }) };
    },
    [`Detach${written}Policy`]: (call) => {
      const identity = changeable(identityIn(call, kind));
      const arn = textOf(call.parameters, 'PolicyArn');
      if (!identity.attached.includes(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
      return {
        state: withIdentity(call.state, { ...identity, attached: identity.attached.filter((one) => one !== arn) }),
      };
    },
    [`ListAttached${written}Policies`]: (call) => {
      const prefix = optional(call.parameters, 'PathPrefix') ?? '/';
      const found = identityIn(call, kind)
        .attached.map((arn) => policyIn(call, arn))
        .filter(({ path }) => path.startsWith(prefix));
      const { items, paging } = pageOf(found, ({ name }) => name, call);
      const AttachedPolicies = items.map(({ name, arn }) => ({ PolicyName: name, PolicyArn: arn }));
      return { result: { AttachedPolicies, ...paging } };
    },
  };
}

function noPolicy(kind: Kind, name: string) {
  return noSuchEntity(`The ${kind} policy with name ${name} cannot be found.`);
}
