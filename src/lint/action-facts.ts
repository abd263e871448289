/** What is known of an action pattern, whatever policy it stands in: found out once and kept. */
import type { Catalog, ServiceAction } from '../catalog/index.ts';
import { actionName, type CompiledAction, matchesAction } from '../compile/index.ts';
import { patternOf } from '../language/index.ts';

export interface ActionFacts {
  readonly text: string;
  readonly lower: string;
  /** The bare `*`. */
  readonly everything: boolean;
  /** Not of the form `service:name`; the parser has said so. */
  readonly malformed: boolean;
  /** In lower case; empty for `*` and for what is malformed. */
  readonly service: string;
  /** What stands after the colon, in lower case. */
  readonly name: string;
  readonly hasWildcard: boolean;
  readonly serviceIsKnown: boolean;
  /** The known actions that it stands for; empty for the bare `*`, which is every action there is. */
  readonly actions: readonly ServiceAction[];
  readonly compiled: CompiledAction;
}

/** The facts of action patterns by their text. */
export type ActionReader = (text: string) => ActionFacts;

export function actionReader(catalog: Catalog): ActionReader {
  const known = new Map<string, ActionFacts>();
  return (text) => {
    let facts = known.get(text);
    if (!facts) {
      facts = read(catalog, text);
      known.set(text, facts);
    }
    return facts;
  };
}

function read(catalog: Catalog, text: string): ActionFacts {
  const lower = text.toLowerCase();
  const everything = text === '*';
  const [service = '', name = '', ...more] = lower.split(':');
  const malformed = !everything && (name === '' || more.length > 0 || /[^a-z0-9-]/.test(service) || /\s/.test(name));
  const valid = !malformed;
  const isNamed = valid && !everything;
  return {
    text,
    lower,
    everything,
    malformed,
    service: isNamed ? service : '',
    name: isNamed ? name : '',
    hasWildcard: isNamed && (name.includes('*') || name.includes('?')),
    serviceIsKnown: isNamed && catalog.service(service) !== undefined,
    actions: isNamed ? catalog.expandAction(lower) : [],
    compiled: { text: { value: text }, valid, ...(isNamed ? { service, name: patternOf(name) } : {}) },
  };
}

/** Does the pattern stand for the action, `iam:PassRole`? */
export function standsFor(facts: ActionFacts, action: string): boolean {
  return matchesAction(facts.compiled, actionName(action));
}
