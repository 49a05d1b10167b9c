import { allowed, type AdminRoute } from '../route';

export const practiceRoutes: readonly AdminRoute[] = [
  allowed('GET', '/practice/posts', 'practice.list', 'read'),
  allowed('DELETE', '/practice/posts', 'practice.clear', 'channels.manage'),
  allowed('DELETE', '/practice/posts/:kind/:id', 'practice.remove', 'channels.manage'),
];
