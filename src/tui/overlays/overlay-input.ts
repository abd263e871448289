/** What keys do while something stands in front of the screen. */
import type { Command } from '../command.ts';
import type { Input } from '../keys/key.ts';
import { type AppState, stay, type Turn } from '../state.ts';
import { lineText, typeInLine } from '../widgets/line-text.ts';
import { clamp } from '../widgets/list.ts';
import { choosables } from './choosables.ts';
import { helpRows } from './help-rows.ts';
import type { Choose, Confirm, Filter, Help, Overlay, Palette, Prompt } from './overlay.ts';
import { paletteEntries } from './palette-entries.ts';

export function overlayInput(state: AppState, overlay: Overlay, input: Input): Turn {
  switch (overlay.kind) {
    case 'palette':
      return paletteInput(state, overlay, input);
    case 'help':
      return helpInput(state, overlay, input);
    case 'confirm':
      return confirmInput(state, overlay, input);
    case 'prompt':
      return promptInput(state, overlay, input);
    case 'choose':
      return chooseInput(state, overlay, input);
    case 'filter':
      return filterInput(state, overlay, input);
    default:
      return overlay satisfies never;
  }
}

function closed(state: AppState): AppState {
  const { overlay: _closed, ...rest } = state;
  return rest;
}

function nameOf(input: Input): string {
  return input.kind === 'key' ? input.name : '';
}

function paletteInput(state: AppState, palette: Palette, input: Input): Turn {
  const entries = paletteEntries(state, palette.line.text);
  const chosen = clamp(palette.chosen, entries.length);
  const move = (by: number) => stay({ ...state, overlay: { ...palette, chosen: clamp(chosen + by, entries.length) } });
  switch (nameOf(input)) {
    case 'esc':
      return stay(closed(state));
    case 'down':
    case 'ctrl-n':
    case 'ctrl-j':
      return move(1);
    case 'up':
    case 'ctrl-p':
    case 'ctrl-k':
      return move(-1);
    case 'enter':
    case 'tab':
      return run(closed(state), entries[chosen]);
    default: {
      const line = typeInLine(palette.line, input);
      return stay(line ? { ...state, overlay: { ...palette, line, chosen: 0 } } : state);
    }
  }
}

function run(state: AppState, command: Command | undefined): Turn {
  if (!command) return stay(state);
  const [panel] = command.panels ?? [];
  // A command of a panel acts where that panel would have the focus.
  return command.run(panel === undefined ? state : { ...state, focus: { ...state.focus, [state.screen]: panel } });
}

function helpInput(state: AppState, help: Help, input: Input): Turn {
  const page = Math.max(1, state.size.height - 6);
  const last = Math.max(0, helpRows(state).length - page);
  const to = (top: number) => stay({ ...state, overlay: { ...help, top: Math.max(0, Math.min(last, top)) } });
  switch (nameOf(input)) {
    case 'esc':
    case 'q':
    case '?':
    case 'f1':
    case 'enter':
      return stay(closed(state));
    case 'down':
    case 'j':
      return to(help.top + 1);
    case 'up':
    case 'k':
      return to(help.top - 1);
    case 'page-down':
    case 'space':
    case 'ctrl-d':
      return to(help.top + page);
    case 'page-up':
    case 'ctrl-u':
      return to(help.top - page);
    default:
      return stay(state);
  }
}

function confirmInput(state: AppState, { choices }: Confirm, input: Input): Turn {
  const name = nameOf(input);
  if (name === 'esc' || name === 'q') return stay(closed(state));
  const choice = choices.find(({ key }) => key === name.toLowerCase());
  return choice ? choice.run(closed(state)) : stay(state);
}

function promptInput(state: AppState, prompt: Prompt, input: Input): Turn {
  const name = nameOf(input);
  if (name === 'esc') return stay(closed(state));
  if (name === 'enter') {
    const text = prompt.line.text.trim();
    return prompt.problem?.(text) === undefined ? prompt.accept(closed(state), text) : stay(state);
  }
  const line = typeInLine(prompt.line, input);
  return stay(line ? { ...state, overlay: { ...prompt, line } } : state);
}

function chooseInput(state: AppState, choose: Choose, input: Input): Turn {
  const offers = choosables(state, choose);
  const chosen = clamp(choose.chosen, offers.length);
  const change = (next: Partial<Choose>) => stay({ ...state, overlay: { ...choose, ...next } });
  const offer = offers[chosen];
  const typed = choose.line.text.trim();
  switch (nameOf(input)) {
    case 'esc':
      return choose.back ? choose.back(closed(state)) : stay(closed(state));
    case 'down':
    case 'ctrl-n':
      return change({ chosen: clamp(chosen + 1, offers.length) });
    case 'up':
    case 'ctrl-p':
      return change({ chosen: clamp(chosen - 1, offers.length) });
    case 'tab':
      if (choose.marked)
        return change(toggled(choose.marked, choose.free && typed !== '' && !offer ? typed : offer?.text));
      return offer ? change({ line: lineText(offer.text), chosen: 0 }) : stay(state);
    case 'enter': {
      if (choose.marked && choose.marked.length > 0) return choose.accept(closed(state), choose.marked.join('\n'));
      // A text that may stand for itself is taken as typed, unless it is only a word that offers are found by.
      const isMeant = choose.free && choose.chosen === 0 && (/[:*]/.test(typed) || (typed !== '' && !offer));
      const text = isMeant ? typed : offer?.text;
      return text === undefined ? stay(state) : choose.accept(closed(state), text);
    }
    default: {
      const line = typeInLine(choose.line, input);
      return line ? change({ line, chosen: 0 }) : stay(state);
    }
  }
}

/** What is marked stays so while other texts are looked for. */
function toggled(marked: readonly string[], text: string | undefined): Partial<Choose> {
  if (text === undefined) return {};
  const rest = marked.filter((one) => one !== text);
  return { marked: rest.length < marked.length ? rest : [...marked, text], line: lineText() };
}

function filterInput(state: AppState, filter: Filter, input: Input): Turn {
  const name = nameOf(input);
  const filtered = (text: string) => ({ ...state, filters: { ...state.filters, [filter.target]: text } });
  if (name === 'esc') return stay(closed(filtered(filter.before === filter.line.text ? '' : filter.before)));
  if (name === 'enter') return stay(closed(state));
  const line = typeInLine(filter.line, input);
  return stay(line ? { ...filtered(line.text), overlay: { ...filter, line } } : state);
}
