import { allowed, type AdminRoute } from '../route';

export const reviewsRoutes: readonly AdminRoute[] = [
  allowed('GET', '/reviews/board', 'reviews.board', 'read'),
  allowed('GET', '/reviews/needs-you', 'reviews.needsYou', 'read'),
  allowed('GET', '/reviews/people', 'reviews.people', 'read'),
  // Each entry is judged for itself, with the permission that its decision needs.
  allowed('POST', '/reviews/bulk', 'reviews.bulk', 'read'),
  allowed('GET', '/entry/threads', 'reviews.threads', 'read'),
  allowed('POST', '/entry/threads', 'reviews.begin', 'read'),
  allowed('POST', '/entry/threads/:key/comments', 'reviews.answer', 'read'),
  allowed('POST', '/entry/threads/:key/resolve', 'reviews.resolve', 'read'),
  allowed('POST', '/entry/threads/:key/reopen', 'reviews.reopen', 'read'),
  allowed('GET', '/entry/assignees', 'reviews.assignees', 'read'),
  allowed('PUT', '/entry/assignees', 'reviews.assign', 'review.assign'),
  allowed('PUT', '/entry/due', 'reviews.setDue', 'review.assign'),
  allowed('GET', '/entry/difference', 'reviews.difference', 'read'),
];
