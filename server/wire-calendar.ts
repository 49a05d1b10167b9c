import type { Core } from '@strapi/strapi';
import { publicationsBulk } from './services/calendar/bulk';
import { calendar } from './services/calendar/calendar';
import { campaignsStore } from './stores/campaigns';
import { publicationCalendar } from './stores/publication-calendar';
import { publicationsStore } from './stores/publications';
import type { ChannelsPart } from './wire-channels';
import type { Governance } from './wire-governance';
import type { Publishing } from './wire-publishing';

interface Deps extends Pick<Governance, 'settings'> {
  readonly publishing: Publishing;
  readonly channels: Pick<ChannelsPart['channels'], 'names'>;
}

export type CalendarPart = ReturnType<typeof wireCalendar>;

/** The part of the composition that shows publications by time, and moves many at once. */
export function wireCalendar(strapi: Core.Strapi, { publishing, channels, settings }: Deps) {
  const { db } = strapi;
  const store = publicationCalendar(db);
  const campaigns = campaignsStore(db);
  return {
    calendar: calendar({ store, channelNames: channels.names }),
    bulk: publicationsBulk({
      publications: publishing.publications,
      byKey: publicationsStore(db).byKey,
      titlesOf: async (keys) => new Map((await campaigns.byKeys(keys)).map(({ key, name }) => [key, name])),
      zone: async () => (await settings.get()).zone,
    }),
  };
}
