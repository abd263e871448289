/** `iamproof catalog`: what is known of AWS's actions, services, condition keys and managed policies. */
import type { Catalog } from '../../catalog/index.ts';
import {
  formatAction,
  formatActions,
  formatKey,
  formatManagedPolicy,
  formatService,
} from '../../report/catalog-pretty.ts';
import { catalogInfo, resetCatalog, updateCatalog } from '../catalog-update.ts';
import { defineCommand, text, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';

interface Found {
  readonly pretty: string;
  readonly json: unknown;
}

interface Kind {
  readonly find: (catalog: Catalog, name: string) => Found | undefined;
  readonly suggest: (catalog: Catalog, name: string) => string | undefined;
}

const KINDS: Readonly<Record<string, Kind>> = {
  action: { find: findAction, suggest: (catalog, name) => catalog.suggestAction(name) },
  service: {
    find: (catalog, name) => {
      const service = catalog.service(name);
      return (
        service && {
          pretty: formatService(service),
          json: {
            ...service,
            actions: [...service.actions.values()],
            resourceTypes: [...service.resourceTypes.values()],
          },
        }
      );
    },
    suggest: (catalog, name) => catalog.suggestService(name),
  },
  key: {
    find: (catalog, name) => {
      const key = catalog.conditionKey(name);
      return key && { pretty: formatKey(key), json: key };
    },
    suggest: (catalog, name) => catalog.suggestConditionKey(name),
  },
  policy: {
    find: (catalog, name) => {
      const policy = catalog.managedPolicy(/^aws:|^arn:/.test(name) ? name : `aws:${name}`);
      return (
        policy && {
          pretty: formatManagedPolicy(policy),
          json: { ...policy, text: undefined, document: JSON.parse(policy.text) },
        }
      );
    },
    suggest: (catalog, name) => catalog.suggestManagedPolicy(name.replace(/^aws:|^.*\//, '')),
  },
};

/** What is done with the data itself. */
const KEEPING = { info: catalogInfo, update: updateCatalog, reset: resetCatalog };

export const catalog = defineCommand({
  examples: [
    ['iamproof catalog action s3:GetObject', 'access level, resources, condition keys, dependent actions'],
    ["iamproof catalog action 's3:Get*'", 'what a wildcard stands for'],
    ['iamproof catalog info', 'of which day the data is, and where it comes from'],
    ['iamproof catalog update', "fetch AWS's service reference; `catalog reset` takes that back"],
  ],
  declare: (command) => {
    command
      .argument('<kind>', `${Object.keys(KINDS).join(', ')}; or info, update, reset`)
      .argument('[name]', 'its name; an action may have wildcards')
      .option('--from <url>', 'update from another list of services than the one that AWS publishes')
      .addOption(formatOption(['pretty', 'json']));
  },
  run: (context, [kindName = '', name = ''], options) => {
    if (Object.hasOwn(KEEPING, kindName)) return KEEPING[kindName as keyof typeof KEEPING](context, options);
    const kind = Object.hasOwn(KINDS, kindName) ? KINDS[kindName] : undefined;
    if (!kind) throw new UsageError(`the catalog has no \`${kindName}\`; ask for ${Object.keys(KINDS).join(', ')}`);
    if (name === '') throw new UsageError(`say which ${kindName}: iamproof catalog ${kindName} <name>`);
    const data = context.catalog();
    const found = kind.find(data, name);
    if (!found) {
      const near = kind.suggest(data, name);
      context.host.tell(
        `iamproof: there is no ${kindName} \`${name}\` in the catalog of ${data.date}${near ? `; did you mean \`${near}\`?` : ''}\n`,
      );
      return EXIT.no;
    }
    context.output(text(options, 'format') === 'json' ? `${JSON.stringify(found.json, null, 2)}\n` : found.pretty);
    return EXIT.done;
  },
});

function findAction(data: Catalog, name: string): Found | undefined {
  if (/[*?]/.test(name)) {
    const actions = data.expandAction(name);
    return actions.length === 0 ? undefined : { pretty: formatActions(name, actions), json: actions };
  }
  const action = data.action(name);
  return action && { pretty: formatAction(action), json: action };
}
