import { socialKinds } from '../channels/rules/kinds';
import { addressOf, type Address } from './address';
import { boughtGroupOf, groupOfHost, groupOfName } from './networks';
import type { ChannelGroup, Link } from './schema';

/** Raised with every change of a rule below, so that old touchpoints can be told from new ones. */
const version = 1;

/** Where a visit came from, and which rule said so. */
export interface Source {
  /** Our channel kind for a visit by one of our links, else the group. */
  readonly channel: string;
  readonly group: ChannelGroup;
  /** `referrer.social@1` */
  readonly rule: string;
}

/**
 * The channel of a page view; the first rule that matches wins: a link of ours, a click id of a search engine's ads, `utm_medium`,
 * `utm_source`, the referrer. Follows the order of GA4's default channel group (support.google.com/analytics/answer/9756891) with
 * Plausible's changes, on whole words and registrable domains. A `fbclid` says nothing: Facebook adds it to unpaid links too.
 */
export function sourceOf(page: Address, referrer: string | undefined, link: Link | null): Source {
  if (link) return { channel: link.channel, group: ownedGroupOf(link.channel), rule: `link@${version}` };
  const [group, rule] =
    byClickId(page) ??
    byMedium(page) ??
    bySource(page) ??
    byReferrer(page, referrer) ??
    (['direct', 'none'] as const);
  return { channel: group, group, rule: `${rule}@${version}` };
}

/** The group of one of our channel kinds; a group stands for itself. */
export const ownedGroupOf = (channel: string): ChannelGroup =>
  channel === 'email' ? 'owned-email' : social.has(channel) ? 'owned-social' : 'owned-web';

const social: ReadonlySet<string> = new Set(socialKinds);

type Match = readonly [group: ChannelGroup, rule: string] | null;

const byClickId = (page: Address): Match =>
  ['gclid', 'gbraid', 'wbraid', 'msclkid'].some((id) => page.param(id)) ? ['paid-search', 'click-id'] : null;

const paidWords = new Set([
  'cpc',
  'cpm',
  'cpv',
  'cpa',
  'cpp',
  'ppc',
  'retargeting',
  'remarketing',
  'display',
  'banner',
  'interstitial',
  'ads',
]);

const mediums: readonly (readonly [
  group: ChannelGroup,
  values: readonly string[],
  words: readonly string[],
])[] = [
  ['ai-assistant', ['ai-assistant', 'ai'], []],
  ['email', ['e-mail', 'e_mail', 'e mail', 'mail'], ['email', 'newsletter', 'mailing']],
  ['sms', [], ['sms']],
  ['push', [], ['push', 'mobile', 'notification', 'webpush']],
  ['affiliate', [], ['affiliate', 'affiliates']],
  ['social', ['sm'], ['social', 'socialmedia']],
  ['video', [], ['video']],
  ['organic-search', [], ['organic']],
  ['referral', ['referral', 'app', 'link'], []],
];

function byMedium(page: Address): Match {
  const medium = (page.param('utm_medium') ?? '').trim().toLowerCase();
  if (medium === '') return null;
  const words = medium.split(/[^a-z0-9]+/);
  if (words.some((word) => word.startsWith('paid') || paidWords.has(word)))
    return [paidGroupOf(page, words), 'utm-medium.paid'];
  for (const [group, values, known] of mediums)
    if (values.includes(medium) || known.some((word) => words.includes(word)))
      return [group, `utm-medium.${group}`];
  return null;
}

function paidGroupOf(page: Address, words: readonly string[]): ChannelGroup {
  if (words.some((word) => word === 'social' || word === 'paidsocial')) return 'paid-social';
  if (words.some((word) => word === 'search' || word === 'paidsearch')) return 'paid-search';
  const source = bySource(page)?.[0];
  if (source === 'organic-search' || source === 'paid-search') return 'paid-search';
  return source === 'social' || source === 'paid-social' ? 'paid-social' : 'paid-other';
}

function bySource(page: Address): Match {
  const source = (page.param('utm_source') || page.param('source') || page.param('ref') || '')
    .trim()
    .toLowerCase();
  if (source === '') return null;
  const paid = boughtGroupOf(source);
  if (paid) return [paid, 'utm-source.paid'];
  const address = source.includes('.') ? addressOf(`https://${source}/`) : null;
  const group =
    groupOfName(source) ??
    (source.split(/[^a-z0-9]+/).includes('newsletter') ? 'email' : null) ??
    (address ? groupOfHost(address.host, address.domain, address.name) : null) ??
    'referral';
  return [group, `utm-source.${group}`];
}

function byReferrer(page: Address, referrer: string | undefined): Match {
  const from = referrer ? addressOf(referrer) : null;
  if (!from) return null;
  if (from.domain === page.domain) return ['internal', 'referrer.own'];
  const group = groupOfHost(from.host, from.domain, from.name) ?? 'referral';
  return [group, `referrer.${group}`];
}
