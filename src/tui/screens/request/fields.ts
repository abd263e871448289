/** The fields of the form: what each shows of a request, and what a text makes of it. */
import type { From, Hop } from '../../../environment/index.ts';
import type { Project } from '../../project/project.ts';
import { casesOf } from '../../project/scenario-cases.ts';
import { draftOfCase, emptyDraft, type RequestDraft } from '../../request-draft.ts';
import { environmentsOf } from '../../tasks/ask-request.ts';

export const FIELD_IDS = ['scenario', 'environment', 'principal', 'assume', 'action', 'resource', 'from'] as const;

export type FieldId = (typeof FIELD_IDS)[number];

type Changed = RequestDraft | { readonly problem: string };

export interface Field {
  readonly label: string;
  /** As it is typed. */
  readonly text: (request: RequestDraft) => string;
  /** The request with another text in the field. */
  readonly set: (request: RequestDraft, text: string, project: Project) => Changed;
}

/** What stands between two roles of a chain. */
export const HOP_MARK = ' > ';

export const FIELDS: Readonly<Record<FieldId, Field>> = {
  scenario: {
    label: 'Scenario',
    text: ({ of }) => of?.name ?? '',
    set: (_request, text, { workspace }) => {
      const found = workspace && casesOf(workspace).find(({ name }) => name === text);
      return found ? draftOfCase(found) : { problem: `there is no scenario \`${text}\`; the list has those there are` };
    },
  },
  environment: {
    label: 'Environment',
    text: ({ environment }) => environment,
    set: (request, text, { workspace }) => {
      const known = workspace ? environmentsOf(workspace).map(({ source }) => source.name) : [];
      return known.includes(text)
        ? { ...request, environment: text }
        : { problem: `\`${text}\` is no environment of the project` };
    },
  },
  principal: {
    label: 'Principal',
    text: ({ principal }) => principal,
    set: (request, principal) => ({ ...request, principal }),
  },
  assume: {
    label: 'Assumes',
    text: ({ hops }) => hops.map(hopText).join(HOP_MARK),
    set: (request, text) => ({ ...request, hops: hopsOf(text, request.hops) }),
  },
  action: {
    label: 'Action',
    text: ({ checks }) => checks[0]?.action ?? '',
    set: (request, action, { catalog }) => {
      const known = catalog?.action(action);
      // B16: such an action has no other resource.
      const resource = known && catalog?.isResourceless(action) ? { resource: '*' } : {};
      return withCheck(request, { action: known?.id ?? action, ...resource });
    },
  },
  resource: {
    label: 'Resource',
    text: ({ checks }) => checks[0]?.resource ?? '',
    set: (request, text) => withCheck(request, { resource: text === '' ? '*' : text }),
  },
  from: {
    label: 'From',
    text: ({ from }) =>
      Object.entries(from)
        .map(([name, value]) => `${name}=${String(value)}`)
        .join(' '),
    set: (request, text) => {
      const read = readFrom(text);
      return 'problem' in read ? read : { ...request, from: read.from };
    },
  },
};

/** The current request, or one in which nothing is asked yet. */
export function draftOf({ request, workspace }: Project): RequestDraft {
  const [first] = workspace ? environmentsOf(workspace) : [];
  return request ?? emptyDraft(first?.source.name ?? '');
}

function withCheck(request: RequestDraft, change: Partial<RequestDraft['checks'][number]>): RequestDraft {
  const [first = { action: '', resource: '*', context: {} }, ...more] = request.checks;
  return { ...request, checks: [{ ...first, ...change }, ...more] };
}

function hopText({ role, via, name, account }: Hop): string {
  return role ?? `${via ?? 'AssumeRole'} ${name ?? account ?? ''}`.trim();
}

/** A hop that is written as before keeps its details: session name, tags, policies. */
function hopsOf(text: string, before: readonly Hop[]): readonly Hop[] {
  const names = text
    .split('>')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map((name) => before.find((hop) => hopText(hop) === name) ?? { role: name });
}

const TEXTS = ['ip', 'vpcEndpoint', 'privateIp', 'region', 'time', 'userAgent', 'sourceArn', 'sourceAccount'] as const;
const FLAGS = ['mfa', 'tls'] as const;

/** Names of what can be said of where a call comes from. */
export const FROM_NAMES: readonly string[] = [...TEXTS, ...FLAGS, 'mfaAge', 'via'];

function readFrom(text: string): { readonly from: From } | { readonly problem: string } {
  let from: From = {};
  for (const part of text.split(/\s+(?=[A-Za-z]+=)/).filter((one) => one !== '')) {
    const at = part.indexOf('=');
    const [name, value] = at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1).trim()];
    const added = fromOf(name, value);
    if (!added) return { problem: `\`${part}\` is none of ${FROM_NAMES.map((one) => `${one}=`).join(' ')}` };
    from = { ...from, ...added };
  }
  return { from };
}

function fromOf(name: string, value: string): From | undefined {
  if (value === '') return undefined;
  if (TEXTS.some((one) => one === name)) return { [name]: value };
  if (FLAGS.some((one) => one === name))
    return /^(?:true|false)$/.test(value) ? { [name]: value === 'true' } : undefined;
  if (name === 'mfaAge') return /^\d+$/.test(value) ? { mfaAge: Number(value) } : undefined;
  return name === 'via' ? { via: value.split(',') } : undefined;
}
