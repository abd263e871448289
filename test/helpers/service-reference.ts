/** A service of the catalog as AWS's service reference would publish it. */
import type { Catalog, ServiceAction } from '../../src/catalog/index.ts';

const MARKS: Readonly<Record<ServiceAction['level'], object>> = {
  List: { IsList: true, IsPermissionManagement: false, IsTaggingOnly: false, IsWrite: false },
  Read: { IsList: false, IsPermissionManagement: false, IsTaggingOnly: false, IsWrite: false },
  Write: { IsList: false, IsPermissionManagement: false, IsTaggingOnly: false, IsWrite: true },
  'Permissions management': { IsList: false, IsPermissionManagement: true, IsTaggingOnly: false, IsWrite: true },
  Tagging: { IsList: false, IsPermissionManagement: false, IsTaggingOnly: true, IsWrite: true },
};

export function referenceOf(catalog: Catalog, prefix: string) {
  const service = catalog.service(prefix);
  if (!service) throw new Error(`no service ${prefix}`);
  return {
    Name: prefix,
    Actions: service.actions.map(({ name, level, resources, conditionKeys }) => ({
      Name: name,
      ActionConditionKeys: conditionKeys,
      Annotations: { Properties: MARKS[level] },
      Resources: resources.map(({ type }) => ({ Name: type.name })),
    })),
    ConditionKeys: service.conditionKeys.map(({ name, type, multivalued }) => ({
      Name: name,
      Types: [multivalued ? `ArrayOf${type}` : type],
    })),
    Resources: service.resourceTypes.map(({ name, arn, conditionKeys }) => ({
      Name: name,
      ARNFormats: [arn],
      ConditionKeys: conditionKeys,
    })),
    Version: 'v1.4',
  };
}
