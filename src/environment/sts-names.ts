/** The forms of names and ids in STS calls, and their lengths (Sizes, F8, F9, F12, F20). */

const NAME = /^[\w+=,.@-]*$/;

function isName(text: string, shortest: number, longest: number): boolean {
  return text.length >= shortest && text.length <= longest && NAME.test(text);
}

export const SESSION_NAME_FORM = '2 to 64 letters, digits and `_+=,.@-`';

/** RoleSessionName. */
export function isSessionName(text: string): boolean {
  return isName(text, 2, 64);
}

export const FEDERATED_NAME_FORM = '2 to 32 letters, digits and `_+=,.@-`';

/** Name of a GetFederationToken session. */
export function isFederatedName(text: string): boolean {
  return isName(text, 2, 32);
}

export const SOURCE_IDENTITY_FORM = '2 to 64 letters, digits and `_+=,.@-`, not beginning with `aws:`';

export function isSourceIdentity(text: string): boolean {
  return isName(text, 2, 64);
}

export const EXTERNAL_ID_FORM = '2 to 1,224 letters, digits and `_+=,.@:/-`';

export function isExternalId(text: string): boolean {
  return text.length >= 2 && text.length <= 1224 && /^[\w+=,.@:/-]*$/.test(text);
}
