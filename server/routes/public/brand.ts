import { scoped, type Route } from '../route';

/** What programs with an API token may ask of the brand check; each token is granted it by itself. */
export const brandRoutes: readonly Route[] = [scoped('POST', '/brand/check', 'brand.check')];
