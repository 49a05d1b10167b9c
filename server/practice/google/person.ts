/** Whose token it is, and what that person manages. */
export interface GooglePerson {
  readonly account: string;
  /** Number of the account at Google. */
  readonly id: string;
  readonly locations: readonly { readonly id: string; readonly title: string; readonly mayPost: boolean }[];
  readonly scopes: readonly string[];
}
