import type { ChannelView } from '../../src/channels/schema';
import {
  meaningOf,
  type CauseView,
  type DeadView,
  type RetryCauseInput,
  type RetryCauseView,
} from '../../src/publishing/running/dead-letters';
import type { Actor } from '../../src/shared/actor';
import type { CampaignsStore } from '../stores/campaigns';
import type { DeadCause, DeadLettersStore } from '../stores/dead-letters';
import type { Deed } from './audit';
import type { Publications } from './publications';

/** Causes shown, examples of each, and how many are tried again in one call. */
const mostCauses = 50;
const examples = 3;
const portion = 100;

export interface DeadLettersDeps {
  readonly store: DeadLettersStore;
  readonly publications: Pick<Publications, 'retryDead'>;
  readonly campaigns: Pick<CampaignsStore, 'byKeys'>;
  readonly channels: () => Promise<readonly Pick<ChannelView, 'key' | 'kind'>[]>;
  /** Also those that were removed. */
  readonly names: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  readonly audit: (deed: Deed) => Promise<void>;
  readonly now: () => number;
}

export type DeadLetters = ReturnType<typeof deadLetters>;

/** What failed for good, by its cause, and trying a whole cause again once it is mended. */
export function deadLetters({
  store,
  publications,
  campaigns,
  channels,
  names,
  audit,
  now,
}: DeadLettersDeps) {
  return {
    async list(): Promise<DeadView> {
      const seenAt = now();
      const [all, connected] = await Promise.all([names(), channels()]);
      const causes = await store.causes(
        all.map(({ key }) => key),
        mostCauses,
      );
      const shown = await Promise.all(causes.map((cause) => store.newest(cause, examples)));
      const owners = await campaigns.byKeys([...new Set(shown.flat().map(({ campaign }) => campaign))]);
      const campaignNames = new Map(owners.map(({ key, name }) => [key, name]));
      const view = ({ code, channel, count }: DeadCause, at: number): CauseView => {
        const samples = shown[at] ?? [];
        return {
          ...{ code, channel, count },
          name: all.find(({ key }) => key === channel)?.name ?? channel,
          kind: connected.find(({ key }) => key === channel)?.kind ?? null,
          message: samples[0]?.message ?? '',
          means: meaningOf(code),
          samples: samples.map(({ key, campaign, dueAt }) => ({
            ...{ key, campaign, dueAt },
            campaignName: campaignNames.get(campaign) ?? '',
          })),
        };
      };
      return { seenAt, causes: causes.map(view) };
    },

    /**
     * Tries a portion of one cause again. Each is judged as if it came alone: approval, holds and limits count. Only what failed
     * before the list was read, and never what may have arrived: two who press at once have each tried once.
     */
    async retry(input: RetryCauseInput, actor: Actor): Promise<RetryCauseView> {
      const rows = await store.page(input, portion);
      const refused = new Map<string, RetryCauseView['refused'][number]>();
      let retried = 0;
      let held = 0;
      for (const { key } of rows) {
        const done = await publications.retryDead(key, actor);
        if (done.ok && done.value.state === 'held') held += 1;
        else if (done.ok) retried += 1;
        else {
          const { code, message } = done.error;
          refused.set(code, { code, message, count: (refused.get(code)?.count ?? 0) + 1 });
        }
      }
      const { channel, code } = input;
      if (rows.length > 0)
        await audit({
          kind: 'publishing.retry-cause',
          actor,
          details: { channel, code, retried, held, refused: rows.length - retried - held },
        });
      const last = rows.at(-1)?.id ?? 0;
      return { retried, held, refused: [...refused.values()], next: rows.length === portion ? last : null };
    },
  };
}
