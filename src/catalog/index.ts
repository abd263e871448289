/** AWS's services and managed policies as published, compiled and dated. */
export * from './api-names.ts';
export * from './catalog.ts';
export * from './catalog-files.ts';
export * from './catalog-info.generated.ts';
export * from './catalog-info.ts';
export * from './catalog-update.ts';
export type { CatalogFile } from './data-format.ts';
export type { ManagedPolicy } from './managed-policies.ts';
export { nearestName, typingErrors } from './nearest-name.ts';
export * from './quotas.ts';
export * from './rcp-services.ts';
export * from './regions.ts';
export * from './retired-services.ts';
export * from './service.ts';
export { readServiceList, SERVICE_REFERENCE } from './service-reference.ts';
export * from './update-services.ts';
