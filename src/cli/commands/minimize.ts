/** `iamproof minimize`: a policy in fewer characters that says the same today. */
import { POLICY_TYPES } from '../../language/policy-types/index.ts';
import { printPolicyDocument } from '../../parse/index.ts';
import { limitOf, type MinimizedPolicy, minimizePolicy, splitPolicy } from '../../rewrite/index.ts';
import { defineCommand, flag, type Options, text, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { typeOption } from '../lint-inputs.ts';
import { readNamedFile } from '../read-file.ts';
import { readPolicyFile } from '../read-policy-file.ts';

const MOST_NAMED = 5;

export const minimize = defineCommand({
  examples: [
    ['iamproof minimize policies/identity/reader.json', 'print the policy in fewer words; its size before and after'],
    ['iamproof minimize reader.json --quota 2048', 'make it fit as an inline policy of a user'],
    ['iamproof minimize reader.json --split', 'as several policies where one is not enough'],
  ],
  declare: (command) => {
    command
      .argument('<file>', 'a policy file; - reads standard input')
      .option('--policy-type <type>', `${Object.keys(POLICY_TYPES).join(', ')}; without it the document tells`)
      .option('--quota <characters>', "another limit than AWS's for the type")
      .option('--split', 'where it does not fit, print several policies, as a JSON list');
  },
  run: async (context, [name = ''], options) => {
    const given = typeOption(options);
    const most = quotaOption(options);
    const read = await readPolicyFile(context, readNamedFile(context, name), given);
    if (!read) return EXIT.failed;
    const limit = limitOf(read.type, most);
    const result = minimizePolicy(read.document, limit, context.catalog());
    if (!context.quiet) tellResult(context, result, limit.most);
    if (result.fits || !flag(options, 'split')) {
      context.output(printPolicyDocument(result.document));
      return result.fits ? EXIT.done : EXIT.no;
    }
    const parts = splitPolicy(result.document, limit);
    if (!parts) {
      context.host.tell(
        'iamproof: a statement is too long whatever its actions; shorten its resources or conditions\n',
      );
      return EXIT.no;
    }
    context.output(`[\n${parts.map((part) => printPolicyDocument(part).trimEnd()).join(',\n')}\n]\n`);
    if (!context.quiet) context.host.tell(`split into ${parts.length} policies\n`);
    return EXIT.done;
  },
});

function quotaOption(options: Options): number | undefined {
  const given = text(options, 'quota');
  if (given === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(given)) throw new UsageError(`\`${given}\` is no number of characters; write --quota 6144`);
  return Number(given);
}

function tellResult(
  { host }: Context,
  { before, after, fits, namesDropped, wildcards }: MinimizedPolicy,
  most: number,
) {
  host.tell(`${before} characters before, ${after} now; ${fits ? 'fits' : 'does not fit'} the limit of ${most}\n`);
  if (namesDropped) host.tell('left out: Sids and Id\n');
  for (const { pattern, actions, statement } of wildcards) {
    const more = actions.length > MOST_NAMED ? ` and ${actions.length - MOST_NAMED} more` : '';
    host.tell(`statement ${statement + 1}: \`${pattern}\` is ${actions.slice(0, MOST_NAMED).join(', ')}${more}\n`);
  }
  if (wildcards.length > 0)
    host.tell('these wildcards stand for the same actions today; what AWS adds will join them\n');
}
