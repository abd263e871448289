/** Every format of files that hold policies among other things. Generated: `npm run generate`. */
import { cloudformation } from './cloudformation/cloudformation.ts';
import type { SourceFormat } from './source-format.ts';

export const SOURCE_FORMATS: readonly SourceFormat[] = [
  cloudformation,
];
