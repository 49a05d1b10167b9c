import { allowed, type AdminRoute } from '../route';

/** It names people, tokens and roles, so it is for those who may change the settings. */
export const oversightRoutes: readonly AdminRoute[] = [
  allowed('GET', '/oversight', 'oversight.show', 'settings.manage'),
];
