import { scoped, type Route } from '../route';

/** What a monitoring system with an API token reads; the token is granted it by itself. */
export const metricsRoutes: readonly Route[] = [scoped('GET', '/metrics', 'metrics.scrape')];
