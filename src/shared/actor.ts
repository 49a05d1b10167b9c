/** Who did something. Only a `user` can decide; the others may propose, run or answer. */
export type Actor =
  | { readonly kind: 'user'; readonly id: string; readonly name: string }
  | { readonly kind: 'token'; readonly id: string; readonly name: string }
  | { readonly kind: 'scheduler' }
  | { readonly kind: 'system'; readonly name: string };
