/** Invariants: each as a sentence, with the request of which it does not hold. */
import { reasons } from '../explain/index.ts';
import { conditionKeyWords } from '../language/condition-keys.ts';
import { formatLocation, type RequestContext } from '../language/index.ts';
import type { InvariantResult, Witness } from '../query/index.ts';
import { type Paint, PLAIN } from './paint.ts';

export interface InvariantsLook {
  readonly paint: Paint;
  readonly ascii: boolean;
}

const MARKS = {
  holds: ['✓', '+'],
  violated: ['✗', 'x'],
  undecided: ['◐', '?'],
} as const;

export function formatInvariants(results: readonly InvariantResult[], options: Partial<InvariantsLook> = {}): string {
  const { paint = PLAIN, ascii = false } = options;
  const status = worstOf(results);
  const verdict = colour(status, paint)(`${MARKS[status][ascii ? 1 : 0]} ${invariantWords(results)}`);
  return `${invariantSections(results, { paint, ascii })}\n\n${verdict}\n`;
}

/** By file, without the count. */
export function invariantSections(results: readonly InvariantResult[], look: InvariantsLook): string {
  const names = [...new Set(results.map(nameOfFile))];
  return names
    .map((name) => {
      const own = results.filter((result) => nameOfFile(result) === name);
      return [look.paint.strong(name), ...own.flatMap((result) => resultLines(result, look))].join('\n');
    })
    .join('\n\n');
}

function nameOfFile({ invariant }: InvariantResult): string {
  return invariant.location.source.name;
}

/** `5 of 6 invariants proved, 1 violated`. */
export function invariantWords(results: readonly InvariantResult[]): string {
  const of = (status: InvariantResult['status']) => results.filter((one) => one.status === status).length;
  const [violated, undecided] = [of('violated'), of('undecided')];
  const bad = [violated > 0 ? `${violated} violated` : [], undecided > 0 ? `${undecided} undecided` : []].flat();
  return [`${of('holds')} of ${results.length} invariants proved`, ...bad].join(', ');
}

function worstOf(results: readonly InvariantResult[]): InvariantResult['status'] {
  const among = (status: InvariantResult['status']) => results.some((one) => one.status === status);
  return among('violated') ? 'violated' : among('undecided') ? 'undecided' : 'holds';
}

function colour(status: InvariantResult['status'], paint: Paint): (text: string) => string {
  return { holds: paint.good, violated: paint.bad, undecided: paint.note }[status];
}

function resultLines(result: InvariantResult, { paint, ascii }: InvariantsLook): string[] {
  const { invariant, status, askers, witnesses, how, others, why } = result;
  const principals = `${askers.length} principal${askers.length === 1 ? '' : 's'}`;
  const verdict = {
    holds: `proved for ${principals}`,
    violated: 'does not hold',
    undecided: 'could be neither proved nor refuted',
  }[status];
  const head = `  ${colour(status, paint)(MARKS[status][ascii ? 1 : 0])} ${invariant.name}: ${verdict}`;
  if (status === 'holds') return [head];
  if (status === 'undecided') return [head, ...why.map((one) => `      ${one}`)];
  const also = others.map(({ name }) => name);
  const more = also.length > 4 ? `${also.slice(0, 4).join(', ')} and ${also.length - 4} more` : also.join(', ');
  return [
    head,
    ...witnesses.flatMap((witness) => witnessLines(witness, paint)),
    ...(how === undefined ? [] : [`      so it can ${how}`]),
    ...(also.length > 0 ? [paint.quiet(`      the same of ${more}`)] : []),
  ];
}

/** `role/dev may call s3:GetObject on arn:... with aws:SourceIp = 203.0.113.1`. */
function witnessLines(witness: Witness, paint: Paint): string[] {
  const { asker, request, policies, result, actions } = witness;
  const may = result.decision === 'allowed' ? 'may' : 'may not';
  const on = request.resource === '*' ? '' : ` on ${request.resource}`;
  const withKeys = chosenWords(witness.chosen);
  const like =
    actions.length > 1 ? `, and ${actions.length - 1} more such action${actions.length === 2 ? '' : 's'}` : '';
  const told = reasons({ request, policies }, result);
  const statements = told.filter(({ location }) => location);
  return [
    `      ${asker.name} ${may} call ${request.action}${on}${withKeys}${like}`,
    ...(statements.length > 0 ? statements : told.slice(0, 2)).map(
      ({ text, location }) => `        ${text}${location ? ` ${paint.quiet(`(${formatLocation(location)})`)}` : ''}`,
    ),
  ];
}

/** ` with aws:SourceIp = 203.0.113.1`; empty where nothing is chosen. */
export function chosenWords(chosen: RequestContext): string {
  const keys = keysOf({ chosen }).map(([key, value]) => `${key} = ${valueWords(value)}`);
  return keys.length > 0 ? ` with ${keys.join(' and ')}` : '';
}

function keysOf({ chosen }: Pick<Witness, 'chosen'>): readonly (readonly [string, RequestContext[string]])[] {
  return Object.entries(chosen).map(([key, value]) => [conditionKeyWords(key), value]);
}

function valueWords(value: string | readonly string[]): string {
  return typeof value === 'string' ? value || '""' : `[${value.join(', ')}]`;
}

export function invariantsJson(results: readonly InvariantResult[]): string {
  const holds = worstOf(results) === 'holds';
  return `${JSON.stringify({ schemaVersion: 1, holds, invariants: invariantsValue(results) }, null, 2)}\n`;
}

/** For JSON. */
export function invariantsValue(results: readonly InvariantResult[]): readonly object[] {
  return results.map(resultJson);
}

function resultJson({ invariant, status, askers, witnesses, how, others, why }: InvariantResult): object {
  return {
    name: invariant.name,
    file: invariant.location.source.name,
    kind: invariant.claim.kind,
    status,
    principals: askers.map(({ name }) => name),
    witnesses: witnesses.map((witness) => ({
      principal: witness.asker.name,
      actions: witness.actions,
      decision: witness.result.decision,
      request: witness.request,
      chosen: Object.fromEntries(keysOf(witness)),
      reasons: reasons(witness, witness.result).map(({ text, location }) =>
        location ? { text, location: formatLocation(location) } : { text },
      ),
    })),
    ...(how === undefined ? {} : { how }),
    others: others.map(({ name }) => name),
    why,
  };
}
