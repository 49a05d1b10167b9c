/** Who did something. Only a `user` can decide; the others may propose, run or answer. */
export type Actor =
  | { readonly kind: 'user'; readonly id: string; readonly name: string }
  /** A machine client. `owner` is the admin user whose token it is, where Strapi says so. */
  | { readonly kind: 'token'; readonly id: string; readonly name: string; readonly owner?: string }
  | { readonly kind: 'scheduler' }
  | { readonly kind: 'system'; readonly name: string };
