/** The context keys of the current request: those that it carries, and those that policies read and it does not. */
import type { Catalog } from '../../../catalog/index.ts';
import { type GivenContext, keysRead } from '../../../environment/index.ts';
import { policiesIn } from '../../../language/index.ts';
import type { Project } from '../../project/project.ts';
import type { RequestDraft } from '../../request-draft.ts';

export interface KeyRow {
  readonly key: string;
  /** `taken-away`: it would follow from the rest, and the request says that it is not sent. */
  readonly origin: 'given' | 'derived' | 'taken-away' | 'absent' | 'unknown';
  readonly value?: string;
  /** Where it comes from, or why it is absent. */
  readonly because: string;
  /** Some policy in play reads it for the action. */
  readonly isRead: boolean;
}

/** Those that policies read first. */
export function keyRows({ answer, catalog }: Project): readonly KeyRow[] {
  const step = answer?.answer?.decisive;
  if (!step || !answer) return [];
  const read = keysRead(policiesIn(step.policies), step.request.action);
  const { context } = step.request;
  const carried = Object.entries(context).map(([key, value]): KeyRow => {
    const origin = step.origins[key] ?? 'derived';
    return {
      key,
      origin,
      value: typeof value === 'string' ? value : `[${value.join(', ')}]`,
      because: origin === 'given' ? 'given with the request' : (step.because[key] ?? ''),
      isRead: read.has(key.toLowerCase()),
    };
  });
  const there = new Set(carried.map(({ key }) => key.toLowerCase()));
  const takenAway = nullKeys(answer.request).filter((key) => !there.has(key.toLowerCase()));
  const away = takenAway.map(
    (key): KeyRow => ({
      key,
      origin: 'taken-away',
      because: 'taken away by the request',
      isRead: read.has(key.toLowerCase()),
    }),
  );
  const told = new Set([...there, ...takenAway.map((key) => key.toLowerCase())]);
  const reasons = new Map(Object.entries(step.absent).map(([key, because]) => [key.toLowerCase(), { key, because }]));
  const open = new Set(step.result.unknownKeys.map((key) => key.toLowerCase()));
  const absent = [...read]
    .filter((lower) => !told.has(lower))
    .map((lower): KeyRow => {
      const reason = reasons.get(lower);
      const isUnknown = step.request.unknown !== undefined && open.has(lower);
      return {
        key: reason?.key ?? spelled(lower, catalog),
        origin: isUnknown ? 'unknown' : 'absent',
        because: reason?.because ?? 'nobody gave it',
        isRead: true,
      };
    });
  const all = [...carried, ...away, ...absent].sort((a, b) => (a.key.toLowerCase() < b.key.toLowerCase() ? -1 : 1));
  return [...all.filter(({ isRead }) => isRead), ...all.filter(({ isRead }) => !isRead)];
}

function nullKeys({ context, checks }: RequestDraft): readonly string[] {
  const given = { ...context, ...checks[0]?.context };
  return Object.entries(given).flatMap(([key, value]) => (value === null ? [key] : []));
}

/** In AWS's spelling as far as it has one: the name of a tag is the customer's. */
function spelled(lower: string, catalog: Catalog | undefined): string {
  const name = catalog?.conditionKey(lower)?.name ?? lower;
  const tag = name.indexOf('${');
  return tag === -1 ? name : name.slice(0, tag) + lower.slice(tag);
}

/** The request with another value of a key; undefined gives it back to what follows from the rest, null takes it away. */
export function withKey(request: RequestDraft, key: string, value: GivenContext[string] | undefined): RequestDraft {
  const lower = key.toLowerCase();
  const without = (context: GivenContext) =>
    Object.fromEntries(Object.entries(context).filter(([name]) => name.toLowerCase() !== lower));
  const checks = request.checks.map((check) => ({ ...check, context: without(check.context) }));
  const context = without(request.context);
  return { ...request, checks, context: value === undefined ? context : { ...context, [key]: value } };
}
