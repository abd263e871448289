/** Typing in the form and in the context keys: what keys do meanwhile, and what becomes of the text. */
import type { GivenContext } from '../../../environment/index.ts';
import type { Input } from '../../keys/key.ts';
import { setRequest } from '../../project/set-request.ts';
import { type AppState, stay, type Turn, withMessage, withScreen } from '../../state.ts';
import { lineText, typeInLine } from '../../widgets/line-text.ts';
import { clamp } from '../../widgets/list.ts';
import { type keyRows, withKey } from './context-keys.ts';
import { draftOf, FIELD_IDS, FIELDS } from './fields.ts';
import { shownKeys } from './keys-panel.ts';
import { lineOf, offersOf } from './offers.ts';
import type { Editing, RequestState } from './state.ts';

export function edit(state: AppState, field: Editing['field'], text: string): Turn {
  return stay(withScreen(state, 'request', { editing: { field, line: lineText(text), chosen: 0 } }));
}

/** Of the field under the cursor. */
export function editField(state: AppState): Turn {
  const field = FIELD_IDS[state.screens.request.field] ?? 'principal';
  // A scenario is chosen from the list; what is there already would hide the others.
  return edit(state, field, field === 'scenario' ? '' : FIELDS[field].text(draftOf(state.project)));
}

export function editKey(state: AppState): Turn {
  const found = keyHere(state);
  return edit(state, 'key', found ? `${found.key}=${found.value ?? ''}` : '');
}

function keyHere(state: AppState) {
  const keys = shownKeys(state);
  return keys[clamp(state.screens.request.key, keys.length)];
}

/** Sees keys first while something is typed. */
export function typingInput(state: AppState, input: Input): Turn | undefined {
  const { editing } = state.screens.request;
  if (!editing) return undefined;
  const offers = offersOf(state.project, editing);
  const chosen = clamp(editing.chosen, offers.length);
  const change = (next: Partial<Editing>) => stay(withScreen(state, 'request', { editing: { ...editing, ...next } }));
  const offer = offers[chosen];
  switch (input.kind === 'key' ? input.name : '') {
    case 'esc':
      return stay(done(state));
    case 'down':
    case 'ctrl-n':
      return change({ chosen: clamp(chosen + 1, offers.length) });
    case 'up':
    case 'ctrl-p':
      return change({ chosen: clamp(chosen - 1, offers.length) });
    case 'tab':
      return offer ? change({ line: lineText(lineOf(offer)), chosen: 0 }) : stay(state);
    case 'enter': {
      // A choice made with the arrows is meant; else the text, unless it is only the beginning of the one offer there is.
      const meant = offer && (editing.chosen > 0 || (offers.length === 1 && !offer.open)) ? offer : undefined;
      if (meant?.open) return change({ line: lineText(lineOf(meant)), chosen: 0 });
      return accept(state, editing, meant ? lineOf(meant) : editing.line.text.trim());
    }
    default: {
      const line = typeInLine(editing.line, input);
      return line ? change({ line, chosen: 0 }) : stay(state);
    }
  }
}

function done(state: AppState): AppState {
  const { editing: _typed, ...rest }: RequestState = state.screens.request;
  return { ...state, screens: { ...state.screens, request: rest } };
}

function accept(state: AppState, { field }: Editing, text: string): Turn {
  if (field === 'key') return acceptKey(state, text);
  const changed = FIELDS[field].set(draftOf(state.project), text, state.project);
  if ('problem' in changed) return stay(withMessage(state, changed.problem, 'bad'));
  return setRequest(done(state), changed);
}

/** `key=value`; commas make a list where the key holds several values. */
function acceptKey(state: AppState, text: string): Turn {
  const equals = text.indexOf('=');
  const key = text.slice(0, Math.max(0, equals)).trim();
  if (key === '') return stay(withMessage(state, 'a context key is given as `aws:SourceIp=203.0.113.7`', 'bad'));
  const written = text.slice(equals + 1).trim();
  const { catalog } = state.project;
  const value = catalog?.conditionKey(key)?.multivalued ? listOf(written) : written;
  return setRequest(done(state), withKey(draftOf(state.project), key, value));
}

function listOf(text: string): readonly string[] {
  return text
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((one) => one.trim());
}

/** Gives a key back to what follows from the rest, or takes one away that does follow. */
export function toggleKey(state: AppState): Turn {
  const found = keyHere(state);
  if (!found) return stay(state);
  const request = draftOf(state.project);
  const next: Partial<Record<typeof found.origin, GivenContext[string] | undefined>> = {
    derived: null,
    given: undefined,
    'taken-away': undefined,
  };
  if (!(found.origin in next)) return editKey(state);
  const turn = setRequest(state, withKey(request, found.key, next[found.origin]));
  return { ...turn, state: withMessage(turn.state, TOGGLED[found.origin] ?? '') };
}

const TOGGLED: Partial<Record<ReturnType<typeof keyRows>[number]['origin'], string>> = {
  derived: 'taken away from the request; space gives it back',
  given: 'no longer given: it follows from the rest, or is absent',
  'taken-away': 'given back to what follows from the rest',
};
