/** `iamproof init`: a project that verifies from the first minute. */
import { FIRST_PROJECT } from '../../workspace/index.ts';
import { defineCommand, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

export const init = defineCommand({
  examples: [
    ['iamproof init', 'write a configuration, a policy, an environment and a scenario'],
    ['iamproof init && iamproof verify', 'and check them'],
  ],
  declare: () => {},
  run: (context) => {
    const files = context.host.openFiles(context.host.folder);
    const there = Object.keys(FIRST_PROJECT).filter((path) => files.exists(path));
    if (there.length > 0) throw new UsageError(`${there.join(', ')} exists already; nothing was written`);
    for (const [path, content] of Object.entries(FIRST_PROJECT)) {
      files.writeText(path, content);
      context.output(`wrote ${path}\n`);
    }
    context.output('next: iamproof verify\n');
    return EXIT.done;
  },
});
