/** What is known of condition operators and keys, whatever policy they stand in: found out once and kept. */
import type { Catalog, ConditionKey, ServiceAction } from '../catalog/index.ts';
import { type OperatorUse, parseOperator } from '../language/index.ts';

export interface KeyFacts {
  readonly text: string;
  readonly lower: string;
  /** What stands before the last colon, in lower case; empty where there is none. */
  readonly prefix: string;
  readonly isGlobal: boolean;
  /** Missing where AWS publishes no such key. */
  readonly known?: ConditionKey;
  /** The published name in lower case, `aws:resourcetag/${tagkey}`; the text where there is none. */
  readonly name: string;
}

export interface ConditionReader {
  readonly operator: (text: string) => OperatorUse | undefined;
  readonly key: (text: string) => KeyFacts;
  /** Can a request for the action carry the key? Global keys count as carried but those that services list by action. */
  readonly isCarried: (action: ServiceAction, key: KeyFacts) => boolean;
}

export function conditionReader(catalog: Catalog): ConditionReader {
  const operators = new Map<string, OperatorUse | undefined>();
  const keys = new Map<string, KeyFacts>();
  const carried = new Map<ServiceAction, ReadonlySet<string>>();

  function readKey(text: string): KeyFacts {
    const lower = text.toLowerCase();
    const found = catalog.conditionKey(text);
    return {
      text,
      lower,
      prefix: lower.slice(0, Math.max(0, lower.indexOf(':'))),
      isGlobal: lower.startsWith('aws:') || found?.scope === 'global',
      ...(found ? { known: found } : {}),
      name: found?.name.toLowerCase() ?? lower,
    };
  }

  return {
    operator: (text) => {
      if (!operators.has(text)) operators.set(text, parseOperator(text));
      return operators.get(text);
    },
    key: (text) => {
      let facts = keys.get(text);
      if (!facts) {
        facts = readKey(text);
        keys.set(text, facts);
      }
      return facts;
    },
    isCarried: (action, key) => {
      let names = carried.get(action);
      if (!names) {
        names = new Set(catalog.keysOfAction(action.id).map(({ name }) => name.toLowerCase()));
        carried.set(action, names);
      }
      return names.has(key.name);
    },
  };
}
