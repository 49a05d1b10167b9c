import { brandCatalogueRoutes } from './admin/brand-catalogue';
import { brandFindingsRoutes } from './admin/brand-findings';
import { brandPicturesRoutes } from './admin/brand-pictures';
import { calendarRoutes } from './admin/calendar';
import { contactsRoutes } from './admin/contacts';
import { campaignStartRoutes } from './admin/campaign-start';
import { copyPicturesRoutes } from './admin/copy-pictures';
import { channelRoutes } from './admin/channels';
import { driftRoutes } from './admin/drift';
import { governanceRoutes } from './admin/governance';
import { insightsRoutes } from './admin/insights';
import { noticesRoutes } from './admin/notices';
import { lifecycleRoutes } from './admin/lifecycle';
import { oversightRoutes } from './admin/oversight';
import { practiceRoutes } from './admin/practice';
import { preflightRoutes } from './admin/preflight';
import { publishingRoutes } from './admin/publishing';
import { reviewsRoutes } from './admin/reviews';
import { signOffRoutes } from './admin/signoff';
import { workflowRoutes } from './admin/workflows';
import type { AdminRoute } from './route';

/** Under `/presence`, for the admin panel. One list per area. */
export const adminRoutes: readonly AdminRoute[] = [
  ...brandCatalogueRoutes,
  ...brandFindingsRoutes,
  ...brandPicturesRoutes,
  ...calendarRoutes,
  ...contactsRoutes,
  ...governanceRoutes,
  ...driftRoutes,
  ...workflowRoutes,
  ...reviewsRoutes,
  ...signOffRoutes,
  ...noticesRoutes,
  ...channelRoutes,
  ...insightsRoutes,
  ...lifecycleRoutes,
  ...oversightRoutes,
  ...campaignStartRoutes,
  ...copyPicturesRoutes,
  ...publishingRoutes,
  ...practiceRoutes,
  ...preflightRoutes,
];
