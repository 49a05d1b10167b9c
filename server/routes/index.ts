import { adminRoutes } from './admin';
import { publicRoutes } from './public';

export const routes = {
  admin: { type: 'admin', routes: adminRoutes },
  'content-api': { type: 'content-api', routes: publicRoutes },
};
