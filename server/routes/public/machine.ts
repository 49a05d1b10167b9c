import { scoped, type Route } from '../route';

/** What programs with an API token may do; each token is granted it by itself. */
export const machineRoutes: readonly Route[] = [
  scoped('POST', '/comments', 'machine.comment'),
  scoped('POST', '/comments/:key/answers', 'machine.answer'),
];
