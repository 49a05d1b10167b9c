import { randomBytes } from 'node:crypto';
import type { App } from './boot';

/** What a call over HTTP came back with. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
}

/** Somebody who is signed in to the admin panel of a test app. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  /** Of the session, for calls whose answer is no JSON. */
  readonly token: string;
  readonly call: <T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<Answer<T>>;
}

interface Service {
  create(input: object): Promise<{ id: number }>;
  assignPermissions(id: number, permissions: readonly object[]): Promise<unknown>;
  findOne(input: object): Promise<{ id: number } | null>;
}

const service = (app: App, name: string): Service =>
  app.strapi.service(`admin::${name}` as 'admin::user') as unknown as Service;

/** Calls an address of the app; `token` is that of a session or an API token. */
export async function call<T = Record<string, unknown>>(
  app: Pick<App, 'url'>,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  const response = await fetch(`${app.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as T };
}

/**
 * A person with a role of their own: everything in the Content Manager for the given types, and these permissions of ours.
 * Without `permissions` they are a super admin.
 */
export async function hire(
  app: App,
  firstname: string,
  permissions?: readonly string[],
  types: readonly string[] = Object.keys(app.strapi.contentTypes).filter((uid) => uid.startsWith('api::')),
): Promise<Staff> {
  const email = `${firstname.toLowerCase()}-${randomBytes(3).toString('hex')}@bakery.test`;
  const password = 'Sourdough-2026';
  const role = permissions ? await roleWith(app, permissions, types) : await superAdmin(app);
  const user = await service(app, 'user').create({
    firstname,
    lastname: 'Test',
    email,
    password,
    isActive: true,
    roles: [role],
  });
  const login = await call<{ data: { token: string } }>(app, null, 'POST', '/admin/login', {
    email,
    password,
  });
  if (login.status !== 200) throw new Error(`Log-in failed: ${JSON.stringify(login.body)}`);
  const { token } = login.body.data;
  return {
    id: String(user.id),
    name: `${firstname} Test`,
    token,
    call: (method, path, body) => call(app, token, method, path, body),
  };
}

async function superAdmin(app: App): Promise<number> {
  const role = await service(app, 'role').findOne({ code: 'strapi-super-admin' });
  if (!role) throw new Error('There is no super admin role.');
  return role.id;
}

async function roleWith(app: App, permissions: readonly string[], types: readonly string[]): Promise<number> {
  const role = await service(app, 'role').create({ name: randomBytes(4).toString('hex'), description: '' });
  const actions = ['create', 'read', 'update', 'delete', 'publish'];
  const content = types.flatMap((subject) =>
    actions.map((action) => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject,
      conditions: [],
      properties: {
        ...(action === 'delete' || action === 'publish' ? {} : { fields: fieldsOf(app, subject) }),
        ...(isLocalized(app, subject) ? { locales: ['en', 'de'] } : {}),
      },
    })),
  );
  const ours = permissions.map((permission) => ({
    action: `plugin::presence.${permission}`,
    subject: null,
    conditions: [],
    properties: {},
  }));
  await service(app, 'role').assignPermissions(role.id, [...content, ...ours]);
  return role.id;
}

const schemaOf = (app: App, uid: string) => app.strapi.contentTypes[uid as 'api::article.article'];

const isLocalized = (app: App, uid: string): boolean =>
  JSON.stringify(schemaOf(app, uid)?.pluginOptions ?? {}).includes('"localized":true');

/** Components are granted field by field, as the admin panel does. */
const fieldsOf = (app: App, uid: string): string[] =>
  Object.entries(schemaOf(app, uid)?.attributes ?? {})
    .filter(
      ([name]) =>
        ![
          'createdAt',
          'updatedAt',
          'publishedAt',
          'createdBy',
          'updatedBy',
          'locale',
          'localizations',
          'firstPublishedAt',
          'documentId',
        ].includes(name),
    )
    .flatMap(([name, attribute]) => leaves(app, name, attribute as { type: string; component?: string }));

function leaves(app: App, path: string, attribute: { type: string; component?: string }): string[] {
  if (attribute.type !== 'component' || !attribute.component) return [path];
  const inner = app.strapi.components[attribute.component as 'shared.seo']?.attributes ?? {};
  return Object.entries(inner).flatMap(([name, child]) =>
    leaves(app, `${path}.${name}`, child as { type: string; component?: string }),
  );
}

/** A machine that may do everything in the content API. */
export async function machine(app: App, name: string, permissions?: readonly string[]): Promise<string> {
  const created = (await service(app, 'api-token').create({
    name,
    description: '',
    ...(permissions ? { type: 'custom', permissions } : { type: 'full-access' }),
    lifespan: null,
    kind: 'content-api',
  })) as unknown as { accessKey: string };
  return created.accessKey;
}
