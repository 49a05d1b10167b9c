import type { ChannelView } from '../../../src/channels/schema';
import type { When } from '../../../src/publishing/time/when';
import type { CampaignTemplateView } from '../../../src/publishing/campaign/template';
import { localTimeOf } from '../../components/time-choice';
import type { ChannelTimes } from './channel-times';
import type { CampaignDraft } from './use-campaign';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A new campaign as the template says: goal, parameters and checklist; the copies come from the entry. */
export function filledDraft(
  draft: CampaignDraft,
  template: CampaignTemplateView,
  now: number,
  zone: string,
): CampaignDraft {
  const { goal, utm, key } = template;
  const until = goal && localTimeOf(now + goal.days * day, zone).slice(0, 10);
  return {
    ...draft,
    template: key,
    utm,
    target: goal && until ? { measure: goal.measure, amount: goal.amount, until } : null,
  };
}

/** Channels that the template is about, in its order: the first of each kind. */
export const channelsOf = (template: CampaignTemplateView, channels: readonly ChannelView[]): ChannelView[] =>
  template.channels.flatMap(({ kind }) => channels.find((channel) => channel.kind === kind) ?? []);

/**
 * A time for each channel as the template says: so long after the website is live, where one is among them, else so long after the
 * first; null where all go out together. The clock of the first counts: a day later is the same time of day, also where the clocks
 * change in between.
 */
export function timesOf(
  template: CampaignTemplateView,
  channels: readonly ChannelView[],
  first: When,
  now: number,
  zone: string,
): ChannelTimes {
  const places = new Map(template.channels.map((place) => [place.kind, place]));
  const picked = channelsOf(template, channels);
  if (picked.every(({ kind }) => (places.get(kind)?.minutes ?? 0) === 0)) return null;
  const hasSite = picked.some(({ kind }) => kind === 'website');
  const start = first.kind === 'at' ? first : { local: localTimeOf(now, zone), zone };
  const timeOf = (kind: ChannelView['kind']): When => {
    const { after = 'start', minutes = 0 } = places.get(kind) ?? {};
    if (after === 'website' && hasSite) return { kind: 'after', minutes };
    return minutes === 0 ? first : { kind: 'at', local: later(start.local, minutes), zone: start.zone };
  };
  return Object.fromEntries(picked.map(({ key, kind }) => [key, timeOf(kind)]));
}

const later = (local: string, minutes: number): string =>
  new Date(Date.parse(`${local.slice(0, 16)}:00Z`) + minutes * minute).toISOString().slice(0, 16);
