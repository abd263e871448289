/** Reads an invariants file: its form by the schema, then what it claims, with every problem at its place. */
import environmentSchema from '../../../schemas/environment.schema.json' with { type: 'json' };
import schema from '../../../schemas/invariants.schema.json' with { type: 'json' };
import type { ConditionEntry, Diagnostic, SourceText } from '../../language/index.ts';
import { parsePolicyDocument, type SourceNode } from '../../parse/index.ts';
import { didYouMean, validate } from '../../schema/index.ts';
import { readEnvironmentAt, type ScenarioPorts } from '../environment-at.ts';
import { entriesOf, memberIn, type Placed, text } from '../form-layers.ts';
import { contextOf } from '../given-values.ts';
import { placeOf, report, type ScenarioReader } from '../scenario-reader.ts';
import type { Claim, ClaimKind, Invariant, InvariantFile } from './invariant.ts';

export interface ReadInvariantFile {
  /** Missing where some claim of the file cannot be asked. */
  readonly file?: InvariantFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param node the tree of the whole text of `source` */
export function readInvariantFile(node: SourceNode, source: SourceText, ports: ScenarioPorts): ReadInvariantFile {
  const problems = validate([schema, environmentSchema], node, source);
  if (problems.length > 0) return { diagnostics: problems };
  const root: Placed = { node, path: '' };
  const read = readEnvironmentAt(memberIn(root, 'environment'), source, ports);
  const { catalog, loadPolicy } = ports;
  const reader: ScenarioReader = {
    source,
    environment: read.environment,
    loadPolicy,
    catalog,
    diagnostics: [...read.diagnostics],
    blocked: read.environment === undefined,
  };
  const names = new Set<string>();
  const invariants = entriesOf(memberIn(root, 'invariants')).flatMap((entry) => {
    const invariant = readInvariant(entry, reader, ports);
    const name = memberIn(entry, 'name') ?? entry;
    const written = text(name) ?? '';
    if (names.has(written)) {
      const message = `two invariants are called \`${written}\``;
      report(reader, { code: 'duplicate-invariant', message, help: 'names tell them apart in reports' }, name);
    }
    names.add(written);
    return invariant ?? [];
  });
  const { environment, diagnostics } = reader;
  if (reader.blocked || !environment) return { diagnostics };
  const description = text(memberIn(root, 'description'));
  const about = description === undefined ? {} : { description };
  return { file: { source, ...about, environment, catalog, invariants }, diagnostics };
}

const KINDS: readonly ClaimKind[] = [
  'never-allowed',
  'always-allowed',
  'only-when',
  'no-public-access',
  'no-cross-account',
  'no-new-access',
  'no-privilege-escalation',
  'separation-of-duty',
];

/** Undefined, and reported, where nothing or two things are claimed. */
function readInvariant(entry: Placed, reader: ScenarioReader, ports: ScenarioPorts): Invariant | undefined {
  const written = memberIn(entry, 'name') ?? entry;
  const claims = KINDS.flatMap((kind) => {
    const placed = memberIn(entry, kind);
    return placed ? [{ kind, placed }] : [];
  });
  const [first, second] = claims;
  if (!first || second) {
    const message = second
      ? `the invariant claims both \`${first?.kind}\` and \`${second.kind}\``
      : 'nothing is claimed';
    const code = second ? 'two-claims' : 'missing-claim';
    report(reader, { code, message, help: `give one of ${KINDS.join(', ')}` }, second?.placed ?? written);
    return undefined;
  }
  const claim = readClaim(first.kind, first.placed, reader, ports);
  if (!claim) return undefined;
  const description = text(memberIn(entry, 'description'));
  const { range = { start: 0, end: 0 } } = written;
  const location = { source: reader.source, range };
  return {
    name: text(written) ?? '',
    ...(description === undefined ? {} : { description }),
    location,
    claim,
  };
}

function readClaim(kind: ClaimKind, placed: Placed, reader: ScenarioReader, ports: ScenarioPorts): Claim | undefined {
  const resources = listIn(placed, 'resources');
  const principals = listIn(placed, 'principals');
  const when = memberIn(placed, 'when')?.node;
  const scope = {
    actions: actionsIn(placed, kind === 'separation-of-duty' ? 'one' : 'actions', reader) ?? ['*'],
    ...(resources ? { resources } : {}),
    ...(principals ? { principals } : {}),
    given: contextOf(when?.kind === 'object' ? when.members : []),
  };
  switch (kind) {
    case 'only-when': {
      const condition = readCondition(memberIn(placed, 'condition'), reader);
      return condition && { ...scope, kind, condition };
    }
    case 'no-cross-account': {
      const organization = memberIn(placed, 'organization')?.node;
      const isTrusted = organization?.kind === 'boolean' && organization.text === 'true';
      return { ...scope, kind, accounts: listIn(placed, 'accounts') ?? [], organization: isTrusted };
    }
    case 'no-new-access': {
      const { environment, diagnostics } = readEnvironmentAt(memberIn(placed, 'baseline'), reader.source, ports);
      reader.diagnostics.push(...diagnostics);
      if (!environment) reader.blocked = true;
      return environment && { ...scope, kind, baseline: environment };
    }
    case 'no-privilege-escalation':
      return { ...scope, kind, except: listIn(placed, 'except') ?? [] };
    case 'separation-of-duty':
      return { ...scope, kind, other: actionsIn(placed, 'other', reader) ?? [] };
    default:
      return { ...scope, kind };
  }
}

function listIn(placed: Placed, key: string): readonly string[] | undefined {
  const list = memberIn(placed, key);
  return list && entriesOf(list).flatMap((entry) => text(entry) ?? []);
}

/** A claim about actions that nobody knows would hold for the wrong reason. */
function actionsIn(placed: Placed, key: string, reader: ScenarioReader): readonly string[] | undefined {
  const { catalog } = reader;
  for (const entry of entriesOf(memberIn(placed, key))) {
    const action = text(entry) ?? '';
    if (catalog.expandAction(action).length > 0) continue;
    const near = catalog.suggestAction(action);
    const message = `the catalog of ${catalog.date} has no action \`${action}\`${near === undefined ? '' : didYouMean(action, [near])}`;
    report(reader, { code: 'unknown-action', message, help: 'nothing can be proved of it' }, entry);
  }
  return listIn(placed, key);
}

/** The block is read as it is in a policy. */
function readCondition(placed: Placed | undefined, reader: ScenarioReader): readonly ConditionEntry[] | undefined {
  if (!placed) return undefined;
  const string = (value: string): SourceNode => ({ kind: 'string', text: value });
  const object = (members: Record<string, SourceNode>): SourceNode => ({
    kind: 'object',
    members: Object.entries(members).map(([key, value]) => ({ key, value })),
  });
  const { node } = placed;
  const statement = object({
    Effect: string('Deny'),
    Action: string('*'),
    Resource: string('*'),
    Condition: node,
  });
  const document = object({ Version: string('2012-10-17'), Statement: statement });
  const parsed = parsePolicyDocument(document, 'identity', reader.source);
  const place = placeOf(reader, placed);
  reader.diagnostics.push(...parsed.diagnostics.map((one) => ({ ...place, ...one, path: place.path })));
  const conditions = parsed.document?.statements[0]?.conditions;
  const isSound = parsed.diagnostics.every(({ severity }) => severity !== 'error');
  if (conditions && isSound) return conditions;
  reader.blocked = true;
  return undefined;
}
