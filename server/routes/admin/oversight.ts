import { allowed, type Route } from '../route';

/** It names people, tokens and roles, so it is for those who may change the settings. */
export const oversightRoutes: readonly Route[] = [
  allowed('GET', '/oversight', 'oversight.show', 'settings.manage'),
];
