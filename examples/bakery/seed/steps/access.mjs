import { staff } from '../content/people.mjs';

const own = (names) => names.map((name) => `plugin::presence.${name}`);
// Editors read each other's work; nobody approves what they wrote themselves.
const editing = own([
  'read',
  'review.submit',
  'review.approve',
  'review.assign',
  'campaigns.manage',
  'contacts.read',
  'insights.read',
]);
const owning = [
  ...editing,
  ...own(['channels.manage', 'settings.manage', 'workflows.manage', 'brand.manage', 'contacts.manage']),
  ...own(['publish.emergency', 'publish.unpublish', 'drift.manage', 'audit.read']),
];

const roles = {
  owner: {
    code: 'bakery-owner',
    name: 'Owner',
    description: 'Looks after channels, brand and settings, and approves.',
    actions: owning,
  },
  editor: {
    code: 'bakery-editor',
    name: 'Bakery editor',
    description: 'Writes, plans campaigns and approves what colleagues wrote.',
    actions: editing,
  },
};

/** Who may do what: visitors read, editors write and submit, the owner approves. Answers with how many people there are. */
export async function access(strapi, password) {
  await letVisitorsRead(strapi);
  const ids = {};
  for (const [key, role] of Object.entries(roles)) ids[key] = await roleOnce(strapi, role);
  const users = strapi.service('admin::user');
  const superAdmin = await strapi.service('admin::role').getSuperAdmin();
  for (const { role, ...person } of staff) {
    if (await users.findOneByEmail(person.email)) continue;
    const assigned = role === 'owner' ? [ids.owner, superAdmin.id] : [ids[role]];
    await users.create({ ...person, password, isActive: true, registrationToken: null, roles: assigned });
  }
  return staff.length;
}

async function roleOnce(strapi, { code, name, description, actions }) {
  const roles = strapi.db.query('admin::role');
  const known = await roles.findOne({ where: { code } });
  if (known) return known.id;
  const role = await strapi.service('admin::role').create({ code, name, description });
  await strapi
    .service('admin::role')
    .addPermissions(role.id, [
      ...contentPermissions(strapi),
      ...mediaPermissions,
      ...actions.map((action) => ({ action })),
    ]);
  return role.id;
}

/** Everything in the content manager that belongs to the bakery's own content types, in both languages. */
function contentPermissions(strapi) {
  const actions = strapi
    .service('admin::permission')
    .actionProvider.values()
    .filter((action) => action.section === 'contentTypes');
  return strapi
    .service('admin::content-type')
    .getPermissionsWithNestedFields(actions)
    .filter(({ subject }) => subject.startsWith('api::'))
    .map((permission) => ({
      ...permission,
      properties: { ...permission.properties, locales: ['en', 'de'] },
    }));
}

const mediaPermissions = [
  'read',
  'configure-view',
  'assets.create',
  'assets.update',
  'assets.download',
  'assets.copy-link',
].map((name) => ({ action: `plugin::upload.${name}` }));

async function letVisitorsRead(strapi) {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  const readable = [
    ...['article', 'author', 'product'].flatMap((name) => [
      `api::${name}.${name}.find`,
      `api::${name}.${name}.findOne`,
    ]),
    'api::home.home.find',
    'plugin::i18n.locales.listLocales',
  ];
  for (const action of readable)
    if (!(await permissions.findOne({ where: { action, role: role.id } })))
      await permissions.create({ data: { action, role: role.id } });
}
