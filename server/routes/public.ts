import { audienceRoutes } from './public/audience';
import { brandRoutes } from './public/brand';
import { calendarFeedRoutes } from './public/calendar';
import { connectingRoutes } from './public/connecting';
import { machineRoutes } from './public/machine';
import { metricsRoutes } from './public/metrics';
import { signOffPageRoutes } from './public/signoff';
import { trackingRoutes } from './public/tracking';
import type { Route } from './route';

/** Under `/api/presence`, for visitors, subscribers and the site. One list per area. */
export const publicRoutes: readonly Route[] = [
  ...trackingRoutes,
  ...audienceRoutes,
  ...calendarFeedRoutes,
  ...connectingRoutes,
  ...machineRoutes,
  ...metricsRoutes,
  ...brandRoutes,
  ...signOffPageRoutes,
];
