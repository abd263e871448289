/** `iamproof can`: what a principal of an environment may do. */
import { resolvePrincipal } from '../../environment/index.ts';
import { type AccessVerdict, type ActionAccess, accessRows, EXAMPLE, whatCan } from '../../query/index.ts';
import { formatActionAccess } from '../../report/access-actions.ts';
import { accessQuestion, declareAccessOptions, printRows, verdictsOf } from '../access-options.ts';
import { defineCommand, text, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { openEnvironment } from '../open-environment.ts';

export const can = defineCommand({
  examples: [
    ['iamproof can user/alice --service s3', 'every action of a service that alice may call, and on what'],
    ['iamproof can role/deployer --format csv', 'everything that the policies around the role could grant'],
  ],
  declare: (command) => {
    command
      .argument('<principal>', 'user/alice, role/dev, account/user/alice, root or an ARN')
      .option('--service <prefix>', 'only the actions of this service, as s3');
    declareAccessOptions(command);
  },
  run: (context, [principal = ''], options) => {
    const environment = openEnvironment(context, options);
    if (!environment) return EXIT.failed;
    const { caller, diagnostics } = resolvePrincipal(environment, principal);
    if (!caller)
      throw new UsageError(diagnostics.map(({ message, help }) => (help ? `${message}; ${help}` : message)).join('\n'));
    const catalog = context.catalog();
    const service = text(options, 'service')?.toLowerCase();
    if (service !== undefined && !catalog.service(service)) {
      const near = catalog.suggestService(service);
      throw new UsageError(
        `the catalog has no service \`${service}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
      );
    }
    const question = { ...accessQuestion(context, options), ...(service === undefined ? {} : { service }) };
    const verdicts = verdictsOf(options, ['allowed', 'conditional']);
    const found = whatCan(environment, caller, question);
    if (text(options, 'format') === 'table') {
      const { paint, ascii } = context;
      context.output(formatActionAccess(found, verdicts, { paint, ascii, title: caller.label, catalog }));
      if (!context.quiet)
        context.host.tell(`note: \`${EXAMPLE}\` in an ARN stands for any name that the environment does not list\n`);
    } else printRows(context, options, rowsOf(found, verdicts));
    return EXIT.done;
  },
});

function* rowsOf(found: Iterable<ActionAccess>, verdicts: ReadonlySet<AccessVerdict>) {
  for (const { action, access } of found) {
    for (const row of accessRows(access, verdicts)) yield { action, row };
  }
}
