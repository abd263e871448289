/** `iamproof simulate`: one question from flags or an environment, or many as documents. */
import { Option } from 'commander';
import { DETAIL_LEVELS } from '../../explain/index.ts';
import { collect, defineCommand, text, texts, UsageError } from '../command.ts';
import { formatOption } from '../format-option.ts';
import { readSettings } from '../settings-option.ts';

const EXPECTATIONS = ['allowed', 'denied', 'implicitDeny', 'explicitDeny'];

export const simulateCommand = defineCommand({
  examples: [
    [
      'iamproof simulate --principal arn:aws:iam::111122223333:user/alice --action s3:GetObject --resource arn:aws:s3:::b/k --identity alice.json',
      'decide one request and say why',
    ],
    ['iamproof simulate --input cases.jsonl --format jsonl', 'answer simulation documents, one per line'],
  ],
  declare: (command) => {
    command
      .option(
        '--principal <who>',
        'ARN of the caller, a service principal or `anonymous`; with --environment also user/alice',
      )
      .option('--action <service:Name>', 'the action')
      .option('--resource <arn>', 'the resource, or * (default)')
      .option('--resource-account <id>', 'the account that owns the resource')
      .option('--context <key=value>', 'a context key; key[]=value adds to a multivalued key (repeatable)', collect)
      .option('--identity <file>', 'an identity policy, or aws:NAME (repeatable)', collect)
      .option('--boundary <file>', 'the permissions boundary')
      .option('--session <file>', 'a session policy (repeatable)', collect)
      .option('--resource-policy <file>', 'the resource-based policy of the resource')
      .option('--trust <file>', "the role's trust policy, for sts calls on a role")
      .option('--scp <level=file>', 'an SCP; level is root, ou or account (repeatable)', collect)
      .option('--rcp <level=file>', 'an RCP; level is root, ou or account (repeatable)', collect)
      .option('--vpce <file>', 'the policy of the VPC endpoint')
      .option('--environment <file>', 'take policies and context from an environment file')
      .option('--from-ip <address>', 'with --environment: the address of the caller')
      .option('--from-vpce <id>', 'with --environment: the VPC endpoint the request passes')
      .option('--assume <role>', 'with --environment: assume this role first (repeatable)', collect)
      .option('--input <file>', 'simulation documents: .json, .yaml, .jsonl, or - for standard input')
      .addOption(formatOption(['pretty', 'json', 'jsonl']))
      .addOption(new Option('--explain <level>', 'how much to tell').choices([...DETAIL_LEVELS]).default('verdict'))
      .addOption(new Option('--expect <decision>', 'exit 1 unless this is the decision').choices(EXPECTATIONS))
      .option('--expect-from-input', 'exit 1 unless every document gets what its `expected` says')
      .option('--setting <name=value>', 'the reading of a contested point (repeatable)', collect);
  },
  run: async (context, _args, options) => {
    const settings = readSettings(texts(options, 'setting'));
    if (text(options, 'input') !== undefined) {
      for (const name of ['principal', 'action', 'resource', 'environment']) {
        if (options[name] !== undefined) throw new UsageError(`--input takes whole documents: leave --${name} out`);
      }
      const { simulateDocuments } = await import('../simulate-documents.ts');
      return simulateDocuments(context, options, settings);
    }
    if (text(options, 'principal') === undefined)
      throw new UsageError('who calls? give --principal, or documents with --input');
    if (text(options, 'action') === undefined) throw new UsageError('what is called? give --action');
    if (text(options, 'environment') !== undefined) {
      const { simulateInEnvironment } = await import('../simulate-in-environment.ts');
      return simulateInEnvironment(context, options, settings);
    }
    const { simulateFromFlags } = await import('../simulate-from-flags.ts');
    return simulateFromFlags(context, options, settings);
  },
});
