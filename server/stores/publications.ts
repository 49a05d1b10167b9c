import type { Core } from '@strapi/strapi';
import { isPractice } from '../../src/channels/practice';
import type { Copy } from '../../src/channels/schema';
import { pageMissing } from '../../src/publishing/order';
import type { CatchUpPolicy, PublicationState } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import { publicationRow, publicationsUid, type PublicationRow } from './publication-row';

/** What a list can be narrowed by. */
export interface PublicationFilter {
  readonly state?: PublicationState | undefined;
  readonly channel?: string | undefined;
  readonly campaigns?: readonly string[] | undefined;
}

/** A stretch of time, in milliseconds since 1970. */
export interface Planned {
  readonly from: number;
  readonly to: number;
  readonly channels?: readonly string[];
}

/** A guarded change: it happens only while the row is in one of `states`, and nobody may be sending it. */
export interface Guard {
  readonly states: readonly PublicationState[];
  /** Also rows whose last try ended nobody knows how; only for a person's answer. */
  readonly openEnded?: boolean;
  /** Only while the copy, and what it is compared with, are those that were read. */
  readonly text?: Pick<PublicationRow, 'copySeal' | 'derivedSeal'>;
}

/** A channel with one of these cannot be removed. */
const statesThatWait: readonly PublicationState[] = [
  'scheduled',
  'running',
  'parked',
  'held',
  'asking',
  'unknown',
];

type Stored = Omit<PublicationRow, 'id'>;

const columnsOf = (row: Partial<Stored>): Record<string, unknown> => ({
  ...row,
  ...(row.entry ? { document: documentOf(row.entry) } : {}),
  ...(row.copy ? { copy: JSON.stringify(row.copy) } : {}),
  ...(row.derived ? { derived: JSON.stringify(row.derived) } : {}),
  ...(row.repeats ? { repeats: JSON.stringify(row.repeats) } : {}),
  ...(row.links ? { links: JSON.stringify(row.links) } : {}),
});

const textAs = ({ copySeal, derivedSeal }: NonNullable<Guard['text']>) => ({
  copySeal,
  derivedSeal: derivedSeal ?? { $null: true },
});

/** `api::article.article|k3x…`: the document behind an `entryIdOf`. */
const documentOf = (entry: string): string => entry.slice(0, entry.lastIndexOf('|'));

/** What people and the entry's own life do to publications. The engine's side is `publication-claims.ts`. */
export function publicationsStore(db: Core.Strapi['db']) {
  const query = () => db.query(publicationsUid);
  const rows = (found: unknown[]): PublicationRow[] => found.map((row) => publicationRow.parse(row));
  const find = async (where: object): Promise<PublicationRow[]> =>
    rows(await query().findMany({ where, orderBy: { id: 'asc' } }));

  return {
    async insert(list: readonly Stored[]): Promise<void> {
      for (const row of list) await query().create({ data: columnsOf(row) });
    },

    async byKey(key: string): Promise<PublicationRow | null> {
      return (await find({ key }))[0] ?? null;
    },

    byKeys: (keys: readonly string[]) =>
      keys.length === 0 ? Promise.resolve([]) : find({ key: { $in: [...keys] } }),

    ofCampaign: (campaign: string) => find({ campaign }),

    /** What may still go out between two times, the next first; on all channels, or on those named. */
    async planned({ from, to, channels }: Planned, limit: number): Promise<PublicationRow[]> {
      const where = {
        state: { $in: [...statesThatWait] },
        dueAt: { $gte: from, $lte: to },
        ...(channels ? { channel: { $in: [...channels] } } : {}),
      };
      return rows(await query().findMany({ where, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], limit }));
    },

    /** How many posts of a channel fall into a time: those that went out, and those that are planned. */
    async countIn(channel: string, from: number, to: number): Promise<number> {
      const span = { $gte: from, $lt: to };
      const sent = await query().count({ where: { channel, state: 'delivered', deliveredAt: span } });
      const planned = { channel, state: { $in: [...statesThatWait] }, dueAt: span };
      return sent + (await query().count({ where: planned }));
    },

    /** The same posts, each with what it says. */
    async copiesIn(channel: string, from: number, to: number): Promise<readonly Copy[]> {
      const span = { $gte: from, $lt: to };
      const sent = await find({ channel, state: 'delivered', deliveredAt: span });
      const planned = await find({ channel, state: { $in: [...statesThatWait] }, dueAt: span });
      return [...sent, ...planned].map(({ copy }) => copy);
    },

    ofCampaigns: (campaigns: readonly string[]) =>
      campaigns.length === 0 ? Promise.resolve([]) : find({ campaign: { $in: [...campaigns] } }),

    ofEntry: (entry: string, states: readonly PublicationState[]) =>
      find({ entry, state: { $in: [...states] } }),

    ofEntries: (entries: readonly string[], states: readonly PublicationState[]) =>
      find({ entry: { $in: [...entries] }, state: { $in: [...states] } }),

    ofDocument: (uid: string, documentId: string, states: readonly PublicationState[]) =>
      find({ document: `${uid}|${documentId}`, state: { $in: [...states] } }),

    /** How many publications may still go out on a channel. */
    waitingOn: (channel: string): Promise<number> =>
      query().count({ where: { channel, state: { $in: [...statesThatWait] } } }),

    async page(filter: PublicationFilter, page: number, pageSize: number): Promise<Page<PublicationRow>> {
      const where = {
        ...(filter.state ? { state: filter.state } : {}),
        ...(filter.channel ? { channel: filter.channel } : {}),
        ...(filter.campaigns ? { campaign: { $in: [...filter.campaigns] } } : {}),
      };
      const total = await query().count({ where });
      const items = await query().findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      return { items: rows(items), page, pageSize, total };
    },

    /** True when the change happened: the row was still in one of the guarded states. */
    async change(key: string, guard: Guard, change: Partial<Stored>): Promise<boolean> {
      const { count } = await query().updateMany({
        where: {
          key,
          state: { $in: [...guard.states] },
          ...(guard.openEnded ? {} : { armedAt: { $null: true } }),
          ...(guard.text ? textAs(guard.text) : {}),
        },
        data: columnsOf(change),
      });
      return count === 1;
    },

    async removeDrafts(keys: readonly string[]): Promise<number> {
      const { count } = await query().deleteMany({ where: { key: { $in: [...keys] }, state: 'draft' } });
      return count;
    },

    async setCatchUp(campaign: string, catchUp: CatchUpPolicy): Promise<void> {
      await query().updateMany({ where: { campaign }, data: { catchUp } });
    },

    /** The page that these link to will not come up by itself. */
    async holdWaiting(website: string): Promise<void> {
      const { code, message } = pageMissing;
      await query().updateMany({
        where: { waitsFor: website, state: 'scheduled' },
        data: { state: 'held', nextAt: null, errorCode: code, errorMessage: message },
      });
    },

    /** The page that these link to is up. */
    async freeWaiting(website: string, now: number): Promise<void> {
      for (const row of await find({ waitsFor: website })) {
        const goes =
          row.state === 'scheduled' || (row.state === 'held' && row.errorCode === pageMissing.code);
        const dueAt = row.afterMinutes === null ? row.dueAt : now + row.afterMinutes * 60_000;
        const next = {
          state: 'scheduled',
          nextAt: Math.max(now, dueAt ?? now),
          errorCode: '',
          errorMessage: '',
        };
        await query().updateMany({
          where: { id: row.id, state: row.state },
          data: { waitsFor: '', dueAt, ...(goes ? next : {}) },
        });
      }
    },

    /** The page got another time: what follows it by minutes is expected that much later. */
    async moveFollowing(website: string, siteAt: number): Promise<void> {
      for (const row of await find({ waitsFor: website, afterMinutes: { $notNull: true } })) {
        const dueAt = siteAt + (row.afterMinutes ?? 0) * 60_000;
        const nextAt = row.nextAt === null ? null : dueAt;
        await query().updateMany({ where: { id: row.id, waitsFor: website }, data: { dueAt, nextAt } });
      }
    },

    /** Which of these entries (`entryIdOf`) have something that is held for one of these reasons. */
    async heldAmong(entries: readonly string[], errorCodes: readonly string[]): Promise<Set<string>> {
      if (entries.length === 0) return new Set();
      const where = { entry: { $in: [...entries] }, state: 'held', errorCode: { $in: [...errorCodes] } };
      return new Set((await find(where)).map(({ entry }) => entry));
    },

    /** What went out on a channel last, newest first. */
    async lastOn(channel: string, limit: number): Promise<PublicationRow[]> {
      const where = { channel, state: 'delivered' };
      return rows(
        await query().findMany({ where, orderBy: [{ deliveredAt: 'desc' }, { id: 'desc' }], limit }),
      );
    },

    /** What stands at a network since a time; what a network gave no id for cannot be asked about. */
    async deliveredSince(since: number) {
      const rows = await find({ state: 'delivered', deliveredAt: { $gte: since } });
      return rows.flatMap(({ key, campaign, channel, kind, entry, remoteId, deliveredAt }) =>
        remoteId && !isPractice(remoteId) && deliveredAt !== null
          ? [{ publication: key, campaign, channel, kind, entry, remoteId, deliveredAt }]
          : [],
      );
    },

    /** A channel works again: what was parked for it goes on at its own time. */
    async unpark(channel: string): Promise<number> {
      const parked = await find({ channel, state: 'parked' });
      for (const row of parked)
        await query().updateMany({
          where: { id: row.id, state: 'parked' },
          data: { state: 'scheduled', nextAt: row.dueAt, errorCode: '', errorMessage: '' },
        });
      return parked.length;
    },
  };
}

export type PublicationsStore = ReturnType<typeof publicationsStore>;
