import type { ChannelGroup } from './schema';
import { own } from '../shared/own';

/** Hosts by channel group: a host stands for itself and everything below it; the longest match wins. `google.*` means every public suffix. */
const hosts: Partial<Record<ChannelGroup, string>> = {
  'ai-assistant': `chatgpt.com chat.openai.com claude.ai gemini.google.com bard.google.com copilot.microsoft.com perplexity.ai
    chat.mistral.ai chat.deepseek.com grok.com meta.ai poe.com you.com phind.com duck.ai`,
  'organic-search': `google.* bing.com yahoo.com search.yahoo.* duckduckgo.com ecosia.org qwant.com startpage.com yandex.* baidu.com
    naver.com seznam.cz search.brave.com kagi.com ask.com sogou.com so.com metager.de swisscows.com mojeek.com aol.com
    com.google.android.googlequicksearchbox`,
  email: `mail.google.com inbox.google.com outlook.live.com outlook.office.com outlook.office365.com mail.yahoo.com mail.aol.com
    mail.proton.me mail.zoho.com webmail.gmx.net gmx.net web.de fastmail.com mail.ru mail.yandex.ru mail.yandex.com com.google.android.gm
    com.microsoft.office.outlook`,
  social: `facebook.com fb.com fb.me messenger.com instagram.com threads.net threads.com twitter.com x.com t.co linkedin.com lnkd.in
    com.linkedin.android reddit.com redd.it com.reddit.frontpage pinterest.* pin.it tiktok.com snapchat.com bsky.app go.bsky.app
    mastodon.social mastodon.online mastodon.world mstdn.social fosstodon.org hachyderm.io mas.to tumblr.com quora.com vk.com ok.ru weibo.com xing.com nextdoor.com
    whatsapp.com wa.me web.whatsapp.com telegram.org t.me web.telegram.org org.telegram.messenger discord.com slack.com teams.microsoft.com
    news.ycombinator.com github.com stackoverflow.com yelp.* tripadvisor.*`,
  video: `youtube.com youtu.be vimeo.com twitch.tv dailymotion.com com.google.android.youtube`,
};

/** What people write into `utm_source`, by group. Compared whole, never as a part. */
const names: Partial<Record<ChannelGroup, string>> = {
  'ai-assistant': 'chatgpt openai claude gemini copilot perplexity mistral deepseek grok',
  'organic-search': 'google bing yahoo duckduckgo ddg ecosia qwant startpage yandex baidu naver brave',
  email: 'email e-mail e_mail mail newsletter mailing mailchimp brevo sendgrid klaviyo',
  social: `facebook fb facebook-ads fb-ads ig instagram ig-ads threads twitter x linkedin li reddit pinterest tiktok snapchat bluesky bsky
    mastodon whatsapp telegram discord slack teams tumblr quora xing github hackernews yelp nextdoor`,
  video: 'youtube yt youtube-ads yt-ads vimeo twitch',
};

/** Sources whose name alone says that the click was bought. */
const bought: Readonly<Record<string, ChannelGroup>> = {
  adwords: 'paid-search',
  'google-ads': 'paid-search',
  googleads: 'paid-search',
  'bing-ads': 'paid-search',
  'fb-ads': 'paid-social',
  'facebook-ads': 'paid-social',
  'ig-ads': 'paid-social',
  'yt-ads': 'paid-other',
  'youtube-ads': 'paid-other',
};

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const tableOf = (groups: Partial<Record<ChannelGroup, string>>): ReadonlyMap<string, ChannelGroup> =>
  new Map(
    Object.entries(groups).flatMap(([group, text]) =>
      words(text).map((word): [string, ChannelGroup] => [word, group as ChannelGroup]),
    ),
  );

const hostTable = tableOf(hosts);
const nameTable = tableOf(names);

/** The group of a host: the host, then its parents down to the registrable domain, then that name under any public suffix. */
export function groupOfHost(host: string, domain: string, name: string): ChannelGroup | null {
  for (let at: string = host; at.length >= domain.length; at = at.slice(at.indexOf('.') + 1)) {
    const exact = hostTable.get(at);
    if (exact) return exact;
    if (!at.includes('.')) break;
  }
  const below = host.length > domain.length ? host.slice(0, host.length - domain.length) : '';
  return hostTable.get(`${below}${name}.*`) ?? hostTable.get(`${name}.*`) ?? null;
}

/** The group of a source by name; null where nobody is known under it. */
export const groupOfName = (name: string): ChannelGroup | null => nameTable.get(name) ?? null;

/** The group of a source that is bought by its name. */
export const boughtGroupOf = (name: string): ChannelGroup | null => own(bought, name) ?? null;
