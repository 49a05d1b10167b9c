import { dropReasonOf, openDropReasonOf, readerOf, type Caller } from '../../../src/engagement/drop';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const person: Caller = {
  method: 'GET',
  userAgent: firefox,
  purpose: null,
  globalPrivacyControl: null,
  doNotTrack: null,
};

describe('what does not count as a touch of a person', () => {
  const cases: [what: string, caller: Partial<Caller>, reason: string | null][] = [
    ['a browser', {}, null],
    ['a HEAD request', { method: 'HEAD' }, 'head-request'],
    ['Global Privacy Control', { globalPrivacyControl: '1' }, 'privacy-signal'],
    ['Do Not Track', { doNotTrack: '1' }, 'privacy-signal'],
    ['an explicit consent to tracking', { doNotTrack: '0' }, null],
    ['a prefetch', { purpose: 'prefetch;prerender' }, 'prefetch'],
    ['no user agent', { userAgent: null }, 'no-user-agent'],
    ['an empty user agent', { userAgent: ' ' }, 'no-user-agent'],
    [
      'Googlebot',
      { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      'bot',
    ],
    ['curl', { userAgent: 'curl/8.5.0' }, 'bot'],
    ['a link preview', { userAgent: 'facebookexternalhit/1.1' }, 'bot'],
    ['a bot that asks not to be tracked', { userAgent: 'curl/8.5.0', doNotTrack: '1' }, 'privacy-signal'],
  ];
  it.each(cases)('%s', (_what, caller, reason) => {
    expect(dropReasonOf({ ...person, ...caller })).toBe(reason);
  });
});

describe('who fetched the picture of a mail', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
      'proxy-gmail',
    ],
    ['YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html', 'proxy-yahoo'],
    ['Mozilla/5.0', 'proxy-apple'],
    [firefox, 'reader'],
    ['Thunderbird/140.0', 'reader'],
  ])('%s → %s', (userAgent, reader) => {
    expect(readerOf(userAgent)).toBe(reader);
  });
});

describe('the opening of a mail', () => {
  it.each([
    ['Mozilla/5.0', null],
    ['Mozilla/5.0 (via ggpht.com GoogleImageProxy)', null],
    ['curl/8.5.0', 'bot'],
  ])('by %s is dropped as %s', (userAgent, reason) => {
    expect(openDropReasonOf({ ...person, userAgent })).toBe(reason);
  });
});
