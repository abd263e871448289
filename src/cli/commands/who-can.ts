/** `iamproof who-can`: everybody in an environment who may do an action on a resource. */
import { type Access, type AccessVerdict, accessRows, openAccess, resourcesNamed } from '../../query/index.ts';
import { countWords, formatAccessRows } from '../../report/access-table.ts';
import { accessQuestion, declareAccessOptions, printRows, verdictsOf } from '../access-options.ts';
import { defineCommand, text, UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { openEnvironment } from '../open-environment.ts';

export const whoCan = defineCommand({
  examples: [
    [
      'iamproof who-can s3:GetObject arn:aws:s3:::reports/q3.csv --environment prod.environment.yaml',
      'users, roles, services, other accounts and everybody else, each with the reason',
    ],
    [
      "iamproof who-can sts:AssumeRole 'arn:aws:iam::*:role/*' --format csv",
      'over all roles the environment describes',
    ],
  ],
  declare: (command) => {
    command
      .argument('<action>', 'the action, as s3:GetObject')
      .argument('<resource>', 'an ARN, * for none, or a pattern over the resources the environment describes');
    declareAccessOptions(command);
  },
  run: (context, [action = '', resource = ''], options) => {
    const environment = openEnvironment(context, options);
    if (!environment) return EXIT.failed;
    const question = accessQuestion(context, options);
    const resources = resourcesNamed(environment, { action, resource, catalog: question.catalog });
    if (resources.length === 0) {
      throw new UsageError(
        `\`${resource}\` matches no resource of the environment that \`${action}\` works on; name one ARN, or describe the resources`,
      );
    }
    const access = openAccess(environment, { ...question, action, resources });
    if (access.problems.length > 0) throw new UsageError(access.problems.join('; '));
    const several = access.resources.length > 1;
    const verdicts = verdictsOf(options, several ? ['allowed', 'conditional'] : ['allowed', 'conditional', 'denied']);
    if (text(options, 'format') === 'table') printTable(context, access, { action, verdicts });
    else printRows(context, options, rowsOf(action, access, verdicts));
    if (!context.quiet) for (const note of access.notes) context.host.tell(`note: ${note}\n`);
    return EXIT.done;
  },
});

function* rowsOf(action: string, access: Access, verdicts: ReadonlySet<AccessVerdict>) {
  for (const row of accessRows(access, verdicts)) yield { action, row };
}

function printTable(
  context: Context,
  access: Access,
  { action, verdicts }: { action: string; verdicts: ReadonlySet<AccessVerdict> },
): void {
  const { paint, ascii } = context;
  const several = access.resources.length > 1;
  const rows = [...accessRows(access, verdicts)];
  context.output(
    `${paint.strong(`${action} on ${several ? `${access.resources.length} resources` : access.resources[0]}`)}\n\n`,
  );
  const name = (row: (typeof rows)[number]) => (several ? `${row.asker.name} on ${row.resource}` : row.asker.name);
  context.output(formatAccessRows(rows, name, { paint, ascii }));
  context.output(`\n${countWords(access.counts())}\n`);
}
