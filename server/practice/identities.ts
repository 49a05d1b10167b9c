import { googleBusinessScopes } from '../../src/channels/settings/google/business';
import { linkedinScopes } from '../../src/channels/settings/linkedin';
import { pinterestScopes } from '../../src/channels/settings/pins/pinterest';
import type { GooglePerson } from './google/person';
import type { LinkedinMember } from './linkedin/member';
import type { PracticeBot } from './telegram';

// Who there is on the practice networks: what each is called says whose account it is.

/** Addresses of webhooks that say whose they are. */
export const discordPath = (key: string): string => `/api/webhooks/1000000000000000000/practice_${key}`;
export const discordHook = (_: string, token: string) =>
  token.startsWith('practice_') ? { account: token.slice(9), isRight: true } : null;
export const slackPath = (key: string): string =>
  `/services/T0PRACTICE/B0PRACTICE/${key.replaceAll('-', '')}`;
export const slackAccount = (path: string): string | null => {
  const hex = /([0-9a-f]{32})$/.exec(path)?.[1];
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? null;
};

export const threadsProfile = (token: string) => (token.startsWith('practice_') ? token.slice(9) : null);

/** An account for everybody: the token says whose. */
export const instagramUser = '17841400000000000';
export const instagramAccount = (token: string) =>
  token.startsWith('practice_') ? { account: token.slice(9), user: instagramUser } : null;

/** A Page for everybody: the token says whose. */
export const pageId = '104857600000000';
export const facebookPage = (token: string) =>
  token.startsWith('practice_') ? { account: token.slice(9), page: pageId } : null;
/** Keys of an app for practice; its access tokens say whose they are. */
export const xApp = { consumerKey: 'practice', consumerSecret: 'practice', accessTokenSecret: 'practice' };
export const xKeysOf = (_: string, token: string) =>
  token.startsWith('practice_') ? { ...xApp, account: token.slice(9) } : null;

/** A person with one page, who may do everything. */
const linkedinPage = { id: '104857600', name: 'Practice' };
export const linkedinMember = (token: string): LinkedinMember | null =>
  token.startsWith('practice_')
    ? {
        ...{ account: token.slice(9), person: 'practice', pages: [linkedinPage] },
        scopes: [...linkedinScopes.organization, ...linkedinScopes.person],
      }
    : null;

/** A person who manages one location. */
const googleLocation = { id: '104857601', title: 'Practice', mayPost: true };
export const googlePerson = (token: string): GooglePerson | null =>
  token.startsWith('practice_')
    ? {
        ...{ account: token.slice(9), id: '104857600', locations: [googleLocation] },
        scopes: googleBusinessScopes,
      }
    : null;

/** An account with one board: the token says whose. */
export const pinterestUser = (token: string) =>
  token.startsWith('practice_')
    ? {
        ...{ account: token.slice(9), boards: [{ id: '549755885175', name: 'Practice' }] },
        scopes: pinterestScopes,
      }
    : null;

/** A bot that says whose it is, and the one channel that it posts to. */
export const telegramToken = (key: string): string => `1000000000:practice_${key}`;
export const telegramBot = (token: string): PracticeBot | null => {
  const account = /^\d+:practice_(.+)$/.exec(token)?.[1];
  if (account === undefined) return null;
  const chat = { id: -1_001_000_000_000, type: 'channel', title: 'Practice', username: 'practice' } as const;
  const rights = { members: 1, mayPost: true, mayDelete: true };
  return { account, name: 'practice', chats: [{ ...chat, ...rights }] };
};
