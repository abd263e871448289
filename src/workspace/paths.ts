/** Paths below the project root, written with `/`. */

/** `./` and `../` start at the folder of the file that names them, everything else at the project root. */
export function resolvePath(reference: string, from: string): string {
  if (!/^\.\.?\//.test(reference)) return normalize(reference);
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : '';
  return normalize(`${folder}/${reference}`);
}

function normalize(path: string): string {
  const absolute = path.startsWith('/') && !path.startsWith('/.');
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return `${absolute ? '/' : ''}${steps.join('/')}`;
}
