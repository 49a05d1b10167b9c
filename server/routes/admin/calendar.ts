import { allowed, type AdminRoute } from '../route';

export const calendarRoutes: readonly AdminRoute[] = [
  allowed('GET', '/calendar', 'calendar.view', 'read'),
  allowed('GET', '/calendar/export', 'calendar.export', 'read'),
  allowed('POST', '/calendar/import', 'calendar.import', 'campaigns.manage'),
  allowed('GET', '/calendar/feed', 'calendar.feed', 'read'),
  allowed('POST', '/calendar/feed', 'calendar.renewFeed', 'read'),
  allowed('DELETE', '/calendar/feed', 'calendar.revokeFeed', 'read'),
  allowed('POST', '/publications/bulk', 'publications.bulk', 'campaigns.manage'),
];
