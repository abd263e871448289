/** `--setting name=value`: the reading of a contested point for one run. */
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import { DEFAULT_SETTINGS, type Settings } from '../language/index.ts';
import { UsageError } from './command.ts';

/** The settings and their values, as the configuration has them. */
const SETTINGS: Readonly<Record<string, { readonly description: string; readonly enum?: readonly string[] }>> =
  schema.properties.settings.properties;

export function readSettings(given: readonly string[], base: Settings = DEFAULT_SETTINGS): Settings {
  const changed = given.map((one) => {
    const [name = '', value = ''] = one.split('=', 2);
    const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
    if (!setting)
      throw new UsageError(`there is no setting \`${name}\`; settings are ${Object.keys(SETTINGS).join(', ')}`);
    const values = setting.enum ?? ['true', 'false'];
    if (!values.includes(value))
      throw new UsageError(`the setting \`${name}\` takes ${values.join(' or ')}, found \`${value}\``);
    return [name, setting.enum ? value : value === 'true'];
  });
  return { ...base, ...Object.fromEntries(changed) };
}
