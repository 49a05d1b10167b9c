/** Whose token it is, and what that account may do. */
export interface PinterestUser {
  readonly account: string;
  readonly boards: readonly { readonly id: string; readonly name: string }[];
  readonly scopes: readonly string[];
}
