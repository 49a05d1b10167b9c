import { channelKind } from '../../../../src/channels/schema';
import type { World } from '../../../../src/governance/workflow/check/world';

/** The bakery: its types, its people, and what each of them may. */
export const world: World = {
  types: [
    {
      uid: 'api::article.article',
      name: 'Article',
      localized: true,
      fields: ['title', 'body', 'seo.title', 'seo.description'],
    },
    {
      uid: 'api::product.product',
      name: 'Product',
      localized: false,
      fields: ['name', 'price', 'allergens'],
    },
  ],
  locales: ['en', 'de'],
  roles: [
    { code: 'strapi-super-admin', name: 'Super Admin' },
    { code: 'strapi-editor', name: 'Editor' },
    { code: 'strapi-author', name: 'Author' },
  ],
  permissions: ['read', 'review.submit', 'review.approve'],
  channelKinds: channelKind.options,
  people: [
    {
      name: 'Rosa',
      principals: [
        'user:rosa@bakery.test',
        'role:strapi-super-admin',
        'may:review.submit',
        'may:review.approve',
      ],
    },
    {
      name: 'Nora',
      principals: ['user:nora@bakery.test', 'role:strapi-editor', 'may:review.submit', 'may:review.approve'],
    },
    { name: 'Emil', principals: ['user:emil@bakery.test', 'role:strapi-author', 'may:review.submit'] },
  ],
};
