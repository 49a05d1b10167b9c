import { contactsRoutes } from './admin/contacts';
import { channelRoutes } from './admin/channels';
import { governanceRoutes } from './admin/governance';
import { insightsRoutes } from './admin/insights';
import { noticesRoutes } from './admin/notices';
import { publishingRoutes } from './admin/publishing';
import type { Route } from './route';

/** Under `/presence`, for the admin panel. One list per area. */
export const adminRoutes: readonly Route[] = [
  ...contactsRoutes,
  ...governanceRoutes,
  ...noticesRoutes,
  ...channelRoutes,
  ...insightsRoutes,
  ...publishingRoutes,
];
