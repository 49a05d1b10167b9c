import type { ChannelView } from '../../../../src/channels/schema';
import type { PublishingPlan } from '../../../../src/publishing/time/schema';

/** What the cards of the page are given. */
export interface PlanPart {
  readonly value: PublishingPlan;
  readonly change: (part: Partial<PublishingPlan>) => void;
  readonly errorAt: (path: string) => string | undefined;
  readonly channels: readonly Pick<ChannelView, 'key' | 'kind' | 'name'>[];
}
