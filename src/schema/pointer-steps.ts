/** The steps of a JSON pointer, unescaped (RFC 6901); none for the document itself. */
export function pointerSteps(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
