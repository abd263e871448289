/** A value that fits none of several alternatives: which one was meant, and what is wrong with it. */
import type { ErrorObject } from 'ajv/dist/2020.js';
import { nearestName } from '../catalog/index.ts';
import { pointerStep } from '../parse/index.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Finding } from './finding.ts';
import { findingsIn } from './findings.ts';
import { isSchema, type JsonSchema, type SchemaChecker } from './json-schema.ts';
import { joinWords, kindOf, subjectOf, typeWords } from './words.ts';

interface Alternative {
  readonly schema: JsonSchema;
  readonly findings: readonly Finding[];
  /** How many members of the value it knows. */
  readonly shared: number;
}

/** @param at JSON pointer of the value that was checked */
export function alternativeFindings(checker: SchemaChecker, error: ErrorObject, at: string): Finding[] {
  const path = at + error.instancePath;
  const value: unknown = error.data;
  const branches: JsonSchema[] = Array.isArray(error.schema) ? error.schema.filter(isSchema) : [];
  const fitting = branches.filter((branch) => typesOf(checker, branch).has(kindOf(value)));
  if (fitting.length === 0) {
    const words = typeWords([...new Set(branches.flatMap((branch) => [...typesOf(checker, branch)]))]);
    return [
      { code: 'wrong-type', message: `${subjectOf(path)} must be ${words}, found ${typeWords([kindOf(value)])}`, path },
    ];
  }
  const alternatives = fitting.map((branch) => tryAlternative(checker, branch, { value, path }));
  const [best, ...others] = alternatives.sort((a, b) => b.shared - a.shared || a.findings.length - b.findings.length);
  if (!best) return [];
  const equal = others.filter((one) => one.shared === best.shared && one.findings.length === best.findings.length);
  return equal.length > 0 && isSchema(value) ? openChoice([best, ...equal], value, path) : [...best.findings];
}

function tryAlternative(
  checker: SchemaChecker,
  branch: JsonSchema,
  { value, path }: { readonly value: unknown; readonly path: string },
): Alternative {
  const check = checker.checkerOf(branch);
  const findings = check(value) ? [] : findingsIn(checker, check.errors ?? [], path);
  const schema = checker.resolve(branch);
  const known = membersOf(schema);
  return {
    schema,
    findings,
    shared: isSchema(value) ? Object.keys(value).filter((key) => known.includes(key)).length : 0,
  };
}

/** Nothing in the object tells which of several it was to be. */
function openChoice(alternatives: readonly Alternative[], value: JsonSchema, path: string): Finding[] {
  const known = [...new Set(alternatives.flatMap(({ schema }) => membersOf(schema)))];
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    return unknown.map((name) => ({
      code: 'unknown-member',
      message: `unknown member \`${name}\`${didYouMean(name, known)}`,
      path,
      key: { name, step: pointerStep(name) },
      suggestion: nearestName(name, known),
    }));
  }
  const needed = [...new Set(alternatives.flatMap(({ schema }) => requiredOf(schema)))];
  return [
    {
      code: 'missing-member',
      message: `missing member: ${joinWords(
        needed.map((name) => `\`${name}\``),
        'or',
      )}`,
      path,
    },
  ];
}

function membersOf(schema: JsonSchema): string[] {
  return isSchema(schema.properties) ? Object.keys(schema.properties) : [];
}

function requiredOf(schema: JsonSchema): string[] {
  return Array.isArray(schema.required) ? schema.required.map(String) : [];
}

const EVERY_TYPE = ['string', 'number', 'boolean', 'null', 'array', 'object'];

/** The JSON types that a schema can accept. */
function typesOf(checker: SchemaChecker, part: JsonSchema): ReadonlySet<string> {
  const schema = checker.resolve(part);
  if (Array.isArray(schema.anyOf)) {
    return new Set(schema.anyOf.filter(isSchema).flatMap((branch) => [...typesOf(checker, branch)]));
  }
  if (Array.isArray(schema.enum)) return new Set(schema.enum.map(kindOf));
  if (schema.type === undefined) return new Set(EVERY_TYPE);
  const types = Array.isArray(schema.type) ? schema.type.map(String) : [String(schema.type)];
  return new Set(types.map((type) => (type === 'integer' ? 'number' : type)));
}
