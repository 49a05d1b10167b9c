import { allowed, type AdminRoute } from '../route';

/** Named before `/campaigns/:key`: the first that matches answers. */
export const campaignStartRoutes: readonly AdminRoute[] = [
  allowed('GET', '/campaigns/templates', 'campaignStart.templates', 'read'),
  allowed('GET', '/campaigns/entries', 'campaignStart.entries', 'campaigns.manage'),
  allowed('POST', '/campaigns/duplicate', 'campaignStart.duplicateAll', 'campaigns.manage'),
  allowed('POST', '/campaigns/:key/duplicate', 'campaignStart.duplicate', 'campaigns.manage'),
  // Templates of channels are tried on entries by whoever manages channels.
  allowed('GET', '/copies/entries', 'campaignStart.entries', 'channels.manage'),
  allowed('GET', '/copies/source', 'campaignStart.source', 'channels.manage'),
  allowed('GET', '/copies/mentionable', 'campaignStart.mentionable', 'campaigns.manage'),
];
