/** Completion of a policy at an offset, while it is typed. */

import { actionOffers } from './complete-actions.ts';
import { keyOffers, operatorOffers, valueOffers } from './complete-conditions.ts';
import { documentOffers, effectOffers, opposite, statementOffers, VERSION_OFFERS } from './complete-elements.ts';
import { principalKeyOffers, principalOffers } from './complete-principals.ts';
import { resourceOffers } from './complete-resources.ts';
import { openVariable, variableOffers } from './complete-variables.ts';
import type { Completion, CompletionItem, EditingContext, Offer } from './completion.ts';
import { looseMember, looseTexts } from './loose-tree.ts';
import { matching } from './match-offers.ts';
import { type PolicyPlace, placeAt } from './place.ts';

/**
 * What can stand at an offset of a JSON policy, however much of it is missing.
 *
 * @param offset UTF-16 units; the cursor stands before the unit of that number
 * @returns undefined where nothing is known of the place
 */
export function completeAt(text: string, offset: number, context: EditingContext): Completion | undefined {
  if (text.slice(0, offset).trim() === '' && text.slice(offset).trim() === '') return newDocument(text, context);
  const place = placeAt(text, offset);
  if (!place) return undefined;
  const { token } = place;
  const typed = token ? text.slice(token.start + (token.isQuoted ? 1 : 0), offset) : '';
  const variable = place.role === 'value' && token ? openVariable(typed) : undefined;
  if (variable !== undefined) return variableCompletion(offset, variable, place, context);
  const offers = matching(offersAt(place, typed, context), typed);
  if (offers.length === 0) return undefined;
  return place.role === 'key'
    ? keyCompletion(text, offset, place, offers)
    : valueCompletion(text, offset, place, offers);
}

function newDocument(text: string, { type }: EditingContext): Completion {
  const body =
    type === 'trust'
      ? '"Principal": { | },\n      "Action": "sts:AssumeRole"'
      : '"Action": ["|"],\n      "Resource": ["*"]';
  const snippet = `{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      ${body}\n    }\n  ]\n}\n`;
  return { from: 0, to: text.length, items: [itemOf({ label: 'a new document', snippet, goesOn: true }, snippet)] };
}

function actionsOf({ statement }: PolicyPlace): readonly string[] {
  return looseTexts(looseMember(statement, 'Action', 'NotAction')).filter(
    (action) => action.includes(':') || action === '*',
  );
}

function offersAt(place: PolicyPlace, typed: string, context: EditingContext): readonly Offer[] {
  const { path, role } = place;
  const [top, element, operator = '', key = ''] = path;
  if (top === undefined) return role === 'key' ? unused(place, documentOffers(context.type)) : [];
  if (top === 'Version') return VERSION_OFFERS;
  if (top !== 'Statement') return [];
  if (element === undefined) return role === 'key' ? unused(place, statementOffers(context.type)) : [];
  switch (element) {
    case 'Effect':
      return effectOffers(context.type);
    case 'Action':
    case 'NotAction':
      return role === 'value' ? actionOffers(context, typed) : [];
    case 'Resource':
    case 'NotResource':
      return role === 'value' ? resourceOffers(context, actionsOf(place)) : [];
    case 'Principal':
    case 'NotPrincipal':
      if (role === 'key') return unused(place, principalKeyOffers());
      return path.length === 2 ? [{ label: '*', detail: 'everybody' }] : principalOffers(context, operator);
    case 'Condition':
      return conditionOffers(place, typed, context, { operator, key });
    default:
      return [];
  }
}

function conditionOffers(
  place: PolicyPlace,
  typed: string,
  context: EditingContext,
  { operator, key }: { readonly operator: string; readonly key: string },
): readonly Offer[] {
  const { path, role, holder, token } = place;
  if (role === 'value') return path.length === 4 ? valueOffers(context, operator, key) : [];
  if (path.length === 2) {
    const below = holder?.members.find((member) => member.key === token)?.value;
    const keys = below?.kind === 'object' ? below.members.map((member) => member.key.text) : [];
    return unused(place, operatorOffers(context, keys, typed));
  }
  return path.length === 3 ? unused(place, keyOffers(context, operator, actionsOf(place))) : [];
}

/** Those that are not there yet, nor what excludes them. */
function unused({ holder, token }: PolicyPlace, offers: readonly Offer[]): readonly Offer[] {
  const there = new Set(holder?.members.filter(({ key }) => key !== token).map(({ key }) => key.text));
  return offers.filter(({ label }) => !there.has(label) && !there.has(opposite(label)));
}

function variableCompletion(
  offset: number,
  variable: string,
  place: PolicyPlace,
  context: EditingContext,
): Completion | undefined {
  const found = matching(variableOffers(context, actionsOf(place)), `\${${variable}`);
  if (found.length === 0) return undefined;
  const from = offset - variable.length - 2;
  return { from, to: offset, items: found.map((offer) => itemOf(offer, offer.label)) };
}

/** A key that has its colon gets another name; else the whole member is written, with the commas that it takes. */
function keyCompletion(
  text: string,
  offset: number,
  { token, hasColon }: PolicyPlace,
  offers: readonly Offer[],
): Completion {
  const from = token ? token.start : offset;
  const to = token ? token.end : offset;
  if (token && hasColon)
    return { from, to, items: offers.map((offer) => itemOf(offer, `${JSON.stringify(offer.label)}|`)) };
  const [before, after] = commas(text, from, to, true);
  return {
    from,
    to,
    items: offers.map((offer) =>
      itemOf(offer, `${before}${offer.snippet ?? `${JSON.stringify(offer.label)}: |`}${after}`),
    ),
  };
}

/** Within the quotes where there are some. */
function valueCompletion(
  text: string,
  offset: number,
  { token, isEntry }: PolicyPlace,
  offers: readonly Offer[],
): Completion {
  if (token?.isQuoted) {
    const to = token.isClosed ? token.end - 1 : offset;
    const close = token.isClosed ? '' : '"';
    return {
      from: token.start + 1,
      to,
      items: offers.map((offer) => itemOf(offer, `${escaped(offer.label)}${offer.goesOn ? `|${close}` : `${close}|`}`)),
    };
  }
  const [from, to] = token ? [token.start, token.end] : [offset, offset];
  const [before, after] = commas(text, from, to, isEntry);
  return {
    from,
    to,
    items: offers.map((offer) =>
      itemOf(offer, `${before}"${escaped(offer.label)}${offer.goesOn ? '|"' : '"|'}${after}`),
    ),
  };
}

function escaped(label: string): string {
  return JSON.stringify(label).slice(1, -1);
}

/** Before it where something stands there that it follows; behind it where something goes on. */
function commas(text: string, from: number, to: number, isEntry: boolean): readonly [before: string, after: string] {
  const before = text.slice(0, from).trimEnd().at(-1) ?? '';
  const after = text.slice(to).trimStart()[0] ?? '';
  const follows = isEntry && /["}\]\w]/.test(before);
  const goesOn = /["{[\w]/.test(after);
  return [follows ? (/\s$/.test(text.slice(0, from)) ? ', ' : ', ') : '', goesOn ? ',' : ''];
}

function itemOf({ label, detail, goesOn }: Offer, written: string): CompletionItem {
  const mark = written.indexOf('|');
  const insert = mark === -1 ? written : written.slice(0, mark) + written.slice(mark + 1);
  return {
    label,
    ...(detail === undefined || detail === '' ? {} : { detail }),
    insert,
    caret: mark === -1 ? insert.length : mark,
    ...(goesOn ? { goesOn } : {}),
  };
}
