/** `iamproof compare`: what a change newly allows, and what it no longer allows. */
import { Option } from 'commander';
import { POLICY_TYPES } from '../../language/policy-types/index.ts';
import { comparePolicies } from '../../prove/index.ts';
import { compareEnvironments } from '../../query/index.ts';
import { compareJson } from '../../report/compare-json.ts';
import { compareMarkdown } from '../../report/compare-markdown.ts';
import { comparePretty } from '../../report/compare-pretty.ts';
import { environmentsJson, environmentsMarkdown, environmentsPretty } from '../../report/environments-comparison.ts';
import type { Config } from '../../workspace/index.ts';
import { defineCommand, flag, type Options, text } from '../command.ts';
import { comparedPairs } from '../compare-inputs.ts';
import { areEnvironments, comparedEnvironments, coverageBy } from '../compared-environments.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { openConfig } from '../open-project.ts';

export const compare = defineCommand({
  examples: [
    ['iamproof compare old.json new.json', 'what the new policy allows that the old one does not, and the reverse'],
    [
      'iamproof compare --base origin/main policies',
      'what the changes of a branch come to; exit 1 on --fail-on new-access',
    ],
    ['iamproof compare --base main policies --format markdown', 'as a comment on a pull request'],
    [
      'iamproof compare --base main scenarios/prod.environment.yaml',
      'what everybody may newly do in a whole environment, and no longer',
    ],
  ],
  declare: (command) => {
    command
      .argument(
        '[paths...]',
        'two environments, policy files, or folders whose identity policies are united; with --base one, or none for all policies',
      )
      .option('--base <ref>', 'compare with what git has at this ref')
      .option('--policy-type <type>', `${Object.keys(POLICY_TYPES).join(', ')}; overrides configuration and detection`)
      .option('--possible', 'only what can be asked for today: actions that AWS lists, on resources that they take')
      .addOption(formatOption(['pretty', 'json', 'markdown']))
      .addOption(
        new Option('--fail-on <what>', 'exit 1 where something is newly allowed, or that is not certain').choices([
          'new-access',
        ]),
      )
      .option('--exit-code', 'exit 1 where there is any difference, or that is not certain');
  },
  run: async (context, paths, options) => {
    const config = openConfig(context);
    if (!config) return EXIT.failed;
    if (areEnvironments(context, config, paths)) return environments(context, config, paths, options);
    const pairs = await comparedPairs(context, config, paths, options);
    if (!pairs) return EXIT.failed;
    const { settings } = config;
    const requests = flag(options, 'possible') ? 'possible' : 'any';
    const compared = pairs.map((pair) => ({
      ...pair,
      ...comparePolicies({ ...pair, catalog: context.catalog(), settings, requests }),
    }));
    const format = text(options, 'format');
    if (format === 'json') context.output(compareJson(compared, context.catalog()));
    else if (format === 'markdown') context.output(compareMarkdown(compared, context.catalog()));
    else context.output(comparePretty(compared, context.catalog(), context.paint));
    return exitCode(compared, options);
  },
});

async function environments(
  context: Context,
  config: Config,
  paths: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const compared = await comparedEnvironments(context, config, paths, options);
  if (!compared) return EXIT.failed;
  const catalog = context.catalog();
  const comparison = compareEnvironments({ ...compared, catalog, settings: config.settings });
  const look = { name: compared.name, catalog, coverage: coverageBy(context, config, compared) };
  const format = text(options, 'format');
  if (format === 'json') context.output(environmentsJson(comparison, look));
  else if (format === 'markdown') context.output(environmentsMarkdown(comparison, look));
  else context.output(environmentsPretty(comparison, look, context.paint));
  return exitCode([comparison], options);
}

type Compared = Readonly<Record<'gained' | 'lost' | 'unknown', readonly unknown[]>>;

function exitCode(compared: readonly Compared[], options: Options): ExitCode {
  const isOpen = compared.some(({ unknown }) => unknown.length > 0);
  const hasGained = compared.some(({ gained }) => gained.length > 0);
  const differs = hasGained || compared.some(({ lost }) => lost.length > 0);
  if (text(options, 'failOn') === 'new-access' && (hasGained || isOpen)) return EXIT.no;
  return flag(options, 'exitCode') && (differs || isOpen) ? EXIT.no : EXIT.done;
}
