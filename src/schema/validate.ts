/** Holds a document against a schema and says in our words, at the exact place, what does not fit. */
import type { Diagnostic, SourceText } from '../language/index.ts';
import { type SourceNode, toValue } from '../parse/index.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { findingsIn } from './findings.ts';
import { type JsonSchema, schemaChecker } from './json-schema.ts';
import { locate } from './locate.ts';

/**
 * One diagnostic for each problem, in the order of the text; empty for a document that fits. Keys that occur twice are
 * problems too.
 * @param schemas the schema, then those that it refers to
 */
export function validate(
  schemas: JsonSchema | readonly [JsonSchema, ...JsonSchema[]],
  node: SourceNode,
  source: SourceText | undefined,
): readonly Diagnostic[] {
  const [schema, ...referenced] = isList(schemas) ? schemas : [schemas];
  const checker = schemaChecker(schema, referenced);
  const value = toValue(node);
  const findings = checker.check(value) ? [] : findingsIn(checker, checker.check.errors ?? []);
  const all = [...duplicateKeys(node), ...findings];
  const diagnostics = all.map(({ code, message, path, key }): Diagnostic => {
    const range = locate(node, path, key);
    return {
      code,
      severity: 'error',
      message,
      ...(source && range ? { location: { source, range } } : {}),
      path: key === undefined ? path : `${path}${key.step}`,
    };
  });
  return diagnostics.sort((a, b) => (a.location?.range.start ?? 0) - (b.location?.range.start ?? 0));
}

function isList(
  schemas: JsonSchema | readonly [JsonSchema, ...JsonSchema[]],
): schemas is readonly [JsonSchema, ...JsonSchema[]] {
  return Array.isArray(schemas);
}
