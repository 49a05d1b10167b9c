import { open, type Route } from '../route';

/** What somebody without a seat uses. GET only looks, POST acts. */
export const signOffPageRoutes: readonly Route[] = [
  open('GET', '/signoff/:token', 'signoff.page'),
  open('POST', '/signoff/:token', 'signoff.press'),
];
