/** A difference of access in words. */
import type { Catalog } from '../catalog/index.ts';
import { matchesPattern, patternOf, type Request, type StatementTrace } from '../language/index.ts';
import { callerWords, type Difference, type PolicyComparison, type Row } from '../prove/index.ts';
import { foldActions } from '../rewrite/index.ts';

/** A pair of policies and what holding them against each other came to. */
export interface ComparedPair extends PolicyComparison {
  readonly name: string;
}

const MOST = 4;

export interface RowWords {
  /** Names; empty where nobody in particular is meant. */
  readonly who: string;
  /** `s3:DeleteObject, s3:Get*`. */
  readonly actions: string;
  readonly resources: string;
  /** Empty where there is no condition. */
  readonly conditions: string;
}

export function rowWords({ who, actions, unlisted, resources, except, conditions }: Row, catalog: Catalog): RowWords {
  const patterns = actionPatterns(actions, catalog);
  const but = except.length > 0 ? ` but not ${some(except)}` : '';
  return {
    who: some(who),
    actions: [some(patterns), unlistedOf(unlisted, patterns)].filter((part) => part !== '').join(' and '),
    resources: `${some(resources)}${but}`,
    conditions: conditions.join(' and '),
  };
}

/** As few as it takes; of nearly all actions those that are not among them are told. */
function actionPatterns(actions: readonly string[], catalog: Catalog): readonly string[] {
  const all = catalog.expandAction('*');
  if (actions.length < all.length / 2) return foldActions(actions, catalog);
  const own = new Set(actions);
  const others = foldActions(
    all.flatMap(({ id }) => (own.has(id) ? [] : id)),
    catalog,
  );
  if (others.length === 0) return ['*'];
  return others.length > MOST ? foldActions(actions, catalog) : [`* but not ${others.join(', ')}`];
}

/** `s3:GetObject on arn:aws:s3:::reports/* when Bool aws:SecureTransport true`. */
export function whatWords({ actions, resources, conditions }: RowWords): string {
  return `${actions} on ${resources}${conditions ? ` when ${conditions}` : ''}`;
}

function some(texts: readonly string[]): string {
  const more = texts.length - MOST;
  return `${texts.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Where a wildcard tells the action, that there will be more goes without saying. */
function unlistedOf(unlisted: readonly string[], patterns: readonly string[]): string {
  if (patterns.some((one) => one.startsWith('* but'))) return '';
  const wild = patterns.filter((pattern) => pattern.includes('*')).map((one) => patternOf(one.toLowerCase()));
  const left = unlisted.find((id) => !wild.some((pattern) => matchesPattern(pattern, id.toLowerCase())));
  return left === undefined ? '' : `actions that AWS does not list today, such as ${left},`;
}

/** `statement Write of new.json, against the Deny of statement Guard of old.json`. */
export function statementsWords(statements: Difference['statements']): string {
  return statements
    .map((one) => `${one.effect === 'Deny' ? 'against the Deny of ' : ''}${statementWords(one)}`)
    .join(', ');
}

function statementWords({ sid, statement, policy }: StatementTrace): string {
  return `statement ${sid ?? statement + 1} of ${policy.name}`;
}

/** `s3:DeleteObject on arn:aws:s3:::prod-example by user arn:... with aws:SourceIp=...`. */
export function witnessWords({ principal, action, resource, context }: Request): string {
  const keys = Object.entries(context).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : `[${value.join(', ')}]`}`,
  );
  return `${action} on ${resource} by ${callerWords(principal)}${keys.length > 0 ? ` with ${keys.join(', ')}` : ''}`;
}

/** `newly allows` and `no longer allows` of one pair, in one word. */
export const COMPARISON_WORDS: Readonly<Record<PolicyComparison['comparison'], string>> = {
  equivalent: 'allows the same',
  more: 'allows more',
  less: 'allows less',
  both: 'allows more, and less',
  unknown: 'not decided',
};
