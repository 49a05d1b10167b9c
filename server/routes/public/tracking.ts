import { open, type Route } from '../route';

/** What visitors' programs ask for. Reports of the tracker come in at the front door, before the routes. */
export const trackingRoutes: readonly Route[] = [
  open('GET', '/l/:token', 'tracking.follow'),
  open('GET', '/o/:token', 'tracking.open'),
  open('GET', '/picture/:token', 'tracking.picture'),
  open('GET', '/video/:token', 'tracking.video'),
  open('GET', '/tracker.js', 'tracking.tracker'),
];
