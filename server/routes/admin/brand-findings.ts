import { allowed, type AdminRoute } from '../route';

export const brandFindingsRoutes: readonly AdminRoute[] = [
  // Whether a person may see entries of the type is asked in the controller.
  allowed('GET', '/brand/entry', 'brandFindings.entry', 'read'),
  allowed('POST', '/brand/check-form', 'brandFindings.checkForm', 'read'),
  allowed('POST', '/brand/check-copies', 'brandFindings.checkCopies', 'read'),
  allowed('GET', '/brand/waivers', 'brandFindings.waivers', 'read'),
  allowed('POST', '/brand/waivers', 'brandFindings.waive', 'brand.waive'),
  allowed('POST', '/brand/waivers/:id/approve', 'brandFindings.approveWaiver', 'brand.waive'),
  allowed('DELETE', '/brand/waivers/:id', 'brandFindings.endWaiver', 'brand.waive'),
  allowed('POST', '/brand/dismissals', 'brandFindings.dismiss', 'read'),
  allowed('GET', '/brand/report', 'brandFindings.report', 'read'),
  allowed('GET', '/brand/report.csv', 'brandFindings.reportFile', 'read'),
  allowed('GET', '/brand/report/trend', 'brandFindings.trend', 'read'),
  allowed('GET', '/brand/baseline', 'brandFindings.baseline', 'read'),
  allowed('POST', '/brand/baseline', 'brandFindings.takeBaseline', 'brand.manage'),
  allowed('DELETE', '/brand/baseline', 'brandFindings.dropBaseline', 'brand.manage'),
  allowed('GET', '/brand/waiver-policy', 'brandFindings.policy', 'read'),
  allowed('PUT', '/brand/waiver-policy', 'brandFindings.savePolicy', 'brand.manage'),
];
