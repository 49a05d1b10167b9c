import { z } from 'zod';
import { channelKind, type ChannelKind } from '../../channels/schema';

/** What a goal counts: clicks on tracked links, people who saw it, sign-ups and custom events. */
export const measure = z.enum(['clicks', 'views', 'conversions']);
export type Measure = z.output<typeof measure>;

/** A goal with a number and a date. */
export const campaignTarget = z.strictObject({
  measure,
  amount: z.int().min(1).max(1_000_000_000),
  /** Last day, in the zone of the business. */
  until: z.iso.date('must be a day such as 2026-12-24'),
});
export type CampaignTarget = z.output<typeof campaignTarget>;

const value = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\s&?#=]*$/, 'must not hold spaces or any of & ? # =')
  .default('');

/** What links of a campaign to the own website carry for analytics; nothing while `campaign` is empty. */
export const campaignUtm = z.strictObject({
  campaign: value,
  /** Empty: by the kind of channel. */
  medium: value,
  term: value,
  content: value,
  /** By kind of channel; left out: the name of the kind, and of channels of an app that of their type. */
  sources: z.partialRecord(channelKind, value).default({}),
});
export type CampaignUtm = z.output<typeof campaignUtm>;

const media: Readonly<Partial<Record<ChannelKind, string>>> = {
  email: 'email',
  webhook: 'referral',
  own: 'referral',
};
const sources: Readonly<Partial<Record<ChannelKind, string>>> = { email: 'newsletter' };

/**
 * The parameters of a link that goes out on a kind of channel, in their usual order. `ownType` is the type of a channel of an app: its
 * name is a source, and `own` would say nothing in analytics.
 */
export function utmOf(
  utm: CampaignUtm | null,
  kind: ChannelKind,
  ownType: string | null = null,
): readonly (readonly [string, string])[] {
  if (utm === null || utm.campaign === '') return [];
  const all = [
    ['utm_source', utm.sources[kind] || (sources[kind] ?? (kind === 'own' ? ownType : null) ?? kind)],
    ['utm_medium', utm.medium || (media[kind] ?? 'social')],
    ['utm_campaign', utm.campaign],
    ['utm_term', utm.term],
    ['utm_content', utm.content],
  ] as const;
  return all.filter(([, text]) => text !== '');
}
