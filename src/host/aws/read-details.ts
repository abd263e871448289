/** The whole account, page by page. */
import { GetAccountAuthorizationDetailsCommand, type IAMClient } from '@aws-sdk/client-iam';
import type { Aws } from '../../account/index.ts';
import type { Asker } from './ask.ts';

/** AWS: at most 1,000 a page. */
const PAGE = 1000;

export function readDetails(client: IAMClient, { ask }: Asker): Aws['details'] {
  return (marker) =>
    ask('GetAccountAuthorizationDetails', async () => {
      const asked = { MaxItems: PAGE, ...(marker === undefined ? {} : { Marker: marker }) };
      const { UserDetailList, GroupDetailList, RoleDetailList, Policies, IsTruncated, Marker } = await client.send(
        new GetAccountAuthorizationDetailsCommand(asked),
      );
      const page = {
        ...(UserDetailList ? { UserDetailList } : {}),
        ...(GroupDetailList ? { GroupDetailList } : {}),
        ...(RoleDetailList ? { RoleDetailList } : {}),
        ...(Policies ? { Policies } : {}),
      };
      return { page, ...(IsTruncated && Marker !== undefined ? { next: Marker } : {}) };
    });
}
