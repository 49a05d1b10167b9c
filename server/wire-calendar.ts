import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Tokens } from '../src/shared/token';
import { publicationsBulk } from './services/calendar/bulk';
import { calendar as makeCalendar } from './services/calendar/calendar';
import { csvLines } from './services/calendar/csv-lines';
import { calendarFeed } from './services/calendar/feed';
import { planImport } from './services/calendar/import';
import { judge } from './services/calendar/judge';
import { calendarFeedsStore } from './stores/calendar-feeds';
import { campaignsStore } from './stores/campaigns';
import { planImportsStore } from './stores/plan-imports';
import { publicationCalendar } from './stores/publication-calendar';
import { publicationsStore } from './stores/publications';
import { readersStore } from './stores/readers';
import type { ChannelsPart } from './wire-channels';
import { ownUrl, restPrefix } from './wire-engagement';
import type { Governance } from './wire-governance';
import { undoneByRefusal } from './services/transaction';
import { type Publishing } from './wire-publishing';

interface Deps extends Pick<Governance, 'settings' | 'entries' | 'reviews' | 'audit'> {
  readonly publishing: Publishing;
  readonly channels: Pick<ChannelsPart['channels'], 'names' | 'list'>;
  readonly tokens: Tokens;
  readonly now: () => number;
}

export type CalendarPart = ReturnType<typeof wireCalendar>;

/** The part of the composition that shows publications by time, takes plans as files, and moves many at once. */
export function wireCalendar(
  strapi: Core.Strapi,
  { publishing, channels, settings, entries, reviews, audit, tokens, now }: Deps,
) {
  const { db } = strapi;
  const campaigns = campaignsStore(db);
  const readers = readersStore(db);
  const callerKey = randomBytes(32);
  const zone = async () => (await settings.get()).zone;
  const calendar = makeCalendar({
    store: publicationCalendar(db),
    channelNames: channels.names,
    channels: channels.list,
    holds: publishing.holds.list,
    zone,
  });
  return {
    calendar,
    bulk: publicationsBulk({
      publications: publishing.publications,
      recall: publishing.recalls.recall,
      byKey: publicationsStore(db).byKey,
      titlesOf: async (keys) => new Map((await campaigns.byKeys(keys)).map(({ key, name }) => [key, name])),
      zone,
    }),
    import: planImport({
      lines: csvLines,
      judge: judge({
        entries,
        channels: channels.list,
        blockers: reviews.blockers,
        isThere: campaigns.isNamed,
        lookAhead: publishing.lookAhead,
        now,
      }),
      campaigns: publishing.campaigns,
      imports: planImportsStore(db),
      isCalled: async (campaign, entry, name) =>
        (await campaigns.byKeys([campaign])).some((row) => row.entry === entry && row.name === name),
      uuid: () => randomUUID(),
      inTransaction: (work) => undoneByRefusal(db, work),
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      zone,
    }),
    feed: calendarFeed({
      store: calendarFeedsStore(db),
      tokens,
      reader: (user) => readers.holder(user, 'read'),
      items: calendar.items,
      publicBase: async () =>
        `${(await settings.get()).publicUrl || ownUrl(strapi)}${restPrefix(strapi)}/presence`,
      adminUrl: () => {
        const url = strapi.config.get<string>('admin.absoluteUrl', '').replace(/\/+$/, '');
        return /^https?:/.test(url) ? url : '';
      },
      audit,
      uuid: () => randomUUID(),
      now,
    }),
    /** A keyed hash of an address; its key lives as long as the process. */
    callerOf: (ip: string) => createHmac('sha256', callerKey).update(ip).digest('base64'),
  };
}
