/** One route as Strapi takes it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly handler: string;
  readonly config: {
    readonly policies?: readonly (string | { readonly name: string; readonly config: object })[];
    readonly auth?: false;
  };
}

/** An admin route that asks for one of our permissions: `allowed('GET', '/channels', 'channels.list', 'channels.manage')`. */
export const allowed = (
  method: Route['method'],
  path: string,
  handler: string,
  ...actions: readonly string[]
): Route => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      {
        name: 'admin::hasPermissions',
        config: { actions: actions.map((action) => `plugin::presence.${action}`) },
      },
    ],
  },
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
