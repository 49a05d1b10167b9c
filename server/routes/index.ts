import type { Core } from '@strapi/strapi';
import { adminDoor } from './admin-door';
import { publicRoutes } from './public';

export const routes = {
  admin: ({ strapi }: { strapi: Core.Strapi }) => ({
    type: 'admin',
    routes: [
      {
        method: 'ALL',
        path: '/(.*)',
        handler: adminDoor(strapi),
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  }),
  'content-api': { type: 'content-api', routes: publicRoutes },
};
