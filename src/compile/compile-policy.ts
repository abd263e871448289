/** Compiles a policy; each is compiled once, however many requests it meets. */
import {
  type ConditionEntry,
  type ConditionOperator,
  hasDeployTime,
  knownText,
  type Policy,
  parseOperator,
  type Statement,
  type Text,
} from '../language/index.ts';
import { matchesPattern, patternOf, splitPattern } from '../language/pattern.ts';
import { POLICY_TYPES, type PolicyTypeRow } from '../language/policy-types/index.ts';
import { compilePrincipal } from './compile-principal.ts';
import type {
  CompiledAction,
  CompiledCondition,
  CompiledPolicy,
  CompiledResource,
  CompiledStatement,
  CompiledValue,
} from './compiled-policy.ts';
import { openAction, openNames, openPrincipal, openTemplate, readableText } from './open-value.ts';
import { readExpected } from './operand.ts';
import { parseTemplate, type Template } from './template.ts';

const COMPILED = new WeakMap<Policy, CompiledPolicy>();

export function compilePolicy(policy: Policy): CompiledPolicy {
  let compiled = COMPILED.get(policy);
  if (!compiled) {
    compiled = {
      policy,
      statements: policy.document.statements.map((statement) => compileStatement(statement, policy)),
      plans: new Map(),
    };
    COMPILED.set(policy, compiled);
  }
  return compiled;
}

function compileStatement(statement: Statement, policy: Policy): CompiledStatement {
  const hasVariables = policy.document.version === '2012-10-17';
  const typeRow = POLICY_TYPES[policy.type];
  const resources = (statement.resource?.values ?? []).map((text) => compileResource(text, typeRow, hasVariables));
  const hasConditions = statement.conditions.length > 0;
  return {
    statement,
    isPlain: !statement.principal && !hasConditions,
    readsKeys: hasConditions || resources.some(({ template }) => template.segments) || isOpen(statement.principal),
    actions: statement.action.values.map(compileAction),
    resources,
    ...compilePrincipals(statement),
    conditions: statement.conditions.map((entry) => compileCondition(entry, hasVariables)),
  };
}

function isOpen(principal: Statement['principal']): boolean {
  return principal?.entries.some(({ value }) => hasDeployTime(value)) === true;
}

function compilePrincipals({ principal }: Statement): Pick<CompiledStatement, 'principals' | 'openPrincipals'> {
  const entries = principal?.entries ?? [];
  const openPrincipals = entries.flatMap((entry) => openPrincipal(entry) ?? []);
  if (openPrincipals.length === 0) return { principals: entries.map(compilePrincipal) };
  return { principals: entries.filter(({ value }) => !hasDeployTime(value)).map(compilePrincipal), openPrincipals };
}

function compileCondition(entry: ConditionEntry, hasVariables: boolean): CompiledCondition {
  const use = parseOperator(entry.operator);
  const values = entry.values.map((text) => compileValue(text, use?.operator, hasVariables));
  const key = entry.key.toLowerCase();
  const compiled = { entry, ...(use ? { use } : {}), key, values };
  const names = openNames(entry.key);
  if (use?.operator.relation === 'isAbsent') names.push(...entry.values.flatMap(({ value }) => openNames(value)));
  if (names.length === 0) return compiled;
  return { ...compiled, entry: { ...entry, key: readableText({ value: entry.key }).value }, open: names };
}

/** A14: `*`, or `service:name` with one colon and no wildcard in the service (B3); anything else matches nothing. */
function compileAction(text: Text): CompiledAction {
  if (text.value === '*') return { text, valid: true };
  const open = openAction(text.value);
  if (open) return { text: readableText(text), valid: false, open };
  const found = /^([a-z0-9-]+):([^:\s]+)$/.exec(text.value.toLowerCase());
  if (!found) return { text, valid: false };
  const [, service = '', name = ''] = found;
  return { text, service, name: patternOf(name), valid: true };
}

function compileResource(text: Text, type: PolicyTypeRow, hasVariables: boolean): CompiledResource {
  const everything = text.value === '*';
  if (hasDeployTime(text.value)) return openResource(text, type, hasVariables);
  const value = completeArn(text.value, type);
  const sixth = afterFifthColon(value);
  const read = template(value, hasVariables, sixth);
  const literalPrefix = /^[^*?]*/.exec(firstText(read))?.[0] ?? '';
  const isArn = value.startsWith('arn') || isArnWithWildcard(value);
  const resource = { text, everything, isArn, template: read, literalPrefix };
  if (everything || !isArn) return resource;
  if (!read.segments) {
    const parts = splitPattern(patternOf(value));
    const tail = literalPrefix.length >= sixth ? parts[5] : undefined;
    return { ...resource, parts, ...(tail ? { plain: { head: value.slice(0, sixth), tail } } : {}) };
  }
  const head = splitPattern(patternOf(value.slice(0, sixth))).slice(0, 5);
  return { ...resource, variable: { head, tail: parseTemplate(value.slice(sixth)) } };
}

/** Compared as one text, since colons may stand in what is not known. */
function openResource(text: Text, type: PolicyTypeRow, hasVariables: boolean): CompiledResource {
  // B14: filled or not, for what is missing may stand in what is not known.
  const isFilled = type.incompleteArn === 'filled' && knownText(text.value).split(':').length <= 5;
  const read = openTemplate(isFilled ? `${text.value}*` : text.value, hasVariables);
  const literalPrefix = /^[^*?]*/.exec(firstText(read))?.[0] ?? '';
  return { text: readableText(text), everything: false, isArn: false, template: read, literalPrefix, open: true };
}

/** `*:*:s3:...`: six parts, of which the first matches `arn` (A16). */
function isArnWithWildcard(value: string): boolean {
  const parts = value.split(':');
  return parts.length >= 6 && matchesPattern(patternOf(parts[0] ?? ''), 'arn');
}

/** The plain text before the first variable. */
function firstText({ text, segments }: Template): string {
  if (!segments) return text;
  const [first] = segments;
  return first?.kind === 'text' ? first.text : '';
}

/** B14: where the policy type fills an incomplete ARN, the missing parts become `*`. */
function completeArn(value: string, type: PolicyTypeRow): string {
  const missing = 5 - (value.split(':').length - 1);
  if (!value.startsWith('arn') || missing <= 0 || type.incompleteArn !== 'filled') return value;
  return value + ':*'.repeat(missing);
}

/** Where a variable may stand in a resource (A15, V9); the end of the text where there is no fifth colon. */
function afterFifthColon(value: string): number {
  let at = 0;
  for (let i = 0; i < 5; i++) {
    const colon = value.indexOf(':', at);
    if (colon === -1) return value.length;
    at = colon + 1;
  }
  return at;
}

/** V1, V10: only String, ARN and Bool operators take variables; for the others `${...}` is text. */
function compileValue(text: Text, operator: ConditionOperator | undefined, hasVariables: boolean): CompiledValue {
  const takesVariables = operator !== undefined && ['string', 'arn', 'boolean'].includes(operator.valueType);
  if (hasDeployTime(text.value)) {
    const open = openTemplate(text.value, hasVariables && takesVariables);
    return { text: readableText(text), template: open, open: true };
  }
  const read = template(text.value, hasVariables && takesVariables);
  if (!operator || read.segments) return { text, template: read };
  const operand = readExpected(operator, [{ text: text.value, literal: false }]);
  const value = text.value;
  return {
    text,
    template: read,
    fixed: operand ? { state: 'known', operand, text: value } : { state: 'mismatch', text: value },
  };
}

/** A3, V2: variables exist only under Version 2012-10-17. */
function template(text: string, hasVariables: boolean, from = 0) {
  return hasVariables ? parseTemplate(text, from) : { text };
}
