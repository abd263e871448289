/** Statements that say the same. */

import { badExample, defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { remove } from '../../fix/change.ts';
import { atStatement } from '../../places.ts';
import { VALIDATOR } from '../../references.ts';
import type { StatementView } from '../../statement-view.ts';

export const redundantStatement = defineCheck({
  id: 'redundant-statement',
  severity: 'suggestion',
  title: 'a statement that says what another one says',
  why: 'it changes nothing; whoever edits one of the two will forget the other',
  help: 'remove it',
  references: [VALIDATOR],
  aws: ['REDUNDANT_STATEMENT'],
  bad: badExample('identity', '/Statement/1', allow({ Sid: 'A' }), allow({ Sid: 'B' })),
  good: example('identity', allow({ Sid: 'A' }), allow({ Sid: 'B', Action: 's3:PutObject' })),
  run: ({ statements }, report) => {
    if (statements.length < 2) return;
    const sizes = new Map<number, StatementView[]>();
    for (const view of statements) {
      const size = roughly(view);
      const alike = sizes.get(size);
      if (alike) alike.push(view);
      else sizes.set(size, [view]);
    }
    for (const alike of sizes.values()) {
      const seen = new Map<string, number>();
      for (const view of alike.length > 1 ? alike : []) {
        const text = canonical(view);
        const first = seen.get(text);
        if (first === undefined) seen.set(text, view.statement.index);
        else {
          const message = `the statement says the same as number ${first + 1}`;
          report({ message, at: atStatement(view), fix: remove(view.path) });
        }
      }
    }
  },
});

/** Equal for statements that say the same: how long their parts are. */
function roughly({ statement, conditions, principals }: StatementView): number {
  let size = statement.action.values.length * 7919 + conditions.length * 104_729 + principals.length * 31;
  for (const { value } of statement.action.values) size += value.length;
  for (const { value } of statement.resource?.values ?? []) size += value.length * 257;
  return statement.effect === 'Allow' ? size : -size;
}

/** The statement without its Sid, in one order. */
function canonical({ statement }: StatementView): string {
  const { effect, action, resource, principal, conditions } = statement;
  return [
    effect,
    action.not,
    sorted(action.values.map(({ value }) => value.toLowerCase())),
    resource?.not,
    resource && sorted(resource.values.map(({ value }) => value)),
    principal?.not,
    principal && sorted(principal.entries.map(({ kind, value }) => `${kind} ${value}`)),
    sorted(
      conditions.map(({ operator, key, values }) => `${operator} ${key} ${sorted(values.map(({ value }) => value))}`),
    ),
  ].join('\n');
}

function sorted(texts: readonly string[]): string {
  return texts.length === 1 ? (texts[0] ?? '') : [...new Set(texts)].sort().join(' ');
}
