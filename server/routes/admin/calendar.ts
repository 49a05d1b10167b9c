import { allowed, type AdminRoute } from '../route';

export const calendarRoutes: readonly AdminRoute[] = [
  allowed('GET', '/calendar', 'calendar.view', 'read'),
  allowed('POST', '/publications/bulk', 'publications.bulk', 'campaigns.manage'),
];
