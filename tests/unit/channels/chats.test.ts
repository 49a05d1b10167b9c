import { checkCopy, isSendable } from '../../../src/channels/check-copy';
import { discordLength, discordText, readDiscordText } from '../../../src/channels/counters/chats/discord';
import { readSlackText, slackLength, slackText } from '../../../src/channels/counters/chats/slack';
import { spansOf } from '../../../src/channels/counters/spans';
import { discordLimits, discordOutcome, discordWait } from '../../../src/channels/outcomes/discord';
import { slackOutcome } from '../../../src/channels/outcomes/slack';
import type { Copy } from '../../../src/channels/schema';
import { discordSecret } from '../../../src/channels/settings/chats/discord';
import { slackSecret } from '../../../src/channels/settings/chats/slack';

const now = Date.UTC(2026, 10, 27);
const copy = (text: string, part: Partial<Copy> = {}): Copy => ({
  ...{ text, link: null, pictures: [], edited: false },
  ...part,
});

describe('a text for Discord is read there as it was written', () => {
  it.each([
    ['5*3 rolls', '5\\*3 rolls'],
    ['__New__ ~~old~~ `code`', '\\_\\_New\\_\\_ \\~\\~old\\~\\~ \\`code\\`'],
    ['||secret|| <@123> [shop](x)', '\\|\\|secret\\|\\| \\<@123> \\[shop](x)'],
    ['# Fresh\n> said\n-# small\n#bread > all', '\\# Fresh\n\\> said\n\\-# small\n#bread > all'],
    ['- rye\n1. wheat', '- rye\n1. wheat'],
    ['See https://bakery.test/a_b*c.', 'See https://bakery.test/a_b*c.'],
    ['', ''],
  ])('%j', (text, sent) => {
    expect(discordText(text)).toBe(sent);
    expect(readDiscordText(sent)).toBe(text);
  });
});

it.each([
  ['Bread & butter <3', 'Bread &amp; butter &lt;3'],
  ['a > b', 'a &gt; b'],
  ['&amp;', '&amp;amp;'],
])('A text for Slack is read there as it was written: %j', (text, sent) => {
  expect(slackText(text)).toBe(sent);
  expect(readSlackText(sent)).toBe(text);
});

describe('addresses in a text', () => {
  it('are found without the stop behind them, and nothing is lost', () => {
    const text = '(See https://a.test/x, or https://b.test.)';
    const spans = spansOf(text);
    expect(spans.filter(({ isAddress }) => isAddress).map((one) => one.text)).toEqual([
      'https://a.test/x',
      'https://b.test',
    ]);
    expect(spans.map((one) => one.text).join('')).toBe(text);
  });

  it('count as long as their tracked form may be', () => {
    const text = 'Fresh rye today.';
    for (const measure of [discordLength, slackLength]) {
      expect(measure(text, null)).toBe(16);
      expect(measure(text, 'https://bakery.test')).toBe(16 + 2 + 160);
      expect(measure(`${text} https://bakery.test`, null)).toBe(17 + 160);
    }
  });
});

describe('a copy for a chat', () => {
  it('is as long as what is sent: marks and entities count', () => {
    expect(isSendable(checkCopy('discord', copy('*'.repeat(1_000))))).toBe(true);
    expect(checkCopy('discord', copy('*'.repeat(1_001)))).toMatchObject({
      ...{ count: 2_002, limit: 2_000 },
      problems: [{ code: 'copy.too-long', values: { over: 2 } }],
    });
    expect(isSendable(checkCopy('slack', copy('&'.repeat(600))))).toBe(true);
    expect(isSendable(checkCopy('slack', copy('&'.repeat(601))))).toBe(false);
    expect(checkCopy('discord', copy('👨‍👩‍👧‍👦')).count).toBe(11);
  });

  it('needs an alt text on Slack, which refuses a picture without, and is advised one on Discord', () => {
    const pictures = [{ hash: 'a', url: '/a.png', alt: '' }];
    expect(isSendable(checkCopy('slack', copy('Rye', { pictures })))).toBe(false);
    const { problems } = checkCopy('discord', copy('Rye', { pictures }));
    expect(problems).toMatchObject([{ severity: 'warning', code: 'copy.alt-missing' }]);
  });
});

describe('refusals of Discord', () => {
  const refusal = { status: 400, code: 0, said: 'Nope', after: null, isGlobal: false };
  it.each([
    ['a hook that may not', { status: 403, code: 50_013 }, 'reauthorise', 'discord.webhook-refused'],
    ['a webhook that was deleted', { status: 404, code: 10_015 }, 'blocked', 'discord.webhook-gone'],
    ['a token that is not its own', { status: 401, code: 50_027 }, 'reauthorise', 'discord.webhook-refused'],
    ['a form that is not right', { code: 50_035, said: 'Invalid Form Body' }, 'rejected', 'discord.refused'],
    ['too heavy', { status: 413, code: 40_005 }, 'rejected', 'discord.too-large'],
    ['too many, for so long', { status: 429, after: 1_337 }, 'parked', 'discord.too-many'],
    ['too many, without an end', { status: 429 }, 'retry', 'discord.too-many'],
    ['a server that fails', { status: 502 }, 'unknown', 'discord.server-error'],
    ['a redirect', { status: 301 }, 'rejected', 'discord.redirect'],
  ] as const)('%s', (_, part, kind, code) => {
    expect(discordOutcome({ ...refusal, ...part }, 'write', now)).toMatchObject({ kind, code });
  });

  it('close the gate of the webhook, or of everything from here, until the limit begins anew', () => {
    const told = (isGlobal: boolean) =>
      discordOutcome({ ...refusal, status: 429, after: 1_337, isGlobal }, 'write', now).limits;
    expect(told(false)).toEqual([{ scope: 'account', remaining: 0, resetAt: now + 1_337 }]);
    expect(told(true)).toEqual([{ scope: 'app', remaining: 0, resetAt: now + 1_337 }]);
  });

  it('name their end in the body or in the head, in seconds with a fraction', () => {
    expect(discordWait(0.3, '7', now)).toBe(300);
    expect(discordWait(undefined, '7', now)).toBe(7_000);
    expect(discordWait(undefined, undefined, now)).toBeNull();
    expect(discordLimits({ 'x-ratelimit-remaining': '4', 'x-ratelimit-reset-after': '0.25' }, now)).toEqual([
      { scope: 'account', remaining: 4, resetAt: now + 250 },
    ]);
    expect(discordLimits({ 'x-ratelimit-remaining': '4' }, now)).toEqual([]);
    expect(discordLimits({ 'x-ratelimit-remaining': 'x', 'x-ratelimit-reset-after': '1' }, now)).toEqual([]);
  });
});

describe('refusals of Slack', () => {
  it.each([
    [404, 'no_service', 'blocked', 'slack.webhook-gone'],
    [404, '', 'blocked', 'slack.webhook-gone'],
    [404, 'channel_not_found', 'blocked', 'slack.webhook-gone'],
    [410, 'channel_is_archived', 'blocked', 'slack.channel-archived'],
    [403, 'action_prohibited', 'reauthorise', 'slack.forbidden'],
    [403, 'invalid_token', 'reauthorise', 'slack.forbidden'],
    [403, 'team_disabled', 'blocked', 'slack.webhook-gone'],
    [400, 'invalid_payload', 'rejected', 'slack.refused'],
    [400, 'no_text', 'rejected', 'slack.refused'],
    [500, 'rollup_error', 'unknown', 'slack.server-error'],
    [302, '', 'rejected', 'slack.redirect'],
    [429, '', 'retry', 'slack.too-many'],
  ] as const)('%i %s', (status, word, kind, code) => {
    expect(slackOutcome({ status, word, retryAfter: undefined }, 'write', now)).toMatchObject({ kind, code });
  });

  it('say when to go on', () => {
    expect(slackOutcome({ status: 429, word: '', retryAfter: '30' }, 'write', now)).toMatchObject({
      ...{ kind: 'parked', until: now + 30_000 },
      limits: [{ scope: 'account', remaining: 0, resetAt: now + 30_000 }],
    });
  });
});

describe('the address of a webhook', () => {
  const token = 'a'.repeat(68);
  it.each([
    [`https://discord.com/api/webhooks/123456789012345678/${token}`, true],
    [`https://ptb.discord.com/api/v10/webhooks/123456789012345678/${token}`, true],
    ['https://discord.com/api/webhooks/123456789012345678', false],
    [`https://discord.com/channels/123456789012345678/${token}`, false],
    [`ftp://discord.com/api/webhooks/123456789012345678/${token}`, false],
  ])('of Discord: %s %s', (webhookUrl, isOne) => {
    expect(discordSecret.safeParse({ webhookUrl }).success).toBe(isOne);
  });
  it.each([
    ['https://hooks.slack.com/services/T000/B000/XXXXXXXXXXXXXXXXXXXXXXXX', true],
    ['https://hooks.slack.com/services/T000/B000', false],
    ['https://bakery.slack.com/archives/C000', false],
  ])('of Slack: %s %s', (webhookUrl, isOne) => {
    expect(slackSecret.safeParse({ webhookUrl }).success).toBe(isOne);
  });
});
