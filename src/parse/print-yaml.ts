/** A plain value as YAML in block style. */
import { stringify } from 'yaml';

/** Ends in a line break; long texts stay on their line. */
export function printYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, version: '1.2' });
}
