/** One policy of a plan, template or dump that the user named: `plan.json#aws_iam_policy.reader`. */
import type { SourceText } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import { didYouMean } from '../schema/index.ts';
import { readSourceFile } from '../workspace/index.ts';
import { UsageError } from './command.ts';

export function policyInFile(node: SourceNode, source: SourceText, name: string): { node: SourceNode; path: string } {
  const reading = readSourceFile(node, source);
  if (!reading) throw new UsageError(`\`${source.name}\` is no plan, template or dump that is known`);
  const found = reading.policies.find((one) => one.name === name);
  if (found) return found;
  const names = reading.policies.map((one) => one.name);
  throw new UsageError(`\`${source.name}\` has no policy \`${name}\`${didYouMean(name, names)}`);
}
