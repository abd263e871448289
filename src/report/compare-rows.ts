/** A difference between policies in words. */
import type { Request, Statement } from '../language/index.ts';
import { callerWords, type Difference, type PolicyComparison } from '../prove/index.ts';

/** A pair of policies and what holding them against each other came to. */
export interface ComparedPair extends PolicyComparison {
  readonly name: string;
}

const MOST_ACTIONS = 4;

export interface DifferenceWords {
  /** `s3:DeleteObject, s3:PutObject`, or `s3:Get* (39 actions, such as ...)`. */
  readonly actions: string;
  readonly resources: string;
  /** Empty where there is no condition. */
  readonly conditions: string;
  /** `s3:DeleteObject on arn:aws:s3:::prod-example by user arn:...`. */
  readonly witness: string;
  /** `statement Write of new.json`. */
  readonly statement: string;
}

export function differenceWords({ actions, unlisted, statement, witness }: Difference): DifferenceWords {
  const written = statement?.policy.document.statements.find(({ index }) => index === statement.statement);
  return {
    actions: [actionsOf(actions, written), unlistedOf(unlisted, actions)].filter((part) => part !== '').join(' and '),
    resources: resourcesOf(written, witness),
    conditions: conditionsOf(written),
    witness: witnessWords(witness),
    statement: statement ? `statement ${statement.sid ?? statement.statement + 1} of ${statement.policy.name}` : '',
  };
}

/** All of a few; of many what the statement says of them, how many they are, and some. */
function actionsOf(actions: readonly string[], statement: Statement | undefined): string {
  if (actions.length <= MOST_ACTIONS) return actions.join(', ');
  const some = `${actions.length} actions, such as ${actions.slice(0, 2).join(' and ')}`;
  const patterns = statement?.action.values.map(({ value }) => value) ?? [];
  const isShort = statement?.action.not === false && patterns.length <= MOST_ACTIONS;
  return isShort ? `${patterns.join(', ')} (${some})` : some;
}

/** Where all that the service has is meant, that there will be more goes without saying. */
function unlistedOf([first]: readonly string[], { length }: readonly string[]): string {
  return first === undefined || length > MOST_ACTIONS ? '' : `actions that AWS does not list today, such as ${first},`;
}

function resourcesOf(statement: Statement | undefined, { resource }: Request): string {
  if (!statement?.resource) return resource;
  const values = statement.resource.values.map(({ value }) => value);
  const shown = `${values.slice(0, MOST_ACTIONS).join(', ')}${values.length > MOST_ACTIONS ? ` and ${values.length - MOST_ACTIONS} more` : ''}`;
  return statement.resource.not ? `all but ${shown}` : shown;
}

function conditionsOf(statement: Statement | undefined): string {
  const parts = statement?.conditions.map(
    ({ operator, key, values }) => `${operator} ${key} ${values.map(({ value }) => value).join(' or ')}`,
  );
  return parts?.join(' and ') ?? '';
}

function witnessWords({ principal, action, resource, context }: Request): string {
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
