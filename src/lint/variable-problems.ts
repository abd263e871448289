/** Policy variables as they are written, and what is wrong with them. */

/** Something that begins like a variable. */
export interface Written {
  readonly text: string;
  readonly problem?: 'missing-brace' | 'missing-quote' | 'space' | 'empty';
}

/** What looks like a variable in a text, in its order. */
export function variablesIn(text: string): readonly Written[] {
  if (!text.includes('${')) return [];
  const found: Written[] = [];
  for (let open = text.indexOf('${'); open !== -1; open = text.indexOf('${', open + 2)) {
    const close = text.indexOf('}', open);
    const next = text.indexOf('${', open + 2);
    if (close === -1 || (next !== -1 && next < close))
      found.push({ text: text.slice(open, open + 24), problem: 'missing-brace' });
    else found.push(read(text.slice(open, close + 1)));
  }
  return found;
}

function read(text: string): Written {
  const inside = text.slice(2, -1);
  if (inside.trim() === '') return { text, problem: 'empty' };
  const comma = inside.indexOf(',');
  const name = comma === -1 ? inside : inside.slice(0, comma);
  if (/\s/.test(name)) return { text, problem: 'space' };
  if (comma !== -1 && !/^ ?'[^']*'$/.test(inside.slice(comma + 1))) return { text, problem: 'missing-quote' };
  return { text };
}
