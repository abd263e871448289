/** `iamproof schema NAME`: the JSON Schemas of the file formats. */
import account from '../../../schemas/account.schema.json' with { type: 'json' };
import config from '../../../schemas/config.schema.json' with { type: 'json' };
import environment from '../../../schemas/environment.schema.json' with { type: 'json' };
import invariants from '../../../schemas/invariants.schema.json' with { type: 'json' };
import lintBaseline from '../../../schemas/lint-baseline.schema.json' with { type: 'json' };
import scenario from '../../../schemas/scenario.schema.json' with { type: 'json' };
import simulation from '../../../schemas/simulation.schema.json' with { type: 'json' };
import { defineCommand, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

const SCHEMAS: Readonly<Record<string, object>> = {
  scenario,
  environment,
  simulation,
  invariants,
  account,
  config,
  'lint-baseline': lintBaseline,
};

export const schema = defineCommand({
  examples: [
    ['iamproof schema scenario', 'print the schema of scenario files'],
    ['iamproof schema config -o config.schema.json', 'save the schema of the configuration'],
  ],
  declare: (command) => {
    command.argument('<name>', Object.keys(SCHEMAS).join(', '));
  },
  run: (context, [name = '']) => {
    const found = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
    if (!found) throw new UsageError(`there is no schema \`${name}\`; schemas are ${Object.keys(SCHEMAS).join(', ')}`);
    context.output(`${JSON.stringify(found, null, 2)}\n`);
    return EXIT.done;
  },
});
