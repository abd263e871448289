/** Values that people would write, for patterns: a witness is to be believed. */
import { splitArn } from '../language/index.ts';

const FILLINGS = ['example', '', 'x', 'a/b', '1'];

/** Words that a pattern stands for. */
export function wordsOf(pattern: string): readonly string[] {
  if (!/[*?]/.test(pattern)) return [pattern];
  const [prefix, partition = '', service, region = '', account = '', ...rest] = pattern.split(':');
  const head =
    rest.length > 0
      ? `${prefix}:${filled(partition, 'aws')}:${service}:${filled(region, 'us-east-1')}:${filled(account, '111122223333')}:`
      : undefined;
  const tail = head === undefined ? pattern : rest.join(':');
  return FILLINGS.map((filling) => `${head ?? ''}${tail.replace(/\*+/g, filling).replace(/\?/g, 'x')}`);
}

/** A part of an ARN; most patterns leave all of it open. */
function filled(part: string, usual: string): string {
  return part === '*' ? usual : part.replace(/\*+/g, '').replace(/\?/g, '1');
}

/** ARNs of the form of a catalog's template: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
export function arnOf(template: string, partition: string, account = '111122223333'): string {
  const known: Readonly<Record<string, string>> = { Partition: partition, Region: 'us-east-1', Account: account };
  return template.replace(/\$\{([^}]*)\}/g, (_, name: string) => known[name] ?? 'example');
}

/** The resource of one ARN at the place of another. */
export function arnWithHeadOf(place: string, arn: string): string | undefined {
  const [head, tail] = [place, arn].map((one) => splitArn(one));
  return head && tail && [...head.slice(0, 5), tail[5]].join(':');
}
