/** Policy documents as IAM gives them back. */

/**
 * Get operations answer with percent-encoded text (RFC 3986), files of the AWS CLI with JSON. What begins with a brace is not
 * decoded: JSON that holds `%25` would become another document. What is neither stays as it is.
 */
export function decodeDocument(text: string): string {
  if (text.trimStart().startsWith('{')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
