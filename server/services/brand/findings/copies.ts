import type { NamedChannel } from '../../../../src/channels/rules/own/rules-of';
import type { EarlierPost } from '../../../../src/brand/engine/rule';
import type { PictureFacts } from '../../../../src/brand/pictures/schema';
import type { ContentPicture } from '../../../../src/content/schema';
import type { BrandKit } from '../../../../src/brand/schema';
import { contentOfCopy } from '../../../../src/brand/engine/copy-content';
import type { PublicationState } from '../../../../src/publishing/schema';
import { openStates } from '../../../../src/publishing/status';
import type { CampaignsStore } from '../../../stores/campaigns';
import type { PublicationRow } from '../../../stores/publication-row';
import type { PublicationsStore } from '../../../stores/publications';
import type { RepeatsAmong } from '../../repeats-among';
import type { CopyToCheck } from './subjects';

export interface CopiesDeps {
  readonly store: Pick<PublicationsStore, 'ofEntry' | 'ofEntries' | 'lastOn'>;
  readonly campaigns: Pick<CampaignsStore, 'byKeys'>;
  readonly repeatsAmong: RepeatsAmong;
  readonly now: () => number;
  readonly channelNames: () => Promise<readonly NamedChannel[]>;
  readonly picturesOf: (
    pictures: readonly ContentPicture[],
    kit: BrandKit,
  ) => Promise<ReadonlyMap<string, PictureFacts>>;
}

/** States of copies that may still go out; what is being sent at this moment is among them. */
export const statesToCheck = (): readonly PublicationState[] => [...openStates(), 'running'];

/** Of copies that were called off or went out, only those that somebody brings back or corrects are looked at. */
const states: readonly PublicationState[] = [...statesToCheck(), 'skipped', 'cancelled', 'delivered'];

/** So many of the posts that went out last are compared with. */
const postsBack = 30;

/** The copies of entries, as they are to go out and as they went. */
export function copiesOf({ store, campaigns, repeatsAmong, channelNames, picturesOf, now }: CopiesDeps) {
  async function withNames(
    rows: readonly PublicationRow[],
  ): Promise<{ readonly entry: string; readonly copy: CopyToCheck }[]> {
    if (rows.length === 0) return [];
    const known = new Map((await channelNames()).map((one) => [one.key, one]));
    return rows.map(({ entry, key, campaign, channel, kind, copy, dueAt }) => {
      const { name = kind, own } = known.get(channel) ?? {};
      const about = { key: channel, kind, name, own };
      return { entry, copy: { publication: key, campaign, channel: about, copy, dueAt } };
    });
  }

  return {
    /** Copies of an entry (`entryIdOf`) that are to go out, and those named. */
    async open(entry: string, named: readonly string[] = []): Promise<CopyToCheck[]> {
      const wanted = new Set<PublicationState>(statesToCheck());
      const rows = (await store.ofEntry(entry, states)).filter(
        ({ key, state }) => wanted.has(state) || named.includes(key),
      );
      return (await withNames(rows)).map(({ copy }) => copy);
    },

    /** Copies of many entries that are to go out, by entry. */
    async openAmong(entries: readonly string[]): Promise<ReadonlyMap<string, readonly CopyToCheck[]>> {
      const found = new Map<string, CopyToCheck[]>();
      for (const { entry, copy } of await withNames(await store.ofEntries(entries, statesToCheck())))
        found.set(entry, [...(found.get(entry) ?? []), copy]);
      return found;
    },

    /** What went out on the channel of a copy lately, newest first; what it repeats by plan is left out. */
    async earlierThan({ channel, campaign, dueAt }: CopyToCheck, kit: BrandKit): Promise<EarlierPost[]> {
      // What went out, or is corrected, is not compared with itself: a campaign has one copy on a channel.
      const sent = (await store.lastOn(channel.key, postsBack)).filter((row) => row.campaign !== campaign);
      const isRepeat = await repeatsAmong([campaign, ...sent.map((row) => row.campaign)]);
      const rows = sent.filter(
        (row) => !isRepeat({ campaign, at: dueAt ?? now() }, { campaign: row.campaign, at: row.deliveredAt }),
      );
      if (rows.length === 0) return [];
      const names = new Map(
        (await campaigns.byKeys([...new Set(rows.map(({ campaign }) => campaign))])).map((one) => [
          one.key,
          one.name,
        ]),
      );
      const contents = rows.map((row) => contentOfCopy(row.copy, row.kind));
      const shown = contents.flatMap(({ pictures }) => pictures);
      const facts = shown.length > 0 ? await picturesOf(shown, kit) : new Map<string, PictureFacts>();
      return rows.map((row, index) => ({
        text: row.copy.text,
        label: labelOf(row, names.get(row.campaign) ?? ''),
        pictures: (contents[index]?.pictures ?? []).flatMap(({ hash }) => {
          const phash = hash === null ? null : facts.get(hash)?.phash;
          return phash ? [phash] : [];
        }),
      }));
    },
  };
}

const labelOf = ({ deliveredAt }: PublicationRow, name: string): string => {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return [name, deliveredAt === null ? '' : day.format(deliveredAt)].filter((part) => part !== '').join(', ');
};
