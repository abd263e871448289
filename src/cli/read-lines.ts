/** Standard input line by line, as somebody types it. */
import type { Host } from './host.ts';

export async function* readLines(host: Host): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of host.openBytes('-').pieces) {
    rest += decoder.decode(piece, { stream: true });
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      yield rest.slice(0, end).replace(/\r$/, '');
      rest = rest.slice(end + 1);
    }
  }
  if (rest !== '') yield rest;
}
