import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { channelKind, channelState, type ChannelKind, type ChannelState } from '../../src/channels/schema';
import { copyTemplate, type CopyTemplate } from '../../src/channels/templates/schema';
import { jsonText, maybe } from './columns';
import type { Table } from './table';

const uid = 'presence::channel';

/** The accounts that the business publishes to. `secret` and `session` hold what Strapi's encryption made of them. */
export const channelsTable: Table = {
  uid,
  singularName: 'presence_channel',
  tableName: 'presence_channels',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { args: [36], unique: true } },
    kind: { type: 'string', column: { args: [20] } },
    name: { type: 'string' },
    settings: { type: 'text' },
    secret: { type: 'text' },
    session: { type: 'text' },
    practice: { type: 'boolean' },
    // How its copies are written, as JSON; null where the template of the kind holds.
    template: { type: 'text' },
    state: { type: 'string', column: { args: [20] } },
    state_reason: { type: 'text' },
    tested_at: { type: 'biginteger' },
    created_at: { type: 'biginteger' },
    updated_at: { type: 'biginteger' },
    removed_at: { type: 'biginteger' },
  },
};

const time = z.coerce.number();
const maybeTime = z
  .unknown()
  .transform((value) => (value === null || value === undefined ? null : Number(value)));

const row = z
  .object({
    key: z.string(),
    kind: channelKind,
    name: z.string(),
    settings: jsonText(z.unknown()),
    secret: z.string().nullable(),
    // Databases without truth values have numbers, and rows from before have neither.
    practice: z.unknown().transform(Boolean),
    template: maybe(jsonText(copyTemplate)),
    state: channelState,
    state_reason: z.string().nullable(),
    tested_at: maybeTime,
    created_at: time,
    updated_at: time,
  })
  .transform(({ state_reason, tested_at, created_at, updated_at, ...rest }) => ({
    ...rest,
    stateReason: state_reason ?? '',
    testedAt: tested_at,
    createdAt: created_at,
    updatedAt: updated_at,
  }));

const named = z.object({
  ...{ key: z.string(), kind: channelKind, name: z.string() },
  settings: jsonText(z.unknown()),
});

const textOf = (template: CopyTemplate | null): string | null => template && JSON.stringify(template);

/** A channel as it is stored; `secret` is encrypted. */
export type ChannelRow = z.output<typeof row>;

export type ChannelsStore = ReturnType<typeof channelsStore>;

export function channelsStore(db: Core.Strapi['db']) {
  const query = () => db.query(uid);
  const alive = { removed_at: null };

  const change = async (key: string, data: object): Promise<boolean> =>
    (await query().updateMany({ where: { key, ...alive }, data })).count > 0;

  return {
    async list(): Promise<ChannelRow[]> {
      return z
        .array(row)
        .parse(await query().findMany({ where: alive, orderBy: [{ name: 'asc' }, { id: 'asc' }] }));
    },

    async get(key: string): Promise<ChannelRow | null> {
      const found: unknown = await query().findOne({ where: { key, ...alive } });
      return found ? row.parse(found) : null;
    },

    /** Names of all channels that ever were: what was published is still told apart after a channel is removed. */
    async names(): Promise<{ key: string; kind: ChannelKind; name: string; settings: unknown }[]> {
      const found: unknown = await query().findMany({ select: ['key', 'kind', 'name', 'settings'] });
      return z.array(named).parse(found);
    },

    async insert({
      settings,
      template,
      stateReason,
      testedAt,
      createdAt,
      updatedAt,
      ...rest
    }: ChannelRow): Promise<void> {
      await query().create({
        data: {
          ...rest,
          settings: JSON.stringify(settings),
          template: textOf(template),
          session: null,
          state_reason: stateReason,
          tested_at: testedAt,
          created_at: createdAt,
          updated_at: updatedAt,
          removed_at: null,
        },
      });
    },

    /** What says nothing about whether it works: the name, how copies are written, and settings such as the price of a post. */
    adjust: (
      key: string,
      { name, settings, template }: Pick<ChannelRow, 'name' | 'settings' | 'template'>,
      at: number,
    ) =>
      change(key, {
        ...{ name, settings: JSON.stringify(settings), template: textOf(template) },
        updated_at: at,
      }),

    /** What it signs in with, or where: that starts a new session, and has to be tested again. */
    replace: (
      key: string,
      next: Pick<ChannelRow, 'name' | 'settings' | 'secret' | 'practice' | 'template'>,
      at: number,
    ) =>
      change(key, {
        name: next.name,
        settings: JSON.stringify(next.settings),
        template: textOf(next.template),
        secret: next.secret,
        practice: next.practice,
        session: null,
        state: 'untested',
        state_reason: '',
        updated_at: at,
      }),

    /** Another form of the same secret, in place of this one; false where something else is stored by now. */
    renew: async (key: string, from: string, to: string): Promise<boolean> =>
      (await query().updateMany({ where: { key, secret: from, ...alive }, data: { secret: to } })).count ===
      1,

    mark: (key: string, state: ChannelState, reason: string) => change(key, { state, state_reason: reason }),

    tested: (key: string, state: ChannelState, reason: string, at: number) =>
      change(key, { state, state_reason: reason, tested_at: at }),

    /** The row stays for its name; what could sign in anywhere goes. */
    remove: (key: string, at: number) => change(key, { secret: null, session: null, removed_at: at }),

    async session(key: string): Promise<string | null> {
      const found: unknown = await query().findOne({ where: { key, ...alive }, select: ['session'] });
      return z.object({ session: z.string().nullable() }).safeParse(found).data?.session ?? null;
    },

    keepSession: (key: string, session: string | null) => change(key, { session }),
  };
}
