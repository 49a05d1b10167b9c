import { allowed, type AdminRoute } from '../route';

export const publishingRoutes: readonly AdminRoute[] = [
  allowed('POST', '/campaigns/derive', 'campaigns.derive', 'campaigns.manage'),
  allowed('GET', '/campaigns', 'campaigns.list', 'read'),
  allowed('POST', '/campaigns', 'campaigns.create', 'campaigns.manage'),
  allowed('GET', '/campaigns/:key', 'campaigns.get', 'read'),
  allowed('PUT', '/campaigns/:key', 'campaigns.update', 'campaigns.manage'),
  allowed('POST', '/campaigns/:key/schedule', 'campaigns.schedule', 'campaigns.manage'),
  allowed('GET', '/publishing/plan', 'publishingPlan.show', 'read'),
  allowed('PUT', '/publishing/plan', 'publishingPlan.save', 'settings.manage'),
  allowed('POST', '/publishing/times', 'publishingPlan.times', 'campaigns.manage'),
  allowed('GET', '/campaigns/:key/repeat', 'campaigns.repeat', 'read'),
  allowed('PUT', '/campaigns/:key/repeat', 'campaigns.setRepeat', 'campaigns.manage'),
  allowed('GET', '/publications', 'publications.list', 'read'),
  allowed('POST', '/publications/:key/retry', 'publications.retry', 'campaigns.manage'),
  allowed('POST', '/publications/:key/cancel', 'publications.cancel', 'campaigns.manage'),
  allowed('POST', '/publications/:key/reschedule', 'publications.reschedule', 'campaigns.manage'),
  allowed('POST', '/publications/:key/answer', 'publications.answer', 'campaigns.manage'),
];
