/** Terms of SMT-LIB. */

export function all(terms: readonly string[]): string {
  if (terms.includes('false')) return 'false';
  const open = terms.filter((term) => term !== 'true');
  return open.length > 1 ? `(and ${open.join(' ')})` : (open[0] ?? 'true');
}

export function anyOf(terms: readonly string[]): string {
  if (terms.includes('true')) return 'true';
  const open = terms.filter((term) => term !== 'false');
  return open.length > 1 ? `(or ${open.join(' ')})` : (open[0] ?? 'false');
}

export function not(term: string): string {
  if (term === 'true') return 'false';
  return term === 'false' ? 'true' : `(not ${term})`;
}

export function text(value: string): string {
  const escaped = [...value].map((one) => {
    if (one === '"') return '""';
    return /[ -~]/.test(one) && one !== '\\' ? one : `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return `"${escaped.join('')}"`;
}

const ANY = '(re.* re.allchar)';

/** `*` any run, `?` any one; everything else as it stands. */
export function regexOf(pattern: string, run = ANY, one = 're.allchar'): string {
  const pieces = pattern.split(/([*?])/).filter((piece) => piece !== '');
  return chain(pieces.map((piece) => (piece === '*' ? run : piece === '?' ? one : `(str.to_re ${text(piece)})`)));
}

export function chain(regexes: readonly string[]): string {
  if (regexes.length > 1) return `(re.++ ${regexes.join(' ')})`;
  return regexes[0] ?? '(str.to_re "")';
}

/** The text of a variable matches the pattern. */
export function patternTerm(variable: string, pattern: string): string {
  if (pattern === '*') return 'true';
  if (!/[*?]/.test(pattern)) return `(= ${variable} ${text(pattern)})`;
  return `(str.in_re ${variable} ${regexOf(pattern)})`;
}
