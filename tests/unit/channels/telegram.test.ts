import { checkCopy, isSendable } from '../../../src/channels/check-copy';
import { telegramLength } from '../../../src/channels/counters/chats/telegram';
import { deriveCopy } from '../../../src/channels/derive-copy';
import { telegramOutcome, undeleted } from '../../../src/channels/outcomes/telegram';
import { telegramId, telegramMessages, telegramUrl } from '../../../src/channels/remote-ids/telegram';
import type { Copy } from '../../../src/channels/schema';
import { telegramSecret, telegramSettings } from '../../../src/channels/settings/chats/telegram';
import type { EntryContent } from '../../../src/content/schema';

const now = Date.UTC(2026, 10, 27);
const picture = { hash: 'a', url: '/a.png', alt: '' };
const copy = (text: string, part: Partial<Copy> = {}): Copy => ({
  ...{ text, link: null, pictures: [], edited: false },
  ...part,
});

describe('refusals of Telegram', () => {
  const refusal = { code: 400, description: '', after: null, movedTo: null };
  it.each([
    [
      'a token that is not its own',
      { code: 401, description: 'Unauthorized' },
      'reauthorise',
      'token-refused',
    ],
    ['a token of no form', { code: 404, description: 'Not Found' }, 'reauthorise', 'token-refused'],
    [
      'a bot that was thrown out',
      { code: 403, description: 'Forbidden: bot was kicked from the channel chat' },
      'blocked',
      'may-not-post',
    ],
    [
      'a bot that is no member',
      { code: 403, description: 'Forbidden: bot is not a member of the channel chat' },
      'blocked',
      'may-not-post',
    ],
    [
      'a bot that may not post',
      { description: 'Bad Request: need administrator rights in the channel chat' },
      'blocked',
      'may-not-post',
    ],
    [
      'a group without the right to send photos',
      { description: 'Bad Request: not enough rights to send photos to the chat' },
      'blocked',
      'may-not-post',
    ],
    ['a chat that is not there', { description: 'Bad Request: chat not found' }, 'blocked', 'no-chat'],
    [
      'entities that cannot be read',
      { description: "Bad Request: can't parse entities: unsupported start tag" },
      'rejected',
      'refused',
    ],
    ['too long a text', { description: 'Bad Request: message is too long' }, 'rejected', 'too-long'],
    [
      'too long a caption',
      { description: 'Bad Request: message caption is too long' },
      'rejected',
      'too-long',
    ],
    [
      'a picture that is none',
      { description: 'Bad Request: IMAGE_PROCESS_FAILED' },
      'rejected',
      'picture-refused',
    ],
    [
      'a picture of an album that is none',
      { description: 'Bad Request: failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"' },
      'rejected',
      'picture-refused',
    ],
    [
      'an album where no photos may be sent any more',
      {
        description:
          'Bad Request: failed to send message #1 with the error message "CHAT_SEND_PHOTOS_FORBIDDEN"',
      },
      'blocked',
      'may-not-post',
    ],
    [
      'an album for a reason that nobody knows',
      { description: 'Bad Request: failed to send message #1 with the error message "SOMETHING_NEW"' },
      'rejected',
      'refused',
    ],
    ['too heavy', { code: 413, description: 'Request Entity Too Large' }, 'rejected', 'picture-refused'],
    ['a group that became a supergroup', { movedTo: -1_001_234_567_890 }, 'blocked', 'moved'],
    ['too many, for so long', { code: 429, after: 5_000 }, 'parked', 'too-many'],
    ['too many, without an end', { code: 429 }, 'retry', 'too-many'],
    ['a server that fails', { code: 502, description: 'Bad Gateway' }, 'unknown', 'server-error'],
    ['a redirect', { code: 307 }, 'rejected', 'redirect'],
    // A sentence that only holds a known one is another sentence.
    ['an unknown sentence', { description: 'Bad Request: chat not found in cache' }, 'rejected', 'refused'],
  ] as const)('%s', (_, part, kind, code) => {
    const outcome = telegramOutcome({ ...refusal, ...part }, 'write', now);
    expect(outcome).toMatchObject({ kind, code: `telegram.${code}`, message: expect.stringMatching(/\.$/) });
  });

  it('while only something was read are tried again', () => {
    expect(telegramOutcome({ ...refusal, code: 500 }, 'read', now)).toMatchObject({ kind: 'retry' });
  });

  it('close the gate of the chat until Telegram takes messages again', () => {
    expect(telegramOutcome({ ...refusal, code: 429, after: 5_000 }, 'write', now)).toMatchObject({
      ...{ kind: 'parked', until: now + 5_000 },
      limits: [{ scope: 'account', remaining: 0, resetAt: now + 5_000 }],
    });
  });

  it('name the number that a person has to enter', () => {
    const { message = '' } = telegramOutcome({ ...refusal, movedTo: -1_009 }, 'read', now) as {
      message?: string;
    };
    expect(message).toContain('enter -1009 as the chat');
  });

  it.each([
    ['Bad Request: message to delete not found', 'not-there'],
    ["Bad Request: message can't be deleted", 'not-deletable'],
    ["Bad Request: message can't be deleted for everyone", 'not-deletable'],
    ['Bad Request: chat not found', null],
  ] as const)('to delete: %s', (description, said) => {
    expect(undeleted({ ...refusal, description })).toBe(said);
  });
});

describe('a copy for Telegram', () => {
  it('has 4,096 characters alone and 1,024 beside pictures, and says so', () => {
    expect(checkCopy('telegram', copy('x'.repeat(4_096)))).toMatchObject({ limit: 4_096, problems: [] });
    expect(checkCopy('telegram', copy('x'.repeat(4_097))).problems).toMatchObject([
      { code: 'copy.too-long' },
    ]);
    const pictures = [picture];
    expect(checkCopy('telegram', copy('x'.repeat(1_024), { pictures }))).toMatchObject({
      ...{ limit: 1_024, problems: [] },
    });
    expect(checkCopy('telegram', copy('x'.repeat(1_025), { pictures })).problems).toMatchObject([
      {
        code: 'copy.too-long-with-pictures',
        values: { channel: 'Telegram', length: 1_025, max: 1_024, alone: 4_096 },
      },
    ]);
    expect(checkCopy('telegram', copy('x'.repeat(4_097), { pictures })).problems).toMatchObject([
      { code: 'copy.too-long', values: { over: 3_073 } },
    ]);
  });

  it('counts what is sent: the address of the page has its room, an emoji its UTF-16 units', () => {
    expect(telegramLength('Rye', 'https://bakery.test')).toBe(3 + 2 + 160);
    expect(telegramLength('👨‍👩‍👧‍👦', null)).toBe(11);
  });

  it('needs no alt text: a photo has no place for one', () => {
    expect(checkCopy('telegram', copy('Rye', { pictures: [picture] })).problems).toEqual([]);
  });

  it('takes ten pictures', () => {
    const many = (count: number) => copy('Rye', { pictures: Array.from({ length: count }, () => picture) });
    expect(isSendable(checkCopy('telegram', many(10)))).toBe(true);
    expect(isSendable(checkCopy('telegram', many(11)))).toBe(false);
  });

  it('is derived no longer than its pictures leave room', () => {
    const cover = { hash: 'a', url: '/a.png', alt: 'Loaves' };
    const content = (roles: object) =>
      ({ locale: 'en', texts: [], pictures: [], roles }) as unknown as EntryContent;
    const roles = { title: 'Rye', summary: 'Fresh from the oven. '.repeat(200) };
    const alone = deriveCopy('telegram', content(roles), 'https://bakery.test');
    const beside = deriveCopy('telegram', content({ ...roles, cover }), 'https://bakery.test');
    expect(beside.pictures).toHaveLength(1);
    expect(beside.text.length).toBeLessThan(1_024 - 160);
    expect(alone.text.length).toBeGreaterThan(3_000);
    for (const one of [alone, beside]) expect(isSendable(checkCopy('telegram', one))).toBe(true);
  });
});

describe('what a post is called', () => {
  it.each([
    [[7], '-100123/7'],
    [[7, 8, 9], '-100123/7..9'],
    [[7, 9], '-100123/7,9'],
  ])('%j: %s', (ids, id) => {
    expect(telegramId(-100_123, ids)).toBe(id);
    expect(telegramMessages(id)).toEqual({ chat: '-100123', ids });
  });
  it.each(['', 'x', '-100123/', '-100123/9..7', '-100123/1..400', '-100123/1.5', '@bakery/7'])(
    'is not %j',
    (id) => {
      expect(telegramMessages(id)).toBeNull();
    },
  );
  it.each([
    ['a public channel', { id: -1_001_234, type: 'channel', username: 'bakery' }, 'https://t.me/bakery/7'],
    ['a private channel', { id: -1_001_234, type: 'channel' }, 'https://t.me/c/1234/7'],
    ['a private supergroup', { id: -1_001_234, type: 'supergroup' }, 'https://t.me/c/1234/7'],
    ['a group', { id: -1_234, type: 'group' }, null],
    ['a person', { id: 1_234, type: 'private', username: 'anna' }, null],
  ])('is read on the web: %s', (_, chat, url) => {
    expect(telegramUrl(chat, 7)).toBe(url);
  });
});

describe('the settings of a channel', () => {
  it.each([
    ['@bakery', true],
    ['-1001234567890', true],
    [' @bakery_news ', true],
    ['bakery', false],
    ['https://t.me/bakery', false],
    ['@b', false],
  ])('chat %j: %s', (chatId, isOne) => {
    expect(telegramSettings.safeParse({ chatId }).success).toBe(isOne);
  });
  it.each([
    [`110201543:${'A'.repeat(35)}`, true],
    ['110201543', false],
    [`110201543:${'A'.repeat(30)}/x`, false],
  ])('token %j: %s', (botToken, isOne) => {
    expect(telegramSecret.safeParse({ botToken }).success).toBe(isOne);
  });
});
