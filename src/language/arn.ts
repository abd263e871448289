/** Amazon Resource Names taken apart at their first five colons (B12). */

export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** The sixth part: everything after the fifth colon. */
  readonly resource: string;
}

/** The six parts of a text split at its first five colons, or undefined where it has fewer. */
export function splitArn(text: string): readonly [string, string, string, string, string, string] | undefined {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < 5; i++) {
    const colon = text.indexOf(':', from);
    if (colon === -1) return undefined;
    parts.push(text.slice(from, colon));
    from = colon + 1;
  }
  const [a, b, c, d, e] = parts as [string, string, string, string, string];
  return [a, b, c, d, e, text.slice(from)];
}

/** Reads an ARN; undefined where the text is none. */
export function parseArn(text: string): Arn | undefined {
  const parts = splitArn(text);
  if (parts?.[0] !== 'arn') return undefined;
  const [, partition, service, region, account, resource] = parts;
  return { partition, service, region, account, resource };
}
