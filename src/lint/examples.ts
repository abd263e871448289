/** Statements for the examples of checks, so that each shows only what it is about. */

type Elements = Readonly<Record<string, unknown>>;

/** An Allow to read objects, with other elements in place of or beside these; undefined leaves one out. */
export function allow(elements: Elements = {}): Elements {
  return { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*', ...elements };
}

/** A Deny of the same. */
export function deny(elements: Elements = {}): Elements {
  return { ...allow(), Effect: 'Deny', ...elements };
}

/** A statement of a trust policy. */
export function trust(principal: unknown, elements: Elements = {}): Elements {
  return { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...elements };
}
