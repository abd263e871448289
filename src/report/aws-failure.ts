/** A failure of AWS in words: the code and the operation as the AWS CLI tells them. */
import type { AwsFailure } from '../account/index.ts';

export function failureWords({ why, code, operation, message }: AwsFailure): string {
  switch (why) {
    case 'unreachable':
      return `AWS could not be reached for ${operation} (${code}): ${message}`;
    case 'ambiguous':
      return `no certain answer to ${operation} (${code}): ${message}`;
    default:
      return operation === 'GetCredentials'
        ? `no credentials: ${message}`
        : `an error occurred (${code}) when calling the ${operation} operation: ${message}`;
  }
}
