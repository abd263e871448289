/** What would change in a file, as a unified diff that `git apply` and `patch` take. */
import { createTwoFilesPatch } from 'diff';

export function changedText(name: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  // The library's line of equals signs belongs to another format.
  return patch.replace(/^=+\n/, '');
}
