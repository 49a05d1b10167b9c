// Campaigns and publications as they lie in the database, and a person who asks for them over HTTP.

export const kinds = ['website', 'bluesky', 'email', 'webhook'];

const text =
  'Rye is back, fresh from the oven at four in the morning. Come early, bring a bag, and taste the crust. ';
const copy = JSON.stringify({
  text: text.repeat(3),
  title: 'Rye is back',
  link: null,
  pictures: [],
  edited: false,
});

export const campaignRow = (n, key, createdAt) => ({
  key,
  entry: `api::article.article|d${n}|en`,
  entry_title: `Loaf number ${n}`,
  name: `Week ${n}`,
  goal: '',
  catch_up: 'late',
  created_by: 'Rosa',
  created_at: createdAt,
});

/** `own`: key, campaign, state, due_at and created_at. */
export const publicationRow = (n, own) => ({
  channel: `00000000-0000-4000-8000-00000000000${n % 4}`,
  kind: kinds[n % 4],
  entry: `api::article.article|d${n}|en`,
  document: `api::article.article|d${n}`,
  entry_seal: 'a'.repeat(64),
  copy,
  copy_seal: 'b'.repeat(64),
  links: '{}',
  catch_up: 'late',
  local_time: '2030-05-01T09:00',
  zone: 'Europe/Berlin',
  waits_for: '',
  attempts: 0,
  failures: 0,
  lease_token: '',
  error_code: '',
  error_message: '',
  ...own,
});

export async function store(strapi, rowsByTable) {
  for (const [table, rows] of Object.entries(rowsByTable))
    for (let start = 0; start < rows.length; start += 90)
      await strapi.db.connection(table).insert(rows.slice(start, start + 90));
  if (strapi.db.dialect.client === 'postgres') await strapi.db.connection.raw('analyze');
}

/** Signs an owner in; what it resolves to asks for a path: the server's time in milliseconds, without reading the JSON, and the body. */
export async function signedIn(strapi, url) {
  // A connection that is closed for being idle while it is used again would end the run.
  strapi.server.httpServer.keepAliveTimeout = 600_000;
  const role = await strapi.service('admin::role').findOne({ code: 'strapi-super-admin' });
  const [email, password] = ['rosa@bakery.test', 'Sourdough-2026'];
  await strapi
    .service('admin::user')
    .create({ firstname: 'Rosa', lastname: 'Test', email, password, isActive: true, roles: [role.id] });
  const login = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { token } = (await login.json()).data;
  return async (path) => {
    const started = performance.now();
    const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const bytes = await response.arrayBuffer();
    const time = performance.now() - started;
    const body = Buffer.from(bytes).toString();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body}`);
    return { time, body: JSON.parse(body) };
  };
}
