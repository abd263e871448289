/** One error of ajv in our words. */
import type { ErrorObject } from 'ajv/dist/2020.js';
import { nearestName } from '../catalog/index.ts';
import { pointerStep } from '../parse/index.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Finding, SchemaCode } from './finding.ts';
import { isSchema } from './json-schema.ts';
import { joinWords, kindOf, subjectOf, typeWords } from './words.ts';

/** Empty for an error that only sums up others. @param at JSON pointer of the value that was checked */
export function findingOf(error: ErrorObject, at: string): Finding[] {
  const path = at + error.instancePath;
  switch (error.keyword) {
    case 'propertyNames':
      return [];
    case 'additionalProperties':
      return [unknownMember(error, path)];
    case 'required':
      return [missingMember(error, path)];
    default:
      return [valueFinding(error, path)];
  }
}

function unknownMember({ params, parentSchema }: ErrorObject, path: string): Finding {
  const name = String(params.additionalProperty);
  const known = isSchema(parentSchema?.properties) ? Object.keys(parentSchema.properties) : [];
  return {
    code: 'unknown-member',
    message: `unknown member \`${name}\`${didYouMean(name, known)}`,
    path,
    key: { name, step: pointerStep(name) },
    suggestion: nearestName(name, known),
  };
}

function missingMember({ params, parentSchema, data }: ErrorObject, path: string): Finding {
  const where = path === '' ? '' : ` in ${subjectOf(path)}`;
  const member = String(params.missingProperty);
  const near =
    parentSchema?.additionalProperties === false ? undefined : nearestName(member, strangersIn(data, parentSchema));
  const hint = near === undefined ? '' : `; \`${near}\` may be a misspelling of it`;
  return { code: 'missing-member', message: `missing member \`${member}\`${where}${hint}`, path, member };
}

function strangersIn(data: unknown, schema: ErrorObject['parentSchema']): string[] {
  const known = isSchema(schema?.properties) ? Object.keys(schema.properties) : [];
  return isSchema(data) ? Object.keys(data).filter((key) => !known.includes(key)) : [];
}

/** Problems of a value; of a member's name where ajv says so. */
function valueFinding(error: ErrorObject, path: string): Finding {
  const { propertyName } = error;
  const [code, message] = wording(error, path);
  return propertyName === undefined
    ? { code, message, path }
    : { code, message, path, key: { name: propertyName, step: pointerStep(propertyName) } };
}

function wording(error: ErrorObject, path: string): [SchemaCode, string] {
  const { params, data } = error;
  const subject = subjectOf(path);
  switch (error.keyword) {
    case 'type':
      return ['wrong-type', wrongType(error, subject)];
    case 'enum':
      return ['wrong-value', wrongValue(error, subject)];
    case 'pattern':
      return ['wrong-form', `\`${String(data)}\`: ${formOf(error)}`];
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return params.limit === 1
        ? ['empty', `${subject} must not be empty`]
        : ['wrong-value', `${subject} must have at least ${params.limit} ${unitOf(error)}`];
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return ['wrong-value', `${subject} must have at most ${params.limit} ${unitOf(error)}`];
    case 'minimum':
      return ['wrong-value', `${subject} must be at least ${params.limit}, found ${String(data)}`];
    case 'maximum':
      return ['wrong-value', `${subject} must be at most ${params.limit}, found ${String(data)}`];
    case 'uniqueItems':
      return ['wrong-value', `items ${params.j + 1} and ${params.i + 1} of ${subject} are equal`];
    default:
      return ['wrong-value', `${subject} ${error.message ?? 'does not fit'}`];
  }
}

function wrongType({ params, data }: ErrorObject, subject: string): string {
  const types: string[] = Array.isArray(params.type) ? params.type : String(params.type).split(',');
  const quotes = types.includes('string') && kindOf(data) === 'number' ? ': put it in quotes' : '';
  const found = types.includes('integer') && kindOf(data) === 'number' ? String(data) : typeWords([kindOf(data)]);
  return `${subject} must be ${typeWords(types)}, found ${found}${quotes}`;
}

function wrongValue({ params, data }: ErrorObject, subject: string): string {
  const allowed: string[] = Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [];
  const found = typeof data === 'string' ? `\`${data}\`${didYouMean(data, allowed)}` : typeWords([kindOf(data)]);
  return `${subject} must be ${joinWords(
    allowed.map((value) => `\`${value}\``),
    'or',
  )}, found ${found}`;
}

/** What the schema says about the form, for people. */
function formOf({ parentSchema }: ErrorObject): string {
  const words = parentSchema?.patternErrorMessage ?? parentSchema?.description;
  return typeof words === 'string' ? words.replace(/\.$/, '') : 'it does not have the form that is expected';
}

function unitOf({ keyword }: ErrorObject): string {
  if (keyword.endsWith('Length')) return 'characters';
  return keyword.endsWith('Items') ? 'items' : 'members';
}
