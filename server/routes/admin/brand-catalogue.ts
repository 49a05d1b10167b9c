import { allowed, type AdminRoute } from '../route';

/** Brands, their rules, and what a rule would find. */
export const brandCatalogueRoutes: readonly AdminRoute[] = [
  allowed('GET', '/brand/context', 'brand.context', 'read'),
  allowed('GET', '/brand/brands', 'brandCatalogue.brands', 'read'),
  allowed('PUT', '/brand/brands', 'brandCatalogue.saveBrands', 'brand.manage'),
  allowed('GET', '/brand/packs', 'brandCatalogue.packs', 'read'),
  allowed('POST', '/brand/packs', 'brandCatalogue.uploadPack', 'brand.manage'),
  allowed('PUT', '/brand/packs/:name', 'brandCatalogue.changePack', 'brand.manage'),
  allowed('DELETE', '/brand/packs/:name', 'brandCatalogue.removePack', 'brand.manage'),
  allowed('GET', '/brand/rules', 'brandCatalogue.rules', 'read'),
  allowed('PUT', '/brand/rules/:id', 'brandCatalogue.changeRule', 'brand.manage'),
  // Whoever tries a rule reads passages of everything that is stored.
  allowed('POST', '/brand/trials', 'brandCatalogue.startTrial', 'brand.manage'),
  allowed('GET', '/brand/trials/:id', 'brandCatalogue.trial', 'brand.manage'),
  allowed('POST', '/brand/trials/:id/marks', 'brandCatalogue.markTrial', 'brand.manage'),
  allowed('POST', '/brand/propose', 'brandCatalogue.propose', 'brand.manage'),
];
