/** The hint behind an unknown name: the known name that was most likely meant. */
import { nearestName } from '../catalog/index.ts';

/** `; did you mean `x`?`, or nothing where no known name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? '' : `; did you mean \`${near}\`?`;
}
