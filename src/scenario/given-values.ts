/** `from` and `context` of a scenario, from the members of the tree. */
import type { From, GivenContext, GivenValue } from '../environment/index.ts';
import type { Member, SourceNode } from '../parse/index.ts';

export function contextOf(members: readonly Member[]): GivenContext {
  return Object.fromEntries(
    members.flatMap(({ key, value }) => {
      const given = givenValue(value);
      return given === undefined ? [] : [[key, given]];
    }),
  );
}

/** The keys of `over` go before those of `under`; case is ignored (C50). */
export function layContext(under: GivenContext, over: GivenContext): GivenContext {
  const taken = new Set(Object.keys(over).map((key) => key.toLowerCase()));
  const rest = Object.entries(under).filter(([key]) => !taken.has(key.toLowerCase()));
  return { ...Object.fromEntries(rest), ...over };
}

/** A number keeps the digits that were written. Undefined for what the schema keeps out. */
function givenValue(node: SourceNode): GivenValue | undefined {
  if (node.kind === 'object') return undefined;
  if (node.kind === 'null') return null;
  if (node.kind !== 'array') return node.text;
  return node.items.flatMap((item) => (item.kind === 'object' || item.kind === 'array' ? [] : [item.text]));
}

export function fromOf(members: readonly Member[]): From {
  const reader = new Map(members.map(({ key, value }) => [key, value]));
  const text = (key: string) => textOf(reader.get(key));
  const flag = (key: string) => flagOf(reader.get(key));
  const via = reader.get('via');
  const age = reader.get('mfaAge');
  return compact({
    ip: text('ip'),
    vpcEndpoint: text('vpcEndpoint'),
    privateIp: text('privateIp'),
    via: via?.kind === 'array' ? via.items.flatMap((item) => textOf(item) ?? []) : textOf(via),
    region: text('region'),
    time: text('time'),
    mfa: flag('mfa'),
    mfaAge: age?.kind === 'number' ? Number(age.text) : undefined,
    tls: flag('tls'),
    userAgent: text('userAgent'),
    sourceArn: text('sourceArn'),
    sourceAccount: text('sourceAccount'),
  });
}

function textOf(node: SourceNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.text : undefined;
}

function flagOf(node: SourceNode | undefined): boolean | undefined {
  return node?.kind === 'boolean' ? node.text === 'true' : undefined;
}

/** Without the members that were not given. */
function compact(members: { readonly [Name in keyof From]: From[Name] | undefined }): From {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
