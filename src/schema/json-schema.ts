/** JSON Schemas (2020-12) made ready for ajv. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A schema as imported from a `.json` file; it must have an `$id`. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A schema, or any part of one, that values can be held against. */
export interface SchemaChecker {
  readonly check: ValidateFunction;
  /** For a part that an error names. */
  readonly checkerOf: (part: JsonSchema) => ValidateFunction;
  /** The part with its reference followed. */
  readonly resolve: (part: JsonSchema) => JsonSchema;
}

const CHECKERS = new WeakMap<JsonSchema, SchemaChecker>();

/** @param referenced schemas that `schema` refers to by address */
export function schemaChecker(schema: JsonSchema, referenced: readonly JsonSchema[]): SchemaChecker {
  const known = CHECKERS.get(schema);
  if (known) return known;
  // `patternErrorMessage` is what VS Code's JSON and YAML editors show for a pattern that does not fit.
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false, keywords: ['patternErrorMessage'] });
  for (const one of referenced) ajv.addSchema(withWholeReferences(one));
  const check = ajv.compile(withWholeReferences(schema));
  const checker: SchemaChecker = {
    check,
    checkerOf: (part) => ajv.compile(part),
    resolve: (part) => resolve(part),
  };
  CHECKERS.set(schema, checker);
  return checker;

  function resolve(part: JsonSchema): JsonSchema {
    const target = typeof part.$ref === 'string' ? ajv.getSchema(part.$ref)?.schema : undefined;
    return isSchema(target) ? resolve(target) : part;
  }
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy in which each reference is a whole address, so that every part of it stands on its own. */
function withWholeReferences(schema: JsonSchema): JsonSchema {
  const id = String(schema.$id);
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (!isSchema(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === '$ref' && typeof part === 'string' ? wholeAddress(part, id) : copy(part),
      ]),
    );
  };
  const result = copy(schema);
  return isSchema(result) ? result : {};
}

function wholeAddress(reference: string, id: string): string {
  if (reference.startsWith('#')) return id + reference;
  return reference.includes('://') ? reference : id.slice(0, id.lastIndexOf('/') + 1) + reference;
}
