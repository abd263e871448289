/** Elements of the document and of a statement, as far as the policy type takes them and they are not there yet. */
import type { PolicyType } from '../language/index.ts';
import { POLICY_TYPES } from '../language/policy-types/index.ts';
import type { Offer } from './completion.ts';

export const ELEMENT_WORDS: Readonly<Record<string, string>> = {
  Version: 'the language version; without it the one of 2008, which knows no variables',
  Id: 'a name for the document',
  Statement: 'what is allowed and denied',
  Sid: 'a name for the statement',
  Effect: 'Allow or Deny',
  Principal: 'who it is about',
  NotPrincipal: 'everybody but those',
  Action: 'what may be done',
  NotAction: 'everything but that',
  Resource: 'on what',
  NotResource: 'on everything but that',
  Condition: 'under which circumstances',
};

export function documentOffers(type: PolicyType): readonly Offer[] {
  const { id } = POLICY_TYPES[type];
  return [
    element('Version', '"Version": "2012-10-17"|'),
    ...(id === 'forbidden' ? [] : [element('Id', '"Id": "|"')]),
    element('Statement', '"Statement": [{ | }]'),
  ];
}

export function statementOffers(type: PolicyType): readonly Offer[] {
  const { effects, principal, notPrincipal, notAction, resource } = POLICY_TYPES[type];
  const [only, ...others] = effects;
  return [
    element('Effect', `"Effect": "${others.length === 0 ? `${only}"|` : '|"'}`),
    ...(principal === 'forbidden' ? [] : [element('Principal', '"Principal": { | }')]),
    element('Action', '"Action": ["|"]'),
    ...(resource === 'forbidden' ? [] : [element('Resource', '"Resource": ["|"]')]),
    element('Condition', '"Condition": { | }'),
    element('Sid', '"Sid": "|"'),
    ...(notAction === 'forbidden' ? [] : [element('NotAction', '"NotAction": ["|"]')]),
    ...(resource === 'forbidden' ? [] : [element('NotResource', '"NotResource": ["|"]')]),
    ...(principal === 'forbidden' || notPrincipal === 'forbidden'
      ? []
      : [element('NotPrincipal', '"NotPrincipal": { | }')]),
  ];
}

function element(label: string, snippet: string): Offer {
  return { label, detail: ELEMENT_WORDS[label] ?? '', snippet, goesOn: true };
}

/** An element and its opposite do not go together. */
export function opposite(name: string): string {
  return name.startsWith('Not') ? name.slice(3) : `Not${name}`;
}

export function effectOffers(type: PolicyType): readonly Offer[] {
  return POLICY_TYPES[type].effects.map((label) => ({ label }));
}

export const VERSION_OFFERS: readonly Offer[] = [{ label: '2012-10-17', detail: 'the one to use' }];
