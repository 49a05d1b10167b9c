import { mostAttempts, nextTryAfter, verdictOf, type Handover } from '../../../src/audience/verdict';

const at = (step: Handover['step'], code: number | null, reply = '', handedOver = false): Handover => ({
  step,
  code,
  reply,
  handedOver,
});

describe('what one answer of the mail server means', () => {
  it.each<[string, Handover, string, boolean, string | null]>([
    ['recipient unknown', at('recipient', 550, '550 5.1.1 no such user'), 'refused', true, null],
    ['recipient unknown, old server', at('recipient', 550, '550 no'), 'refused', true, null],
    ['mailbox full', at('recipient', 552, '552 5.2.2 over quota'), 'refused', false, null],
    ['sender not trusted there', at('recipient', 550, '550 5.7.1 blocked'), 'refused', false, null],
    ['grey-listed', at('recipient', 451, '451 4.7.1 later'), 'retry', false, null],
    ['content refused', at('content', 554, '554 5.7.1 spam'), 'refused', false, null],
    ['content refused for now', at('content', 452, '452 4.3.1 full'), 'retry', false, null],
    [
      'an address the transport will not take',
      at('recipient', null, 'Invalid recipient'),
      'refused',
      false,
      null,
    ],
    ['wrong password', at('login', 535, '535 5.7.8 no'), 'queued', false, 'credentials'],
    ['login not possible now', at('login', 454, '454 4.7.0 later'), 'queued', false, 'unreachable'],
    ['login demanded', at('sender', 530, '530 5.7.0 login first'), 'queued', false, 'credentials'],
    ['sender refused', at('sender', 550, '550 5.7.1 not yours'), 'queued', false, 'sender'],
    ['server closes', at('recipient', 421, '421 4.3.2 bye'), 'queued', false, 'unreachable'],
    ['nobody answers', at('connect', null, 'ECONNREFUSED'), 'queued', false, 'unreachable'],
    ['an address that is not called', at('address', null, 'is private'), 'queued', false, 'address'],
    ['cut before the mail', at('connect', null, 'closed'), 'queued', false, 'unreachable'],
    ['cut after the mail', at('connect', null, 'closed', true), 'unknown', false, null],
  ])('%s', (_, handover, row, bounced, stop) =>
    expect(verdictOf(handover, 1, 'hold')).toEqual({ row, bounced, stop }),
  );

  it('a mail in doubt goes out again only where the business said so', () => {
    const cut = at('connect', null, 'closed', true);
    expect(verdictOf(cut, 1, 'resend').row).toBe('retry');
    expect(verdictOf(cut, mostAttempts, 'resend').row).toBe('unknown');
  });

  it('"not now" counts as a no in the end, without calling the address dead', () => {
    expect(verdictOf(at('recipient', 451), mostAttempts, 'hold')).toEqual({
      row: 'refused',
      bounced: false,
      stop: null,
    });
  });

  it('waits longer each time, an hour at most', () => {
    expect([1, 2, 3, 4, 5].map((attempt) => nextTryAfter(attempt) / 60_000)).toEqual([1, 5, 25, 60, 60]);
  });
});
