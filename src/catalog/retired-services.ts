/** Services that AWS has taken out of its reference, as dated data: old policies name them, and that is no typing mistake. */

/** Day of the list. */
export const RETIRED_SERVICES_DATE = '2026-11-23';

const RETIRED: ReadonlySet<string> = new Set([
  'deepcomposer',
  'deeplens',
  'deepracer',
  'elastic-inference',
  'gamesparks',
  'iot1click',
  'iotroborunner',
  'iotthingsgraph',
  'macie',
  'mobilehub',
  'sagemaker-groundtruth-synthetic',
  'sumerian',
  'zocalo',
]);

/** Was there once a service of this prefix? In lower case. */
export function isRetiredService(prefix: string): boolean {
  return RETIRED.has(prefix);
}
