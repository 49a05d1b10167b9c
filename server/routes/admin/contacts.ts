import { allowed, type AdminRoute } from '../route';

export const contactsRoutes: readonly AdminRoute[] = [
  allowed('GET', '/contacts', 'contacts.list', 'contacts.read'),
  allowed('GET', '/contacts/counts', 'contacts.counts', 'contacts.read'),
  allowed('GET', '/contacts/mailings/:publication', 'contacts.mailing', 'contacts.read'),
  allowed('GET', '/contacts/mailings/:publication/doubts', 'contacts.doubts', 'contacts.read'),
  allowed('POST', '/contacts/mailings/:publication/doubts', 'contacts.settleDoubts', 'campaigns.manage'),
  allowed('GET', '/contacts/:key/export', 'contacts.export', 'contacts.read'),
  allowed('POST', '/contacts/:key/erase', 'contacts.erase', 'contacts.manage'),
];
