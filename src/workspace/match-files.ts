/** Which files of a project a configuration names. */
import { minimatch } from 'minimatch';

/** Those that fit a pattern and no exclusion, in the order given. */
export function matchFiles(
  files: readonly string[],
  patterns: readonly string[],
  exclude: readonly string[],
): string[] {
  const fits = (file: string, pattern: string) => minimatch(file, pattern.replace(/^\.\//, ''), { dot: true });
  return files.filter(
    (file) => patterns.some((pattern) => fits(file, pattern)) && !exclude.some((pattern) => fits(file, pattern)),
  );
}
