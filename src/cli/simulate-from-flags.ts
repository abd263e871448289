/** A simulation put together from flags and policy files. */
import { CATALOG_INFO } from '../catalog/index.ts';
import type { OrganizationNode, PoliciesInPlay, Policy, PolicyType, Request, Settings } from '../language/index.ts';
import { parsePolicyDocument } from '../parse/index.ts';
import { callerOfArn, findManagedPolicy, type Simulation, simulate } from '../simulation/index.ts';
import { type Options, text, texts, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { policyInFile } from './policy-in-file.ts';
import { checkExpectation, expectationOf, explainAnswer } from './print-answer.ts';
import { readNamedFile, readTree, tellDiagnostics } from './read-file.ts';

export async function simulateFromFlags(context: Context, options: Options, settings: Settings): Promise<ExitCode> {
  const request = requestOf(options);
  const policies = await policiesOf(context, options);
  const simulation: Simulation = { policies, requests: [request], hasChecks: false };
  const { answer, evaluations } = simulate(simulation, CATALOG_INFO.date, settings);
  const format = text(options, 'format');
  if (format === 'pretty') context.output(explainAnswer(context, { answer, evaluations, policies }, options, settings));
  else context.output(`${JSON.stringify(answer, null, format === 'json' ? 2 : undefined)}\n`);
  const expected = expectationOf(options);
  return expected ? checkExpectation(context, expected, answer) : EXIT.done;
}

function requestOf(options: Options): Request {
  const who = text(options, 'principal') ?? '';
  const principal = callerOfArn(who);
  if (!principal)
    throw new UsageError(
      `\`${who}\` names no caller; give the ARN of a user, role, session or root, a service principal, or \`anonymous\``,
    );
  const action = text(options, 'action') ?? '';
  if (!/^[^\s:]+:[^\s:]+$/.test(action)) throw new UsageError(`\`${action}\` is no action; an action is service:Name`);
  const account = text(options, 'resourceAccount');
  if (account !== undefined && !/^[0-9]{12}$/.test(account))
    throw new UsageError(`\`${account}\` is no account id; an account id is 12 digits`);
  return {
    principal,
    action,
    resource: text(options, 'resource') ?? '*',
    ...(account === undefined ? {} : { resourceAccount: account }),
    context: contextOf(texts(options, 'context')),
  };
}

/** `key=value` for one value, `key[]=value` for one more of several. */
export function contextOf(given: readonly string[]): Record<string, string | string[]> {
  const context: Record<string, string | string[]> = {};
  for (const one of given) {
    const equals = one.indexOf('=');
    if (equals < 1) throw new UsageError(`--context takes key=value, found \`${one}\``);
    const [name, value] = [one.slice(0, equals), one.slice(equals + 1)];
    if (!name.endsWith('[]')) context[name] = value;
    else {
      const key = name.slice(0, -2);
      const before = context[key];
      context[key] = [...(Array.isArray(before) ? before : []), value];
    }
  }
  return context;
}

async function policiesOf(context: Context, options: Options): Promise<PoliciesInPlay> {
  const list = async (names: readonly string[], type: PolicyType) =>
    names.length === 0 ? undefined : Promise.all(names.map((name) => readPolicy(context, name, type)));
  const one = async (option: string, type: PolicyType) => {
    const name = text(options, option);
    return name === undefined ? undefined : readPolicy(context, name, type);
  };
  const boundary = await one('boundary', 'boundary');
  const vpce = await one('vpce', 'vpce');
  const found = {
    identity: await list(texts(options, 'identity'), 'identity'),
    boundary: boundary && [boundary],
    session: await list(texts(options, 'session'), 'session'),
    resource: await one('resourcePolicy', 'resource'),
    trust: await one('trust', 'trust'),
    scps: await nodes(context, texts(options, 'scp'), 'scp'),
    rcps: await nodes(context, texts(options, 'rcp'), 'rcp'),
    vpce: vpce && [vpce],
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const LEVELS = ['root', 'ou', 'account'] as const;

/** Policies of the same level are attached to one node; the nodes are intersected. */
async function nodes(
  context: Context,
  given: readonly string[],
  type: 'scp' | 'rcp',
): Promise<OrganizationNode[] | undefined> {
  if (given.length === 0) return undefined;
  const read = await Promise.all(
    given.map(async (one) => {
      const [levelText = '', ...rest] = one.split('=');
      const level = LEVELS.find((candidate) => candidate === levelText);
      if (!level || rest.length === 0)
        throw new UsageError(`--${type} takes level=file with level root, ou or account, found \`${one}\``);
      return { level, policy: await readPolicy(context, rest.join('='), type) };
    }),
  );
  return LEVELS.flatMap((level) => {
    const policies = read.filter((one) => one.level === level).map((one) => one.policy);
    return policies.length === 0 ? [] : [{ level, policies }];
  });
}

async function readPolicy(context: Context, name: string, type: PolicyType): Promise<Policy> {
  if (/^aws:|^arn:/.test(name)) {
    const found = findManagedPolicy(context.catalog(), name, type);
    if (found.policy) return found.policy;
    throw new UsageError(`${found.problem}; ${found.help}`);
  }
  const [path = '', inFile] = name.split(/#(.*)/s);
  const source = readNamedFile(context, path);
  const { node: whole, diagnostics } = await readTree(source);
  const found = whole && inFile !== undefined ? policyInFile(whole, source, inFile) : { node: whole, path: '' };
  const parsed = found?.node ? parsePolicyDocument(found.node, type, source, found.path) : { diagnostics };
  if (parsed.document) {
    if (!context.quiet)
      tellDiagnostics(
        context,
        parsed.diagnostics.filter(({ severity }) => severity === 'error'),
      );
    return { name: inFile === undefined ? source.name : name, type, document: parsed.document };
  }
  tellDiagnostics(context, parsed.diagnostics);
  throw new UsageError(`\`${name}\` is no policy that can be decided`);
}
