import { checkCopy } from '../../src/channels/check-copy';
import { copySealOf } from '../../src/channels/copy-seal';
import { rulesFor } from '../../src/channels/rules/own/rules-of';
import type { Copy } from '../../src/channels/schema';
import type {
  CampaignChange,
  CampaignQuery,
  CampaignView,
  DeriveInput,
  DerivePreview,
  NewCampaign,
  ScheduleInput,
} from '../../src/publishing/schema';
import { campaignStateOf } from '../../src/publishing/campaign/standing';
import type { Actor } from '../../src/shared/actor';
import { entryIdOf, entryKeyOf, type EntryKey } from '../../src/shared/entry-key';
import type { Page } from '../../src/shared/page';
import { fail, ok, type Result } from '../../src/shared/result';
import { personOf } from '../actor';
import type { CampaignRow } from '../stores/campaigns';
import { changeCopies } from './campaign-copies';
import type { CampaignsDeps, Wanted } from './campaign-parts';
import { scheduleAll } from './campaign-schedule';
import { baseOf, derivedFor } from './derived';
import type { LoadedEntry } from './entries';
import type { PublishingChannel } from './publishing-deps';
import { noCampaign } from './publishing-refusals';

export type Campaigns = ReturnType<typeof campaigns>;

/** One governed unit: an entry, a copy for each ticked channel, and their times. */
export function campaigns(deps: CampaignsDeps) {
  const { campaigns: store, publications, views } = deps;

  async function view(row: CampaignRow): Promise<CampaignView> {
    return (await viewsOf([row]))[0] ?? broken(row);
  }

  async function viewsOf(rows: readonly CampaignRow[]): Promise<CampaignView[]> {
    const all = await views(await publications.ofCampaigns(rows.map(({ key }) => key)));
    return rows.map((row) => {
      const own = all.filter(({ campaign }) => campaign === row.key);
      const { id: _, makerId: __, ...shown } = row;
      const entry = entryKeyOf(row.entry) ?? broken(row);
      const state = campaignStateOf(own.map((one) => one.state));
      return { ...shown, entry, state, publications: own };
    });
  }

  async function byKey(key: string): Promise<Result<CampaignRow>> {
    const [row] = await store.byKeys([key]);
    return row ? ok(row) : fail(noCampaign);
  }

  async function loaded(key: EntryKey): Promise<Result<LoadedEntry>> {
    const entry = await deps.entries.load(await deps.entries.normalised(key), 'draft');
    return entry
      ? ok(entry)
      : fail({
          code: 'entry.not-found',
          message: 'The entry does not exist, or not in this language. Reload the page.',
          path: 'entry',
        });
  }

  /**
   * The copies that were asked for: those written by a person marked as edited, the others derived from the entry. `names` are those
   * that the campaign has or had when they were shown; the first holds.
   */
  async function wanted(
    entry: LoadedEntry,
    asked: readonly { readonly channel: string; readonly copy?: Copy | undefined }[],
    [name, ...others]: readonly [string | null, ...(string | null)[]],
  ): Promise<Result<Wanted[]>> {
    const known = new Map((await deps.channels()).map((channel) => [channel.key, channel]));
    const list: Wanted[] = [];
    for (const [index, one] of asked.entries()) {
      const channel = known.get(one.channel);
      if (!channel)
        return fail({
          code: 'campaign.channel-unknown',
          message: `The channel ${one.channel} does not exist any more. Reload the list of channels.`,
          path: `copies[${index}].channel`,
        });
      const derived = derivedFor(channel, entry, name);
      const base = baseOf(entry, derived);
      const seal = one.copy && copySealOf(one.copy);
      const isDerived =
        seal === base.derivedSeal || others.some((other) => isAs(seal, channel, entry, other));
      const isOwn = one.copy !== undefined && !isDerived;
      list.push({ channel, copy: one.copy && isOwn ? { ...one.copy, edited: true } : derived, base });
    }
    return ok(list);
  }

  return {
    /** How the copies would look; nothing is stored. */
    async derive({ entry, channels, campaign }: DeriveInput): Promise<Result<DerivePreview>> {
      const found = await loaded(entry);
      if (!found.ok) return found;
      const list = await wanted(
        found.value,
        channels.map((channel) => ({ channel })),
        [campaign],
      );
      if (!list.ok) return list;
      return ok({
        copies: list.value.map(({ channel, copy }) => ({
          channel: channel.key,
          kind: channel.kind,
          channelName: channel.name,
          copy,
          check: checkCopy(rulesFor(channel), copy),
        })),
      });
    },

    async create(input: NewCampaign, actor: Actor): Promise<Result<CampaignView>> {
      const found = await loaded(input.entry);
      if (!found.ok) return found;
      const entry = found.value;
      const list = await wanted(entry, input.copies, [input.name, null]);
      if (!list.ok) return list;
      const row: Omit<CampaignRow, 'id'> = {
        key: deps.uuid(),
        entry: entryIdOf(entry.key),
        entryTitle: entry.content.roles.title ?? input.name,
        name: input.name,
        goal: input.goal,
        target: input.target,
        utm: input.utm,
        template: input.template,
        checked: input.checked,
        catchUp: input.catchUp ?? (await deps.defaultCatchUp()),
        createdBy: personOf(actor).name,
        makerId: makerOf(actor),
        createdAt: deps.now(),
      };
      const done = await deps.inTransaction(async () => {
        await store.insert(row);
        await deps.audit({
          kind: 'campaign.create',
          actor,
          entry: row.entry,
          seal: entry.seal,
          details: { campaign: row.key, name: row.name },
        });
        const changed = await changeCopies(row, entry, list.value, actor, deps);
        if (changed.ok) await deps.onCopies(row.entry);
        return changed;
      });
      if (!done.ok) return done;
      const stored = await byKey(row.key);
      return stored.ok ? ok(await view(stored.value)) : stored;
    },

    async get(key: string): Promise<Result<CampaignView>> {
      const row = await byKey(key);
      return row.ok ? ok(await view(row.value)) : row;
    },

    async list({
      uid,
      documentId,
      locale,
      q,
      state,
      page,
      pageSize,
    }: CampaignQuery): Promise<Page<CampaignView>> {
      const key = uid && documentId ? { uid, documentId, locale: locale ?? null } : null;
      const entry = key ? entryIdOf(await deps.entries.normalised(key)) : undefined;
      const found = await store.page({ entry, q, state }, page, pageSize);
      return { ...found, items: await viewsOf(found.items) };
    },

    /** The campaigns of an entry (`entryIdOf`), newest first. */
    async ofEntry(entry: string): Promise<CampaignView[]> {
      return viewsOf((await store.page({ entry }, 1, 100)).items);
    },

    /** Changes names and copies. A copy that was approved is held when it says something else now. */
    async update(key: string, change: CampaignChange, actor: Actor): Promise<Result<CampaignView>> {
      const row = await byKey(key);
      if (!row.ok) return row;
      const { name, goal, catchUp, target, utm, checked, copies = [], remove = [] } = change;
      const found = await loaded(entryKeyOf(row.value.entry) ?? broken(row.value));
      if (copies.length > 0 && !found.ok) return found;
      const names = [name ?? row.value.name, row.value.name, null] as const;
      const list = found.ok ? await wanted(found.value, copies, names) : ok([]);
      if (!list.ok) return list;
      const done = await deps.inTransaction(async () => {
        await store.update(key, {
          ...(name ? { name } : {}),
          ...(goal === undefined ? {} : { goal }),
          ...(catchUp ? { catchUp } : {}),
          ...(target === undefined ? {} : { target }),
          ...(utm === undefined ? {} : { utm }),
          ...(checked ? { checked } : {}),
        });
        if (catchUp) await publications.setCatchUp(key, catchUp);
        const own = await publications.ofCampaign(key);
        await publications.removeDrafts(
          own.filter(({ channel }) => remove.includes(channel)).map((one) => one.key),
        );
        const changed = found.ok
          ? await changeCopies(row.value, found.value, list.value, actor, deps)
          : ok(null);
        if (changed.ok) await deps.onCopies(row.value.entry);
        return changed;
      });
      return done.ok ? this.get(key) : done;
    },

    /** Gives every draft of the campaign its time. All of them, or none where a copy or a time does not fit. */
    async schedule(key: string, input: ScheduleInput, actor: Actor): Promise<Result<CampaignView>> {
      const row = await byKey(key);
      if (!row.ok) return row;
      const entry = await loaded(entryKeyOf(row.value.entry) ?? broken(row.value));
      if (!entry.ok) return entry;
      const done = await scheduleAll(row.value, entry.value, input, actor, deps);
      if (!done.ok) return done;
      deps.wake();
      return this.get(key);
    },
  };
}

/** Whether a copy says what is derived for a campaign of this name. */
const isAs = (
  seal: string | undefined,
  channel: PublishingChannel,
  entry: LoadedEntry,
  name: string | null,
): boolean => seal !== undefined && seal === copySealOf(derivedFor(channel, entry, name));

/** The admin user behind an act; null where there is none. */
const makerOf = (actor: Actor): string | null =>
  actor.kind === 'user' ? actor.id : actor.kind === 'token' ? (actor.owner ?? null) : null;

function broken(row: { readonly entry: string }): never {
  throw new Error(`"${row.entry}" is not the key of an entry`);
}
