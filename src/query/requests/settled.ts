/** Policies with some context keys worked in: two sides whose keys are not the same can be asked about one request. */
import { type CompiledStatement, compilePolicy } from '../../compile/index.ts';
import { conditionHolds, type RequestView, viewRequest } from '../../evaluate/index.ts';
import {
  type ListElement,
  type PoliciesInPlay,
  type Policy,
  type Principal,
  type RequestContext,
  replacePolicies,
  type Settings,
  type Statement,
  type Text,
} from '../../language/index.ts';
import { keysOfCondition, keysOfTemplate } from '../../matrix/index.ts';

export interface Settling {
  /** In lower case: all of them are told by the context. */
  readonly keys: ReadonlySet<string>;
  readonly principal: Principal;
  /** Names in lower case; an empty list is a key that is absent. */
  readonly context: RequestContext;
  readonly settings: Settings;
}

/** The same decisions, whatever a request says of the keys. */
export function settledPolicies(
  policies: PoliciesInPlay,
  settling: Settling,
): { readonly policies: PoliciesInPlay } | { readonly why: string } {
  let why: string | undefined;
  const settled = replacePolicies(policies, (policy) => {
    const one = settledPolicy(policy, settling);
    if (typeof one !== 'string') return one;
    why ??= one;
    return policy;
  });
  return why === undefined ? { policies: settled } : { why };
}

/** A text says why it cannot be done. */
function settledPolicy(policy: Policy, settling: Settling): Policy | string {
  const { statements } = compilePolicy(policy);
  const touched = statements.filter((one) => keysOf(one).some((key) => settling.keys.has(key)));
  if (touched.length === 0) return policy;
  const { principal, context, settings } = settling;
  const view = viewRequest({ principal, action: '', resource: '*', context }, settings, false);
  const settled = statements.map((one) =>
    touched.includes(one) ? settledStatement(one, settling, view) : one.statement,
  );
  const why = settled.find((one) => typeof one === 'string');
  if (why !== undefined) return why;
  const left = settled.filter((one) => typeof one === 'object');
  return { ...policy, document: { ...policy.document, statements: left } };
}

function keysOf({ conditions, resources }: CompiledStatement): readonly string[] {
  return [...conditions.flatMap(keysOfCondition), ...resources.flatMap(({ template }) => keysOfTemplate(template))];
}

/** Undefined where a condition never holds. */
function settledStatement(
  { statement, conditions, resources }: CompiledStatement,
  settling: Settling,
  view: RequestView,
): Statement | string | undefined {
  const { keys, context } = settling;
  const left: Statement['conditions'][number][] = [];
  for (const condition of conditions) {
    const read = keysOfCondition(condition);
    if (!read.some((key) => keys.has(key))) left.push(condition.entry);
    else if (read.every((key) => key in context)) {
      const holds = conditionHolds(condition, view);
      if (holds === 'unknown') return whyNot(condition.entry.key);
      if (holds === 'no') return undefined;
    } else if (keys.has(condition.key)) return whyNot(condition.entry.key);
    else {
      const values = condition.entry.values.map((text) => filledText(text, settling));
      const open = values.find((one) => 'open' in one);
      if (open) return whyNot(open.open);
      left.push({ ...condition.entry, values: values.filter((one) => 'value' in one) });
    }
  }
  if (!statement.resource || !resources.some(({ template }) => keysOfTemplate(template).some((key) => keys.has(key)))) {
    return { ...statement, conditions: left };
  }
  const resource = filledElement(statement.resource, settling);
  if (typeof resource === 'string') return whyNot(resource);
  return resource && { ...statement, resource, conditions: left };
}

function whyNot(key: string): string {
  return `\`${key}\` is not the same on both sides, and what policies make of it is more than is searched`;
}

/** Undefined where nothing is left that could match; a text is the key that is more than is searched. */
function filledElement(element: ListElement, settling: Settling): ListElement | string | undefined {
  const values: Text[] = [];
  for (const text of element.values) {
    // V9: what stands in front of the resource part is no variable.
    const isOdd = text.value.split(':', 5).join(':').includes('${');
    const filled = isOdd ? { open: text.value } : filledText(text, settling);
    if ('value' in filled) values.push(filled);
    // V3: with an absent key it matches nothing.
    else if (element.not || !('absent' in filled)) return filled.open;
  }
  return values.length === 0 ? undefined : { ...element, values };
}

type Filled = Text | { readonly open: string; readonly absent?: true };

/** A variable's value stands as it is, with wildcards only where they count as such (V6); the key where it has none. */
function filledText(text: Text, { keys, context, settings }: Settling): Filled {
  const special = settings.substitutedWildcards === 'literal' ? /[*?$]/g : /\$/g;
  let left: Filled | undefined;
  const value = text.value.replaceAll(VARIABLE, (written, key: string, fallback?: string) => {
    const lower = key.toLowerCase();
    if (!keys.has(lower)) return written;
    const known = context[lower];
    if (typeof known === 'string' && known !== '') {
      return known.replaceAll(special, (character) => `\${${character}}`);
    }
    const isAbsent = fallback === undefined && known?.length === 0 && typeof known !== 'string';
    left ??= isAbsent ? { open: key, absent: true } : { open: key };
    return written;
  });
  return left ?? { ...text, value };
}

const VARIABLE = /\$\{([^\s${},']+)(, '[^']*')?\}/g;
