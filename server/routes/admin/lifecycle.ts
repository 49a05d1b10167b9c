import { allowed, type AdminRoute } from '../route';

export const lifecycleRoutes: readonly AdminRoute[] = [
  allowed('GET', '/lifecycle', 'lifecycle.list', 'read'),
  allowed('GET', '/lifecycle/report', 'lifecycle.report', 'read'),
  allowed('GET', '/lifecycle/calendar', 'lifecycle.calendar', 'read'),
  allowed('GET', '/lifecycle/entry', 'lifecycle.entry', 'read'),
  // Whether a person may edit entries of the type is asked in the controller.
  allowed('PUT', '/lifecycle/entry', 'lifecycle.setDates', 'read'),
  allowed('POST', '/lifecycle/still-right', 'lifecycle.stillRight', 'read'),
  allowed('POST', '/lifecycle/snooze', 'lifecycle.snooze', 'read'),
  allowed('GET', '/lifecycle/policies', 'lifecycle.policies', 'read'),
  allowed('PUT', '/lifecycle/policies', 'lifecycle.savePolicies', 'settings.manage'),
];
