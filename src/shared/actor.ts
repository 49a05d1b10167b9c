/** Who did something. Only a `user` or a `guest` can decide; the others may propose, run or answer. */
export type Actor =
  | { readonly kind: 'user'; readonly id: string; readonly name: string }
  /** A machine client. `owner` is the admin user whose token it is, where Strapi says so. */
  | { readonly kind: 'token'; readonly id: string; readonly name: string; readonly owner?: string }
  /** Somebody without a seat who holds a signed link. `owner` is the admin user with the same e-mail, if there is one. */
  | { readonly kind: 'guest'; readonly id: string; readonly name: string; readonly owner?: string }
  | { readonly kind: 'scheduler' }
  | { readonly kind: 'system'; readonly name: string };
