/** `iamproof expand`: a policy with its actions written out. */
import { printPolicyDocument } from '../../parse/index.ts';
import { expandPolicy } from '../../rewrite/index.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readNamedFile } from '../read-file.ts';
import { readPolicyFile } from '../read-policy-file.ts';

export const expand = defineCommand({
  examples: [
    ['iamproof expand policies/identity/reader.json', 'print the policy with `s3:Get*` and its like written out'],
  ],
  declare: (command) => {
    command.argument('<file>', 'a policy file; - reads standard input');
  },
  run: async (context, [name = '']) => {
    const read = await readPolicyFile(context, readNamedFile(context, name));
    if (!read) return EXIT.failed;
    const catalog = context.catalog();
    const { document, left } = expandPolicy(read.document, catalog);
    context.output(printPolicyDocument(document));
    if (context.quiet) return EXIT.done;
    context.host.tell(`note: actions of ${catalog.date}; what AWS adds is not among them\n`);
    if (left.length > 0) context.host.tell(`note: left as they are: ${[...new Set(left)].join(', ')}\n`);
    return EXIT.done;
  },
});
