import type { App } from './boot';

export interface Person {
  readonly id: number;
  readonly email: string;
  /** For the `Authorization` header of admin requests: `Bearer …`. */
  readonly authorization: string;
}

export interface PersonInput {
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  /** `super` for the super admin, else the admin permissions of a role made for this person. */
  readonly may: 'super' | readonly { readonly action: string; readonly subject?: string }[];
}

const password = 'Bread-and-butter-1';

/** Creates an admin user with exactly these rights and logs in over HTTP. */
export async function person(app: App, input: PersonInput): Promise<Person> {
  const { strapi } = app;
  const roles = strapi.service('admin::role');
  const role =
    input.may === 'super'
      ? await roles.getSuperAdmin()
      : await roles.create({ name: `role of ${input.email}` });
  if (input.may !== 'super') {
    await roles.assignPermissions(
      role.id,
      input.may.map(({ action, subject }) => ({
        action,
        subject: subject ?? null,
        properties: {},
        conditions: [],
      })),
    );
  }
  const { email, firstname, lastname } = input;
  const user = await strapi.service('admin::user').create({
    email,
    firstname,
    lastname,
    password,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const response = await fetch(`${app.url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} cannot log in: ${response.status} ${await response.text()}`);
  const body = (await response.json()) as { data: { token: string } };
  return { id: user.id, email, authorization: `Bearer ${body.data.token}` };
}

/** One admin request as that person; `body` is sent as JSON. */
export async function ask<T = unknown>(
  app: App,
  who: Person | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly body: T }> {
  const response = await fetch(`${app.url}${path}`, {
    method,
    headers: {
      ...(who ? { authorization: who.authorization } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}
