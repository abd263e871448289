/** The current request for elsewhere: as a scenario of a file, and as a command line. */
import { appendScenarios, ask, printCase } from '../../scenario/index.ts';
import type { Project } from '../project/project.ts';
import type { RequestDraft } from '../request-draft.ts';
import { questionOf } from './ask-request.ts';

/** A file with the scenario at its end, or why there is none. */
export type Written = { readonly path: string; readonly text: string } | { readonly problem: string };

/** Into the file that the request was taken from, else the first one of its environment. */
export function asScenario(project: Project, name: string): Written {
  const { workspace, catalog, request, answer } = project;
  const received = answer?.answer?.received;
  if (!workspace || !catalog || !request || !received) return { problem: 'there is no answer to save yet' };
  const { decision, decidedBy } = received;
  if (decision === 'unknown') return { problem: 'the answer depends on keys that are not known: give them first' };
  const question = questionOf(request, { workspace, catalog: () => catalog });
  if ('problems' in question) return { problem: question.problems.join('; ') };
  const files = workspace.scenarioFiles.filter(({ environment }) => environment.source.name === request.environment);
  const file = files.find(({ source }) => source.name === request.of?.file) ?? files[0];
  if (!file) return { problem: `no scenario file has the environment \`${request.environment}\`` };
  if (file.scenarios.some((one) => one.name === name)) return { problem: `there is a scenario \`${name}\` already` };
  const expected = { decision, ...(decidedBy === undefined ? {} : { decidedBy }) };
  const appended = appendScenarios(file, [printCase({ ...question, expected }, { name })]);
  return 'problem' in appended ? appended : { path: file.source.name, text: appended.text };
}

/** `iamproof simulate ...` that gets the same answer, or why there is none. */
export function asCommand(project: Project): { readonly command: string } | { readonly problem: string } {
  const { workspace, catalog, config, request, answer } = project;
  const step = answer?.answer?.decisive;
  if (!workspace || !catalog || !config || !request || !step) return { problem: 'there is no answer to ask again yet' };
  const [check, ...more] = request.checks;
  if (!check || more.length > 0) return { problem: 'a command asks one call: a scenario can ask this' };
  if (request.hops.some((hop) => Object.keys(hop).some((key) => key !== 'role'))) {
    return { problem: 'a command assumes roles without session names, tags or policies: a scenario can ask this' };
  }
  // What a command cannot say of where the call comes from is given as the keys that follow from it.
  const { ip, vpcEndpoint } = request.from;
  const from = { ...(ip === undefined ? {} : { ip }), ...(vpcEndpoint === undefined ? {} : { vpcEndpoint }) };
  const plain: RequestDraft = { ...request, from, context: {}, checks: [{ ...check, context: {} }] };
  const { of: _taken, ...named } = plain;
  const question = questionOf(named, { workspace, catalog: () => catalog });
  if ('problems' in question) return { problem: `${question.problems.join('; ')}: a scenario can ask this` };
  const before = new Map(Object.entries(ask(question, config.settings).decisive?.request.context ?? {}));
  const given = Object.entries(step.request.context).filter(
    ([key, value]) => JSON.stringify(before.get(key)) !== JSON.stringify(value),
  );
  const gone = [...before.keys()].filter((key) => !(key in step.request.context));
  if (gone.length > 0) return { problem: `a command cannot take ${gone.join(', ')} away: a scenario can` };
  const words = [
    ...['iamproof', 'simulate', '--environment', request.environment, '--principal', request.principal],
    ...request.hops.flatMap(({ role = '' }) => ['--assume', role]),
    ...['--action', check.action, '--resource', check.resource],
    ...(ip === undefined ? [] : ['--from-ip', ip]),
    ...(vpcEndpoint === undefined ? [] : ['--from-vpce', vpcEndpoint]),
    ...given.flatMap(([key, value]) =>
      typeof value === 'string'
        ? ['--context', `${key}=${value}`]
        : value.flatMap((one) => ['--context', `${key}[]=${one}`]),
    ),
  ];
  return { command: words.map(quoted).join(' ') };
}

/** As a shell reads it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
