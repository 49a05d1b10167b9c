import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { BulkInput, BulkView } from '../src/publishing/calendar/bulk';
import type { CalendarView } from '../src/publishing/calendar/schema';
import type { FeedView, ImportView } from '../src/publishing/calendar/views';
import type { PublicationState } from '../src/publishing/schema';
import { pathOf } from './api';
import type { PlanBehind } from './pages/calendar/behind';

/** What the calendar shows: milliseconds since 1970, `to` exclusive; empty lists narrow nothing. */
export interface CalendarFilter {
  readonly from: number;
  readonly to: number;
  readonly channels: readonly string[];
  readonly states: readonly PublicationState[];
}

const queryOf = ({ from, to, channels, states }: CalendarFilter) => ({
  from,
  to,
  channels: channels.join(','),
  states: states.join(','),
});

/** The calls of the calendar; each rejects with what `refusalOf` reads. */
function calendarApiOver({ get, post, del }: ReturnType<typeof useFetchClient>) {
  return {
    calendar: async (filter: CalendarFilter) =>
      (await get<CalendarView>(pathOf('/calendar', queryOf(filter)))).data,
    export: async (filter: CalendarFilter) =>
      (await get<Blob>(pathOf('/calendar/export', queryOf(filter)), { responseType: 'blob' })).data,
    /** Without `hash` it only says what would happen. */
    import: async (csv: string, from: number, hash?: string) =>
      (await post<ImportView>(pathOf('/calendar/import'), { csv, from, ...(hash ? { hash } : {}) })).data,
    plan: async () => (await get<PlanBehind>(pathOf('/publishing/plan'))).data,
    feed: async () => (await get<FeedView>(pathOf('/calendar/feed'))).data,
    renewFeed: async () => (await post<FeedView>(pathOf('/calendar/feed'), {})).data,
    revokeFeed: async () => (await del<FeedView>(pathOf('/calendar/feed'))).data,
    bulk: async (request: BulkInput) => (await post<BulkView>(pathOf('/publications/bulk'), request)).data,
  };
}

/** These calls for a component; they end when the component goes away. */
export function useCalendarApi(): ReturnType<typeof calendarApiOver> {
  const client = useFetchClient();
  return useMemo(() => calendarApiOver(client), [client]);
}
