/** `iamproof summarize`: what the policies around a principal come to, as one policy. */
import { resolvePrincipal } from '../../environment/index.ts';
import { policyValue, printPolicyDocument } from '../../parse/index.ts';
import { type EffectivePolicy, effectivePolicy } from '../../query/index.ts';
import { limitOf, sizeOf } from '../../rewrite/index.ts';
import { collect, defineCommand, text, texts, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { openEnvironment } from '../open-environment.ts';
import { readSettings } from '../settings-option.ts';

export const summarize = defineCommand({
  examples: [
    ['iamproof summarize user/alice', 'one policy for identity policies, boundary and SCPs, proven to say the same'],
    ['iamproof summarize role/deployer > effective.json', 'the notes go to standard error'],
  ],
  declare: (command) => {
    command
      .argument('<principal>', 'user/alice, role/dev, account/user/alice or an ARN')
      .option('--environment <file>', 'the environment (default: the only one of the project)')
      .addOption(formatOption(['policy', 'json']))
      .option('--setting <name=value>', 'the reading of a contested point (repeatable)', collect);
  },
  run: (context, [principal = ''], options) => {
    const environment = openEnvironment(context, options);
    if (!environment) return EXIT.failed;
    const { caller, diagnostics } = resolvePrincipal(environment, principal);
    if (!caller)
      throw new UsageError(diagnostics.map(({ message, help }) => (help ? `${message}; ${help}` : message)).join('\n'));
    if (!caller.identity)
      throw new UsageError(
        `${caller.label} has no identity policies; \`iamproof can ${principal}\` lists what it may do`,
      );
    const settings = readSettings(texts(options, 'setting'));
    const found = effectivePolicy(environment, caller, { catalog: context.catalog(), settings });
    if (text(options, 'format') === 'json') {
      const { document, ...rest } = found;
      const value = { schemaVersion: 1, dataVersion: context.catalog().date, document: policyValue(document), ...rest };
      context.output(`${JSON.stringify(value, undefined, 2)}\n`);
    } else context.output(printPolicyDocument(found.document));
    if (!context.quiet) tellNotes(context, caller.label, found);
    return found.proof.kind === 'proved' ? EXIT.done : EXIT.no;
  },
});

function tellNotes({ host, catalog }: Context, label: string, { document, layers, leftOut, proof }: EffectivePolicy) {
  const places = layers.map(({ place, policies }) => `${place} (${policies.join(', ') || 'none'})`).join(' x ');
  host.tell(`${label}: ${places}\n`);
  for (const one of leftOut) host.tell(`left out: ${one}\n`);
  host.tell(`${proofWords(proof)}\n`);
  const limit = limitOf('identity');
  host.tell(`${sizeOf(document, limit)} characters; the limit of a managed policy is ${limit.most}\n`);
  host.tell('note: what resource-based policies grant or deny is not part of it; `iamproof can` looks at them too\n');
  host.tell(`note: actions of ${catalog().date}\n`);
}

function proofWords(proof: EffectivePolicy['proof']): string {
  switch (proof.kind) {
    case 'proved':
      return 'proven: it allows the same requests as all of them together';
    case 'differs':
      return `it allows ${proof.allows} than all of them together, such as ${proof.request.action} on ${proof.request.resource}`;
    case 'unknown':
      return `whether it allows the same is not known: ${proof.why}`;
    default:
      return proof satisfies never;
  }
}
