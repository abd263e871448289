/** The regions and partitions of AWS, as dated data: policies name regions long before anybody updates a tool. */
import { nearestName } from './nearest-name.ts';

/** Day of the lists. AWS: General Reference, rande. Announced regions are in them. */
export const REGIONS_DATE = '2026-11-23';

export const PARTITIONS: readonly string[] = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
];

/** Codes by the partition's own order. */
export const REGIONS: readonly string[] = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'ca-west-1', 'mx-central-1'],
  ...['sa-east-1', 'sa-west-1', 'af-south-1', 'il-central-1', 'me-central-1', 'me-south-1', 'me-west-1'],
  ...['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-south-2'],
  ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6'],
  ...['ap-southeast-7', 'cn-north-1', 'cn-northwest-1', 'us-gov-east-1', 'us-gov-west-1', 'eusc-de-east-1'],
  ...['us-iso-east-1', 'us-iso-west-1', 'us-isob-east-1', 'us-isob-west-1', 'us-isof-east-1', 'us-isof-south-1'],
  'eu-isoe-west-1',
];

const KNOWN = new Set(REGIONS);

export function isRegion(text: string): boolean {
  return KNOWN.has(text);
}

/** A code that AWS might give to a region that is not in the list yet. */
export function looksLikeRegion(text: string): boolean {
  return /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us|us-gov|us-isob?|us-isof|eu-isoe|eusc-[a-z]{2})-(?:central|(?:north|south)(?:east|west)?|east|west)-\d$/.test(
    text,
  );
}

export function nearestRegion(text: string): string | undefined {
  return nearestName(text, REGIONS);
}
