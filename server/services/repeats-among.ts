import { isPlannedAgain } from '../../src/publishing/repeat/planned-again';
import type { RepeatsStore } from '../stores/repeats';

interface Post {
  readonly campaign: string;
  /** When it went out or is to go out; null where nobody knows. */
  readonly at: number | null;
}

/** Whether one post is meant to say the same as another: both are runs of one repeat, as far apart as its rule wants. */
export type IsRepeat = (one: Post, other: Post) => boolean;
export type RepeatsAmong = (campaigns: readonly string[]) => Promise<IsRepeat>;

export const repeatsAmong =
  ({ ofCampaigns }: Pick<RepeatsStore, 'ofCampaigns'>): RepeatsAmong =>
  async (campaigns) => {
    const repeats = await ofCampaigns([...new Set(campaigns)].filter((key) => key !== ''));
    return (one, other) => {
      const repeat = repeats.get(one.campaign);
      if (!repeat || one.campaign === other.campaign || one.at === null || other.at === null) return false;
      if (repeats.get(other.campaign)?.key !== repeat.key) return false;
      return isPlannedAgain(repeat.rule, Math.abs(one.at - other.at));
    };
  };
