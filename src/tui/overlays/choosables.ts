/** What a list to choose from shows: the texts that were marked and are of one's own, then what is offered. */
import type { AppState } from '../state.ts';
import { passesFilter } from '../widgets/filter.ts';
import type { Choosable, Choose } from './overlay.ts';

export function choosables(state: AppState, { offers, line, marked = [] }: Choose): readonly Choosable[] {
  const offered = offers(state, line.text);
  const all = new Set((line.text === '' ? offered : offers(state, '')).map(({ text }) => text));
  const own = marked.filter((text) => !all.has(text) && passesFilter(line.text, text));
  return [...own.map((text) => ({ text, note: 'as you typed it' })), ...offered];
}
