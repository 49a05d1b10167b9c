import { open, type Route } from '../route';

/** What subscribers use. GET only looks, POST acts. */
export const audienceRoutes: readonly Route[] = [
  open('POST', '/subscribe', 'audience.subscribe'),
  open('GET', '/confirm/:token', 'audience.confirmPage'),
  open('POST', '/confirm/:token', 'audience.confirm'),
  open('GET', '/unsubscribe/:token', 'audience.leavePage'),
  open('POST', '/unsubscribe/:token', 'audience.leave'),
];
