/** The known actions an action pattern of a policy stands for (B1 to B3). */
import { matchesPattern, patternOf } from '../language/index.ts';
import type { ServiceReader } from './read-services.ts';
import type { ServiceAction } from './service.ts';

/** Gives the actions that match, sorted by service and name; answers are kept, policies repeat their patterns. */
export function actionExpander(reader: ServiceReader): (pattern: string) => readonly ServiceAction[] {
  const answers = new Map<string, readonly ServiceAction[]>();
  return (pattern) => {
    const lower = pattern.toLowerCase();
    const known = answers.get(lower);
    if (known) return known;
    const answer = expand(reader, lower);
    answers.set(lower, answer);
    return answer;
  };
}

/** The pattern is in lower case. A prefix that is no service, or a pattern itself, gives nothing (B3). */
function expand(reader: ServiceReader, pattern: string): readonly ServiceAction[] {
  if (pattern === '*') return reader.prefixes().flatMap((prefix) => reader.load(prefix)?.service.actions ?? []);
  const colon = pattern.indexOf(':');
  const loaded = colon === -1 ? undefined : reader.load(pattern.slice(0, colon));
  if (!loaded) return [];
  const name = pattern.slice(colon + 1);
  const compiled = patternOf(name);
  return [...loaded.actions].filter(([lower]) => matchesPattern(compiled, lower)).map(([, action]) => action);
}
