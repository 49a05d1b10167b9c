import { open, type Route } from '../route';

/** What calendar programs ask for. */
export const calendarFeedRoutes: readonly Route[] = [open('GET', '/calendar/:token', 'calendar.subscribed')];
