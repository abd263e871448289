/** What a scenario asks: a matrix of actions and resources, the checks of one call, or a chain of roles. */
import { type Hop, readHop } from '../environment/index.ts';
import { didYouMean } from '../schema/index.ts';
import { entriesOf, type FormLayers, memberIn, memberOf, type Placed, text } from './form-layers.ts';
import { contextOf } from './given-values.ts';
import type { Check, Question } from './scenario.ts';
import { report, type ScenarioReader, warn } from './scenario-reader.ts';

const FORMS = 'give `action` (and `resource`), or `checks`, or `assume` alone to ask about the chain';

/** Undefined, and reported, where nothing or two things are asked. */
export function readQuestion(layers: FormLayers, reader: ScenarioReader): Question | undefined {
  const action = memberOf(layers, 'action');
  const resource = memberOf(layers, 'resource');
  const checks = memberOf(layers, 'checks');
  if (checks) {
    for (const [key, other] of Object.entries({ action, resource })) {
      if (!other) continue;
      const message = `the scenario has both \`checks\` and \`${key}\``;
      report(reader, { code: 'two-questions', message, help: FORMS }, other);
    }
    return { kind: 'checks', checks: entriesOf(checks).map((entry) => readCheck(entry, reader)) };
  }
  if (action) {
    return {
      kind: 'matrix',
      actions: readActions(action, reader),
      resources: resource ? readList(resource, reader) : ['*'],
    };
  }
  if (memberOf(layers, 'assume') && !resource) return { kind: 'chain' };
  const message = resource ? 'there is a `resource` and no `action`' : 'the scenario asks nothing';
  report(reader, { code: 'missing-question', message, help: FORMS }, resource ?? layers.row ?? layers.scenario);
  return undefined;
}

function readList(list: Placed, reader: ScenarioReader): readonly string[] {
  const seen = new Set<string>();
  for (const entry of entriesOf(list)) {
    const value = text(entry) ?? '';
    if (seen.has(value)) {
      report(reader, { code: 'duplicate-entry', message: `\`${value}\` is listed twice`, help: 'remove one' }, entry);
    }
    seen.add(value);
  }
  return [...seen];
}

function readActions(list: Placed, reader: ScenarioReader): readonly string[] {
  for (const entry of entriesOf(list)) warnOfUnknownAction(entry, reader);
  return readList(list, reader);
}

/** Policies deny what nobody knows, and a test that expects a denial would pass for the wrong reason. */
function warnOfUnknownAction(entry: Placed | undefined, reader: ScenarioReader): void {
  const action = text(entry);
  if (!entry || action === undefined || reader.catalog.action(action)) return;
  const near = reader.catalog.suggestAction(action);
  const message = `the catalog of ${reader.catalog.date} has no action \`${action}\`${near === undefined ? '' : didYouMean(action, [near])}`;
  warn(reader, { code: 'unknown-action', message }, entry);
}

function readCheck(entry: Placed, reader: ScenarioReader): Check {
  const action = memberIn(entry, 'action');
  const context = memberIn(entry, 'context')?.node;
  warnOfUnknownAction(action, reader);
  return {
    action: text(action) ?? '',
    resource: text(memberIn(entry, 'resource')) ?? '*',
    context: contextOf(context?.kind === 'object' ? context.members : []),
  };
}

/** Hops with policies that cannot be read are reported and left out. */
export function readHops(layers: FormLayers, reader: ScenarioReader): readonly Hop[] {
  return entriesOf(memberOf(layers, 'assume')).flatMap(({ node, path }) => {
    const { hop, diagnostics } = readHop(node, { source: reader.source, loader: reader.loadPolicy, path });
    reader.diagnostics.push(...diagnostics);
    if (!hop) reader.blocked = true;
    return hop ?? [];
  });
}
