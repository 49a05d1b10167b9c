import { z } from 'zod';
import { channelKind } from '../../channels/schema';
import { campaignUtm, measure } from './aim';

const inBoth = z.strictObject({ en: z.string().min(1), de: z.string().min(1) });

/** A campaign as it usually goes: which channels, how far apart, what it is to reach and what its copies should say. */
export const campaignTemplate = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: inBoth,
  description: inBoth,
  /** Kinds of channel in their order, each so many minutes after the first. */
  channels: z.array(z.strictObject({ kind: channelKind, minutes: z.int().min(0) })).min(1),
  goal: z.strictObject({ measure, amount: z.int().min(1), days: z.int().min(1).max(366) }).nullable(),
  utm: campaignUtm,
  /** What the copies should say, to be ticked off. */
  checklist: z.array(z.strictObject({ key: z.string().regex(/^[a-z-]+$/), text: inBoth })),
});
export type CampaignTemplate = z.output<typeof campaignTemplate>;

/** A template as the admin shows it, in one language. */
export interface CampaignTemplateView extends Pick<CampaignTemplate, 'key' | 'channels' | 'goal' | 'utm'> {
  readonly name: string;
  readonly description: string;
  readonly checklist: readonly { readonly key: string; readonly text: string }[];
}

export const templatesQuery = z.object({ language: z.enum(['en', 'de']).default('en') });
