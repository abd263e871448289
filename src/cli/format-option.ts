/** The option of commands that print in several formats. */
import { Option } from 'commander';

/** @param choices the default first */
export function formatOption(choices: readonly string[]): Option {
  return new Option('--format <format>', 'how to print the result').choices(choices).default(choices[0]);
}
