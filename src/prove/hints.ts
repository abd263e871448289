/** Values that people would write, for patterns: a witness is to be believed. */

const FILLINGS = ['example', '', 'x', 'a/b', '1'];

/** Words that a pattern stands for. */
export function wordsOf(pattern: string): readonly string[] {
  if (!/[*?]/.test(pattern)) return [pattern];
  return FILLINGS.map((filling) => pattern.replace(/\*+/g, filling).replace(/\?/g, 'x'));
}

/** ARNs of the form of a catalog's template: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
export function arnOf(template: string, partition: string, account = '111122223333'): string {
  const known: Readonly<Record<string, string>> = { Partition: partition, Region: 'us-east-1', Account: account };
  return template.replace(/\$\{([^}]*)\}/g, (_, name: string) => known[name] ?? 'example');
}
