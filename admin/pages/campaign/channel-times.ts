import type { CampaignView, ScheduleInput } from '../../../src/publishing/schema';
import type { When } from '../../../src/publishing/time/when';

/** A time for each channel by its key; null where all go out at the same time. */
export type ChannelTimes = Readonly<Record<string, When>> | null;

/** What the server is asked for: the common time, and with it the other times by publication. */
export function scheduleOf(
  { publications }: Pick<CampaignView, 'publications'>,
  when: When,
  times: ChannelTimes,
): ScheduleInput {
  if (times === null) return { when };
  const own = publications
    .filter(({ state }) => state === 'draft')
    .map(({ key, channel }) => [key, times[channel] ?? when] as const);
  return { when, times: Object.fromEntries(own) };
}
