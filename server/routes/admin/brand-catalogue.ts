import { allowed, type AdminRoute } from '../route';

/** Brands, their rules, and what a rule would find. */
export const brandCatalogueRoutes: readonly AdminRoute[] = [
  allowed('GET', '/brand/context', 'brand.context', 'read'),
  allowed('GET', '/brand/brands', 'brandCatalogue.brands', 'read'),
  allowed('PUT', '/brand/brands', 'brandCatalogue.saveBrands', 'brand.manage'),
  allowed('GET', '/brand/rules', 'brandCatalogue.rules', 'read'),
  allowed('PUT', '/brand/rules/:id', 'brandCatalogue.changeRule', 'brand.manage'),
];
