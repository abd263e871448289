/** What AWS tells of a request that it denied: in words, in an event of CloudTrail, or in a decoded authorization message. */
import type { Layer } from '../language/index.ts';

export interface Denial {
  readonly principal?: string;
  readonly action?: string;
  /** An ARN. */
  readonly resource?: string;
  /** Undefined where AWS does not say. */
  readonly explicit?: boolean;
  /** The layer that AWS names: it names one, though others may deny too. */
  readonly layer?: Layer;
  /** The ARN of the policy, where AWS tells it. */
  readonly policy?: string;
  /** Sids of the statements that matched. */
  readonly statements?: readonly string[];
  /** Context keys of the request. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** Of an event: when it was and where it came from. */
  readonly from: { readonly ip?: string; readonly time?: string; readonly userAgent?: string };
  /** What is not told, one phrase each. */
  readonly notes: readonly string[];
}

/** Is there such an action? */
export type KnowsAction = (action: string) => boolean;

/** Every denial of a text; none where it tells of none. */
export function readDenials(text: string, knowsAction: KnowsAction): readonly Denial[] {
  const value = jsonIn(text);
  if (value === undefined) return deniedInWords(text);
  const records = at(value, 'Records');
  const all: readonly unknown[] = Array.isArray(records) ? records : Array.isArray(value) ? value : [value];
  return all.flatMap((one) => {
    const decoded = textAt(one, 'DecodedMessage');
    if (decoded !== undefined) return readDenials(decoded, knowsAction);
    if (textAt(one, 'eventSource') !== undefined) return deniedEvent(one, knowsAction);
    return at(one, 'context') === undefined || at(one, 'allowed') === true ? [] : decodedMessage(one);
  });
}

/** The encoded message in a text; undefined where there is none. */
export function encodedMessage(text: string): string | undefined {
  const told = /Encoded authorization failure message: ([\w+/=-]+)/i.exec(text)?.[1];
  if (told !== undefined) return told;
  const bare = text.trim();
  return /^[\w+/=-]{80,}$/.test(bare) ? bare : undefined;
}

const LAYERS_IN_WORDS: readonly (readonly [RegExp, Layer])[] = [
  [/^service control/i, 'scp'],
  [/^resource control/i, 'rcp'],
  [/^VPC endpoint/i, 'vpce'],
  [/^resource-based/i, 'resource'],
  [/^(?:role )?trust/i, 'trust'],
  [/^identity-based/i, 'identity'],
  [/^permissions boundary/i, 'boundary'],
  [/^session/i, 'session'],
];

/** AWS: IAM User Guide, troubleshoot access denied error messages. */
function deniedInWords(text: string): readonly Denial[] {
  const found = [
    ...text.matchAll(
      /(?:User: )?(\S+) is not authorized to perform: ([\w-]+:[\w*]+)(?: on resource: "?([^\s"]+)"?)?([^\n]*)/g,
    ),
  ];
  return found.map(([, principal = '', action = '', resource, rest = '']) => {
    const explicit = /with an explicit deny in (?:an? |the )?([^.\n]*)/i.exec(rest)?.[1];
    const implicit = /because no ([^.\n]*?)(?: policy)? allows/i.exec(rest)?.[1];
    const words = explicit ?? implicit ?? '';
    const layer = LAYERS_IN_WORDS.find(([pattern]) => pattern.test(words))?.[1];
    const policy = /(arn:[\w-]+:(?:iam|organizations):\S*:policy\/[^\s,;"]+)/.exec(explicit ?? '')?.[1];
    return {
      principal,
      action,
      ...(resource === undefined ? {} : { resource: resource.replace(/[.,;]$/, '') }),
      ...(words === '' ? {} : { explicit: explicit !== undefined }),
      ...(layer === undefined ? {} : { layer }),
      ...(policy === undefined ? {} : { policy }),
      context: {},
      from: {},
      notes: words === '' ? ['AWS does not say which policy denied it'] : [],
    };
  });
}

/** Codes that are verdicts of authorization; others say nothing of it. */
const DENIED = /^(?:AccessDenied(?:Exception)?|(?:Client\.)?UnauthorizedOperation|AuthorizationError)$/;

/** Services whose events bear another name than their actions. */
const EVENT_SOURCES: Readonly<Record<string, string>> = {
  monitoring: 'cloudwatch',
  tagging: 'tag',
  opensearchservice: 'es',
  amazonmq: 'mq',
  migrationhub: 'mgh',
  pinpoint: 'mobiletargeting',
  cloudcontrolapi: 'cloudformation',
};

function deniedEvent(event: unknown, knowsAction: KnowsAction): readonly Denial[] {
  if (!DENIED.test(textAt(event, 'errorCode') ?? '')) return [];
  const [told] = deniedInWords(textAt(event, 'errorMessage') ?? '');
  const source = (textAt(event, 'eventSource') ?? '').split('.')[0] ?? '';
  const name = (textAt(event, 'eventName') ?? '').replace(/\d{8}(?:v\d)?$/, '');
  const named = `${EVENT_SOURCES[source] ?? source}:${name}`;
  const action = told?.action ?? (knowsAction(named) ? named : undefined);
  const principal = textAt(at(event, 'userIdentity'), 'arn') ?? told?.principal;
  const resource = told?.resource ?? onlyResource(at(event, 'resources'));
  const [ip, time] = [textAt(event, 'sourceIPAddress'), textAt(event, 'eventTime')];
  const [userAgent, endpoint] = [textAt(event, 'userAgent'), textAt(event, 'vpcEndpointId')];
  // AWS: a service that calls puts its own name in place of an address.
  const address = ip !== undefined && /^[\d.]+$|:/.test(ip) ? ip : undefined;
  return [
    {
      ...told,
      ...(principal === undefined ? {} : { principal }),
      ...(action === undefined ? {} : { action }),
      ...(resource === undefined ? {} : { resource }),
      context: endpoint === undefined ? {} : { 'aws:SourceVpce': endpoint },
      from: {
        ...(address === undefined || endpoint !== undefined ? {} : { ip: address }),
        ...(time === undefined ? {} : { time }),
        ...(userAgent === undefined ? {} : { userAgent }),
      },
      notes: [
        ...(told?.notes ?? ['AWS does not say which policy denied it']),
        ...(action === undefined ? [`which action \`${named}\` needs is not known`] : []),
        ...(resource === undefined ? ['the event does not tell the resource'] : []),
        'an event does not hold tags and most other context keys',
      ],
    },
  ];
}

function onlyResource(list: unknown): string | undefined {
  const arns = Array.isArray(list)
    ? list.flatMap((one: unknown) => textAt(one, 'ARN') ?? textAt(one, 'arn') ?? [])
    : [];
  return arns.length === 1 ? arns[0] : undefined;
}

/** What sts:DecodeAuthorizationMessage gives. */
function decodedMessage(value: unknown): readonly Denial[] {
  const context = at(value, 'context');
  const [principal, action] = [textAt(at(context, 'principal'), 'arn'), textAt(context, 'action')];
  const resource = textAt(context, 'resource');
  const statements = itemsOf(at(value, 'matchedStatements')).flatMap((one) => textAt(one, 'statementId') || []);
  const keys = itemsOf(at(context, 'conditions')).map((one) => {
    const values = itemsOf(at(one, 'values')).flatMap((item) => textAt(item, 'value') ?? []);
    const [only = '', ...others] = values;
    return [textAt(one, 'key') ?? '', others.length === 0 ? only : values] as const;
  });
  return [
    {
      ...(principal === undefined ? {} : { principal }),
      ...(action === undefined ? {} : { action }),
      ...(resource === undefined ? {} : { resource }),
      explicit: at(value, 'explicitDeny') === true,
      ...(statements.length > 0 ? { statements } : {}),
      context: Object.fromEntries(keys),
      from: {},
      notes: ['a decoded message does not say in which kind of policy the deny is'],
    },
  ];
}

function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}

function itemsOf(value: unknown): readonly unknown[] {
  const items = at(value, 'items');
  return Array.isArray(items) ? items : [];
}
