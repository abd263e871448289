/** The account in one answer of many pages, as `aws iam get-account-authorization-details` prints it; documents are JSON texts. */
export interface DetailsPage {
  readonly UserDetailList?: readonly object[];
  readonly GroupDetailList?: readonly object[];
  readonly RoleDetailList?: readonly object[];
  readonly Policies?: readonly object[];
}

export function mergedDetails(pages: readonly DetailsPage[]): Required<DetailsPage> {
  return {
    UserDetailList: pages.flatMap((page) => page.UserDetailList ?? []),
    GroupDetailList: pages.flatMap((page) => page.GroupDetailList ?? []),
    RoleDetailList: pages.flatMap((page) => page.RoleDetailList ?? []),
    Policies: pages.flatMap((page) => page.Policies ?? []),
  };
}
