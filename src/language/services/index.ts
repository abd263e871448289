/** The services that depart from the general rules. */
import { kms } from './kms.ts';
import { s3 } from './s3.ts';
import type { ServiceDeparture } from './service-departure.ts';
import { sts } from './sts.ts';

export type { ServiceDeparture } from './service-departure.ts';

const DEPARTURES: ReadonlyMap<string, ServiceDeparture> = new Map([kms, s3, sts].map((row) => [row.service, row]));

const NONE: ServiceDeparture = { service: '' };

/** The departure of a service (prefix in lower case); an empty row for the many that follow the general rules. */
export function departureOf(service: string): ServiceDeparture {
  return DEPARTURES.get(service) ?? NONE;
}
