/** Keys that say for which resource or account a service calls, and keys that say who calls. */
import { narrows, type StatementView } from './statement-view.ts';

/** In lower case: with any of these a service can only act for the right owner. */
const SOURCE_KEYS: readonly string[] = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];

/** Does a condition limit for whom a service may call? Keys of services that say as much count as well. */
export function narrowsSource({ conditions }: StatementView): boolean {
  return conditions.some(
    (condition) =>
      narrows(condition) &&
      (SOURCE_KEYS.includes(condition.key.lower) ||
        /(?:calleraccount|encryptioncontext|sts:externalid)/.test(condition.key.lower)),
  );
}

/** In lower case: keys of people and roles, which requests of service principals do not have (D7). */
const OF_PRINCIPALS =
  /^aws:(?:principalorgid|principalorgpaths|principaltag\/.*|principaltype|username|userid|multifactorauth(?:present|age)|tokenissuetime|sourceidentity|federatedprovider)$/;

export function isOfPrincipals(lowerKey: string): boolean {
  return OF_PRINCIPALS.test(lowerKey);
}

/** In lower case: keys that leave only some callers of everybody. */
const OF_CALLERS =
  /^(?:aws:(?:principal(?:arn|account|orgid|orgpaths|servicename|servicenameslist|tag\/.*)|source(?:arn|account|orgid|orgpaths|ip|vpc|vpce|vpcarn|owner)|vpcsourceip|vpce(?:account|orgid|orgpaths)|userid|username|calledvia(?:first|last)?)|kms:(?:calleraccount|viaservice)|s3:(?:dataaccesspointaccount|dataaccesspointarn)|lambda:functionurlauthtype|sts:externalid|elasticfilesystem:accesspointarn|sns:endpoint)$/;

/** Does a condition keep somebody out of an Allow to everybody? */
export function narrowsCallers({ conditions }: StatementView): boolean {
  return conditions.some((condition) => narrows(condition) && OF_CALLERS.test(condition.key.lower));
}
