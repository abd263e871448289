/** The user asked for something that cannot be done. */

/** The user called the tool in a way it cannot follow: one line on standard error, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
