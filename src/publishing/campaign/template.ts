import { z } from 'zod';
import { channelKind } from '../../channels/schema';
import { longestAfter } from '../time/when';
import { campaignUtm, measure } from './aim';

const inBoth = z.strictObject({ en: z.string().min(1), de: z.string().min(1) });

/**
 * A kind of channel, and when it goes out: so many minutes after the start on its clock (a day later is the same time of day), or so
 * many after the website is live, whenever that comes to be.
 */
const templateChannel = z.discriminatedUnion('after', [
  z.strictObject({ kind: channelKind, after: z.literal('start'), minutes: z.int().min(0) }),
  z.strictObject({
    kind: channelKind,
    after: z.literal('website'),
    minutes: z.int().min(1).max(longestAfter),
  }),
]);

/** A campaign as it usually goes: which channels, how far apart, what it is to reach and what its copies should say. */
export const campaignTemplate = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: inBoth,
  description: inBoth,
  channels: z
    .array(templateChannel)
    .min(1)
    .refine((list) => list.every(({ kind, after }) => kind !== 'website' || after === 'start'), {
      message: 'the website cannot follow itself',
    }),
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
