/** What a scenario expects, and expectations that no answer could meet. */
import type { DecidedBy } from '../language/index.ts';
import { entriesOf, type FormLayers, memberIn, memberOf, numberOf, textOf } from './form-layers.ts';
import type { Expected, ExpectedDecision } from './scenario.ts';
import { report, type ScenarioReader } from './scenario-reader.ts';

const DECISIONS: readonly ExpectedDecision[] = ['allowed', 'denied', 'implicitDeny', 'explicitDeny'];

const DECIDED_BY: readonly DecidedBy[] = [
  'identity',
  'resource',
  'trust',
  'identity+resource',
  'identity+trust',
  'root',
  'none-required',
  'boundary',
  'session',
  'scp',
  'rcp',
  'vpce',
  'service-rule',
];

/** Undefined, and reported, where no decision is expected. */
export function readExpected(layers: FormLayers, reader: ScenarioReader): Expected | undefined {
  const decision = DECISIONS.find((one) => one === textOf(layers, 'expect'));
  if (decision === undefined) {
    const help = 'say which answer is right: `expect: allowed` or `denied`, `implicitDeny`, `explicitDeny`';
    const message = 'the scenario has no `expect`';
    report(reader, { code: 'missing-expectation', message, help }, layers.row ?? layers.scenario);
    return undefined;
  }
  const decidedBy = DECIDED_BY.find((one) => one === textOf(layers, 'decidedBy'));
  const statement = textOf(layers, 'statement');
  const failedCheck = numberOf(layers, 'failedCheck');
  const failedHop = numberOf(layers, 'failedHop');
  const expected: Expected = {
    decision,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(statement === undefined ? {} : { statement }),
    ...(failedCheck === undefined ? {} : { failedCheck }),
    ...(failedHop === undefined ? {} : { failedHop }),
  };
  reportImpossible(expected, layers, reader);
  return expected;
}

/** What grants, and what can only refuse. */
const GRANTS: readonly DecidedBy[] = ['identity+resource', 'identity+trust', 'root', 'none-required'];
const REFUSES: readonly DecidedBy[] = ['boundary', 'session', 'scp', 'rcp', 'vpce', 'service-rule'];

function reportImpossible(expected: Expected, layers: FormLayers, reader: ScenarioReader): void {
  const impossible = (key: keyof Expected, message: string) => {
    const { row } = layers;
    const inherited = row !== undefined && memberIn(row, key) === undefined;
    const help = inherited
      ? `the row has \`${key}\` from its scenario: give it one of its own, or move it to the rows`
      : undefined;
    const where = (inherited ? row : memberOf(layers, key)) ?? layers.scenario;
    report(reader, { code: 'impossible-expectation', message, ...(help === undefined ? {} : { help }) }, where);
  };
  if (expected.statement !== undefined && expected.decision === 'implicitDeny') {
    impossible('statement', 'no statement decides an implicit deny: leave `statement` out');
  }
  const { decision, decidedBy } = expected;
  if (decidedBy !== undefined && (decision === 'allowed' ? REFUSES : GRANTS).includes(decidedBy)) {
    impossible('decidedBy', `\`${decidedBy}\` never decides that a request is \`${decision}\``);
  }
  for (const [key, list] of [
    ['failedCheck', 'checks'],
    ['failedHop', 'assume'],
  ] as const) {
    const failed = expected[key];
    if (failed === undefined) continue;
    const count = entriesOf(memberOf(layers, list)).length;
    if (count === 0) impossible(key, `\`${key}\` needs \`${list}\``);
    else if (failed >= count) impossible(key, `\`${list}\` counts from 0 to ${count - 1}: there is no ${failed}`);
    else if (expected.decision === 'allowed')
      impossible(key, `nothing fails where the answer is \`allowed\`: leave \`${key}\` out`);
  }
}
