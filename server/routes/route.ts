/** One route of the content API, as Strapi takes it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly handler: string;
  readonly config: { readonly auth?: false };
}

/** One route behind the admin door; `permissions` in full, all of them needed. */
export interface AdminRoute extends Pick<Route, 'method' | 'path' | 'handler'> {
  readonly permissions: readonly string[];
}

/** An admin route that asks for one of our permissions: `allowed('GET', '/channels', 'channels.list', 'channels.manage')`. */
export const allowed = (
  method: Route['method'],
  path: string,
  handler: string,
  ...actions: readonly string[]
): AdminRoute => ({
  method,
  path,
  handler,
  permissions: actions.map((action) => `plugin::presence.${action}`),
});

/** A route of the content API that Strapi opens to the API tokens and roles that were granted its action. */
export const scoped = (method: Route['method'], path: string, handler: string): Route => ({
  method,
  path,
  handler,
  config: {},
});

/** A public route: whoever calls it proves their right by a signed token, or needs none. */
export const open = (method: Route['method'], path: string, handler: string): Route => ({
  method,
  path,
  handler,
  config: { auth: false },
});
