import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { channelKind } from '../../src/channels/schema';
import { publicationState, type PublicationState } from '../../src/publishing/schema';
import { queryOn } from './bulk';
import { campaignsTable } from './campaigns';
import { publicationsTable } from './publication-row';

const publications = publicationsTable.tableName;
const campaigns = campaignsTable.tableName;

/** A stretch of time, `to` exclusive, and what it is narrowed to; an empty list narrows nothing. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly channels: readonly string[];
  readonly states: readonly PublicationState[];
}

const text = z.string().nullable();
const row = z
  .object({
    key: z.string(),
    campaign: z.string(),
    campaign_name: text,
    entry_title: text,
    entry: z.string(),
    channel: z.string(),
    kind: channelKind,
    state: publicationState,
    due_at: z.coerce.number(),
    local_time: text,
    zone: text,
    after_minutes: z.union([z.null(), z.coerce.number()]),
    remote_id: text,
    error_code: text,
    armed_at: z.unknown(),
    copy: z.string(),
  })
  .transform((found) => ({
    key: found.key,
    campaign: found.campaign,
    campaignName: found.campaign_name ?? '',
    entryTitle: found.entry_title ?? '',
    entry: found.entry,
    channel: found.channel,
    kind: found.kind,
    state: found.state,
    dueAt: found.due_at,
    localTime: found.local_time ?? '',
    zone: found.zone ?? '',
    afterMinutes: found.after_minutes,
    remoteId: found.remote_id,
    errorCode: found.error_code ?? '',
    isArmed: found.armed_at !== null,
    text: textOf(found.copy),
  }));
/** A publication with what a calendar says of it. */
export type CalendarRow = z.output<typeof row>;

/** The words of a stored copy. Only they are needed, so the rest of it is not looked at. */
function textOf(copy: string): string {
  const parsed: unknown = JSON.parse(copy);
  return typeof parsed === 'object' && parsed !== null && 'text' in parsed ? String(parsed.text) : '';
}

const own = [
  'key',
  'campaign',
  'entry',
  'channel',
  'kind',
  'state',
  'due_at',
  'local_time',
  'zone',
  'after_minutes',
  'remote_id',
  'error_code',
  'armed_at',
  'copy',
] as const;

export type PublicationCalendar = ReturnType<typeof publicationCalendar>;

/** Publications by their time. Plain SQL of few columns, read along the index on the time: a month may hold thousands. */
export const publicationCalendar = (db: Core.Strapi['db']) => ({
  async between({ from, to, channels, states }: Stretch, limit: number, offset = 0): Promise<CalendarRow[]> {
    const query = queryOn(db, publications)
      .leftJoin(campaigns, `${campaigns}.key`, `${publications}.campaign`)
      .where(`${publications}.due_at`, '>=', from)
      .where(`${publications}.due_at`, '<', to)
      .orderBy(`${publications}.due_at`)
      .orderBy(`${publications}.id`)
      .limit(limit)
      .offset(offset)
      .select(
        ...own.map((column) => `${publications}.${column}`),
        `${campaigns}.name as campaign_name`,
        `${campaigns}.entry_title`,
      );
    if (channels.length > 0) void query.whereIn(`${publications}.channel`, [...channels]);
    if (states.length > 0) void query.whereIn(`${publications}.state`, [...states]);
    return z.array(row).parse(await query);
  },
});
