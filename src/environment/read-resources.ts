/** Resources, VPC endpoints and identity providers of an account. */
import { parseArn } from '../language/index.ts';
import type { Resource, VpcEndpoint } from './environment.ts';
import { accountInArn } from './find-resource.ts';
import { at, contextAt, type Entry, entriesAt, itemsAt, tagsAt, textAt, textOf, textsAt } from './node-values.ts';
import { policyAt } from './read-policy.ts';
import { type At, type Reader, report } from './reader.ts';
import { sizeFaults } from './tag-limits.ts';

/** Things of the whole environment that two accounts cannot both have: ARN or id -> account id. */
export type Owners = Map<string, string>;

interface AccountContext {
  readonly accountId: string;
  readonly owners: Owners;
}

export function readResources(where: At, context: AccountContext, reader: Reader): Resource[] {
  return entriesAt(where, 'resources').map((entry): Resource => {
    const arn = entry.key;
    const policy = policyAt(entry, 'policy', { type: 'resource', name: `${arn}/policy` }, reader);
    const region = textAt(entry, 'region');
    const tags = tagsAt(entry, 'tags');
    checkArn(entry, context, reader);
    for (const message of sizeFaults(tags)) {
      report(reader, { code: 'malformed-tag', message }, at(entry, 'tags') ?? entry);
    }
    return {
      arn,
      ...(policy ? { policy } : {}),
      tags,
      ...(region === undefined ? {} : { region }),
      context: contextAt(entry, 'context'),
    };
  });
}

function checkArn(entry: Entry, { accountId, owners }: AccountContext, reader: Reader): void {
  const arn = entry.key;
  const owner = accountInArn(arn);
  if (owner !== undefined && owner !== accountId) {
    const message = `\`${arn}\` belongs to account ${owner}, not to ${accountId}`;
    report(reader, { code: 'wrong-account', message }, entry);
  }
  const kind =
    parseArn(arn)?.service === 'iam' ? /^(user|role|group)\//.exec(parseArn(arn)?.resource ?? '')?.[1] : undefined;
  if (kind !== undefined) {
    report(
      reader,
      { code: 'wrong-place', message: `a ${kind} stands under \`${kind}s\`, not under \`resources\`` },
      entry,
    );
  }
  checkOwner(entry, { accountId, owners }, reader);
}

function checkOwner(entry: Entry, { accountId, owners }: AccountContext, reader: Reader): void {
  const other = owners.get(entry.key);
  if (other !== undefined && other !== accountId) {
    report(reader, { code: 'duplicate-name', message: `account ${other} has \`${entry.key}\` already` }, entry);
  }
  owners.set(entry.key, accountId);
}

export function readVpcEndpoints(where: At, context: AccountContext, reader: Reader): VpcEndpoint[] {
  return entriesAt(where, 'vpcEndpoints').map((entry): VpcEndpoint => {
    checkOwner(entry, context, reader);
    const policy = policyAt(entry, 'policy', { type: 'vpce', name: `${entry.key}/policy` }, reader);
    return {
      id: entry.key,
      vpc: textAt(entry, 'vpc') ?? '',
      ...(policy ? { policy } : {}),
      ...(at(entry, 'services') ? { services: textsAt(entry, 'services') } : {}),
    };
  });
}

export function readIdentityProviders(where: At, accountId: string, reader: Reader): string[] {
  return itemsAt(where, 'identityProviders').map((item) => {
    const arn = textOf(item.node) ?? '';
    const owner = accountInArn(arn);
    if (owner !== accountId) {
      report(
        reader,
        { code: 'wrong-account', message: `\`${arn}\` belongs to account ${owner}, not to ${accountId}` },
        item,
      );
    }
    return arn;
  });
}
