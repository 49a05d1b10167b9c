import { allowed, type AdminRoute } from '../route';

export const insightsRoutes: readonly AdminRoute[] = [
  allowed('GET', '/insights', 'insights.overview', 'insights.read'),
  allowed('GET', '/insights/campaigns/:key', 'insights.campaign', 'insights.read'),
];
