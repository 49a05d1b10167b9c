import { allowed, type AdminRoute } from '../route';

export const signOffRoutes: readonly AdminRoute[] = [
  // Who may ask whom stands in the service: it depends on the workflow of the entry.
  allowed('GET', '/signoffs', 'signoff.list', 'read'),
  allowed('POST', '/signoffs', 'signoff.ask', 'read'),
  allowed('POST', '/signoffs/:key/revoke', 'signoff.revoke', 'read'),
  allowed('POST', '/signoffs/:key/send', 'signoff.send', 'read'),
  allowed('GET', '/signoff/people', 'signoff.people', 'settings.manage'),
  allowed('PUT', '/signoff/people', 'signoff.savePeople', 'settings.manage'),
];
