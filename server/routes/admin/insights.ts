import { allowed, type Route } from '../route';

export const insightsRoutes: readonly Route[] = [
  allowed('GET', '/insights', 'insights.overview', 'insights.read'),
  allowed('GET', '/insights/campaigns/:key', 'insights.campaign', 'insights.read'),
];
