/** `iamproof catalog info`, `update` and `reset`: of which day the data about AWS is, and how it becomes newer. */
import {
  CATALOG_INFO,
  openCatalog,
  readServiceList,
  SERVICE_REFERENCE,
  type UpdatedServices,
  updateServices,
} from '../catalog/index.ts';
import { readJson, toValue } from '../parse/index.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { CatalogStore, Host } from './host.ts';

/** Documents that are fetched at the same time. */
const AT_ONCE = 8;
const MOST_NAMED = 10;

export function catalogInfo(context: Context, options: Options): ExitCode {
  const { update, unused } = context.host.openCatalogFiles();
  const folder = context.host.catalogStore?.folder;
  const { date, managedPoliciesDate, sources } = CATALOG_INFO;
  if (text(options, 'format') === 'json') {
    const info = {
      date: update?.date ?? date,
      bundled: { date, managedPoliciesDate, sources },
      update,
      unused,
      folder,
    };
    context.output(`${JSON.stringify(info, null, 2)}\n`);
    return EXIT.done;
  }
  const lines = [
    `actions, resources and condition keys: of ${update ? `${update.date}, fetched from ${update.from}` : `${date}, as they come with iamproof`}`,
    ...(unused === undefined ? [] : [`an update is there and not used: ${unused}`]),
    `AWS managed policies: of ${managedPoliciesDate}`,
    ...sources.map((one) => `  ${one.package} ${one.version} (${one.license}): ${one.gives}`),
    folder === undefined ? 'updates are turned off (IAMPROOF_CATALOG=bundled)' : `updates are kept in ${folder}`,
  ];
  context.output(`${lines.join('\n')}\n`);
  return EXIT.done;
}

export async function updateCatalog(context: Context, options: Options): Promise<ExitCode> {
  const { host } = context;
  const store = storeOf(host);
  const from = text(options, 'from') ?? SERVICE_REFERENCE;
  const list = readServiceList(await fetchJson(host, from));
  if ('problem' in list) throw new UsageError(`${from}: ${list.problem}`);
  const documents = new Map<string, unknown>();
  const waiting = [...list.value];
  const fetchSome = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      documents.set(next.service, await fetchJson(host, next.url));
      if (!context.quiet && host.terminal.stderrIsTerminal) {
        host.tell(`\r${documents.size} of ${list.value.length} services `);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
  if (!context.quiet && host.terminal.stderrIsTerminal) host.tell('\r\u001b[K');
  // What was known is the program's own data, so that the same reference gives the same update.
  const result = updateServices(openCatalog(host.openCatalogFiles('own')), documents);
  if ('problem' in result) throw new UsageError(`${from} is not taken: ${result.problem}; nothing was changed`);
  const { index, lines } = result.updated;
  store.write({ index, lines, date: host.today(), from });
  const told = { date: host.today(), folder: store.folder };
  const { index: _index, lines: _lines, ...changes } = result.updated;
  const isJson = text(options, 'format') === 'json';
  context.output(isJson ? `${JSON.stringify({ ...told, ...changes }, null, 2)}\n` : updateText(changes, told));
  return EXIT.done;
}

export function resetCatalog(context: Context): ExitCode {
  const wasThere = storeOf(context.host).remove();
  context.output(wasThere ? `back to the data of ${CATALOG_INFO.date}\n` : 'there was no update to take back\n');
  return EXIT.done;
}

function storeOf({ catalogStore }: Host): CatalogStore {
  if (catalogStore) return catalogStore;
  throw new UsageError('IAMPROOF_CATALOG=bundled says to use the data that comes with iamproof; unset it to update');
}

async function fetchJson(host: Host, address: string): Promise<unknown> {
  const got = await host.fetchText(address);
  const help = host.env.HTTPS_PROXY ? ' (proxies are not used)' : '';
  if ('problem' in got)
    throw new UsageError(`${address} cannot be fetched: ${got.problem}${help}; nothing was changed`);
  const { node } = readJson({ name: address, text: got.text });
  if (!node) throw new UsageError(`${address} is no JSON; nothing was changed`);
  return toValue(node);
}

type Changes = Omit<UpdatedServices, 'index' | 'lines'>;

function updateText(changes: Changes, { date, folder }: { date: string; folder: string }): string {
  const { newServices, newActions, goneActions, kept, services, actions } = changes;
  const lines = [
    `${services} services, ${actions} actions of ${date} (before: ${CATALOG_INFO.date}), kept in ${folder}`,
    ...named('new services', newServices),
    ...named('new actions', newActions),
    ...named('gone actions', goneActions),
    ...named(
      `as of ${CATALOG_INFO.date} still`,
      kept.map(({ service, why }) => `${service} (${why})`),
    ),
    `AWS managed policies stay as of ${CATALOG_INFO.managedPoliciesDate}`,
  ];
  return `${lines.join('\n')}\n`;
}

function named(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return [`${what}: ${names.slice(0, MOST_NAMED).join(', ')}${more}`];
}
