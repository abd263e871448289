/** A refusal as AWS words it; operations throw it, the protocol writes it. */

export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export function noSuchEntity(what: string): AwsError {
  return new AwsError('NoSuchEntity', what, 404);
}

export function exists(what: string): AwsError {
  return new AwsError('EntityAlreadyExists', what, 409);
}

export function limitExceeded(what: string): AwsError {
  return new AwsError('LimitExceeded', what, 409);
}

export function deleteConflict(what: string): AwsError {
  return new AwsError('DeleteConflict', what, 409);
}

export function malformedDocument(what: string): AwsError {
  return new AwsError('MalformedPolicyDocument', what);
}

export function validationError(what: string): AwsError {
  return new AwsError('ValidationError', what);
}
