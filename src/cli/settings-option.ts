/** `--setting name=value`: the reading of a contested point for one run. */
import { DEFAULT_SETTINGS, type Settings } from '../language/index.ts';
import { UsageError } from './command.ts';

const VALUES: Readonly<Record<keyof Settings, readonly string[]>> = {
  arnWildcards: ['parts', 'string'],
  notPrincipalSpares: ['arn-and-account', 'any-entry'],
  emptyString: ['present', 'absent'],
  mismatchUnderNegation: ['holds', 'fails'],
  multivaluedWithoutQualifier: ['never', 'any-value'],
  unresolvedNotResource: ['deny-applies', 'never-applies'],
  substitutedWildcards: ['literal', 'pattern'],
  boolVariables: ['substituted', 'literal'],
  federatedWithoutSessionPolicy: ['nothing', 'everything'],
  inheritedTagsNeedTagSession: ['false', 'true'],
  sessionPolicyLimitsDirectGrants: ['false', 'true'],
  rcpServices: ['listed', 'all'],
  userWithToken: ['get-session-token', 'console'],
};

export function readSettings(given: readonly string[], base: Settings = DEFAULT_SETTINGS): Settings {
  const changed = given.map((one) => {
    const [name = '', value = ''] = one.split('=', 2);
    const values = Object.hasOwn(VALUES, name) ? VALUES[name as keyof Settings] : undefined;
    if (!values)
      throw new UsageError(`there is no setting \`${name}\`; settings are ${Object.keys(VALUES).join(', ')}`);
    if (!values.includes(value))
      throw new UsageError(`the setting \`${name}\` takes ${values.join(' or ')}, found \`${value}\``);
    return [name, value === 'true' ? true : value === 'false' ? false : value];
  });
  return { ...base, ...Object.fromEntries(changed) };
}
