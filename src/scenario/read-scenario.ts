/** One scenario with the rows of its table. */
import type { Range } from '../language/index.ts';
import { entriesOf, memberIn, type Placed, text } from './form-layers.ts';
import { readForm } from './read-form.ts';
import type { Scenario } from './scenario.ts';
import { report, type ScenarioReader } from './scenario-reader.ts';

export function readScenario(written: Placed, defaults: Placed | undefined, reader: ScenarioReader): Scenario {
  const scenario = namedByName(written);
  const name = text(memberIn(scenario, 'name')) ?? '';
  const table = memberIn(scenario, 'each');
  const { range = { start: 0, end: 0 } } = scenario.node;
  const location = { source: reader.source, range };
  if (!table) {
    const form = readForm({ defaults, scenario, row: undefined }, name, reader);
    return { name, location, forms: form ? [form] : [] };
  }
  const rows = entriesOf(table).map(namedByName);
  reportTable(rows, reader);
  const forms = rows.flatMap((row, index) => {
    return readForm({ defaults, scenario, row }, `${name} / ${rowName(row, index)}`, reader) ?? [];
  });
  return { name, location, forms };
}

function rowName(row: Placed, index: number): string {
  return text(memberIn(row, 'name')) ?? `row ${index + 1}`;
}

/** Rows need names of their own; one named row beside others may leave the scenario as it is. */
function reportTable(rows: readonly Placed[], reader: ScenarioReader): void {
  const names = new Set<string>();
  let plain = rows.length > 1 ? 0 : 1;
  for (const [index, row] of rows.entries()) {
    const name = rowName(row, index);
    if (names.has(name)) {
      const message = `two rows are called \`${name}\``;
      report(reader, { code: 'duplicate-scenario', message, help: UNIQUE }, row);
    }
    names.add(name);
    if (overrides(row)) continue;
    plain += 1;
    if (plain === 1 && memberIn(row, 'name')) continue;
    const help = 'give a member that differs from the scenario, or leave the row out';
    report(reader, { code: 'empty-row', message: `the row \`${name}\` overrides nothing`, help }, row);
  }
}

const UNIQUE = 'names tell cases apart in reports';

function overrides({ node }: Placed): boolean {
  return node.kind === 'object' && node.members.some(({ key }) => key !== 'name' && key !== 'description');
}

/** Findings about a whole entry point at its name, which is short, or at its first character. */
function namedByName(entry: Placed): Placed {
  const range = memberIn(entry, 'name')?.range ?? firstCharacter(entry.node.range);
  return { ...entry, ...(range ? { range } : {}) };
}

function firstCharacter(range: Range | undefined): Range | undefined {
  return range && { start: range.start, end: Math.min(range.start + 1, range.end) };
}
