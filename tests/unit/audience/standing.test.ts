import type { Contact } from '../../../src/audience/schema';
import { askAgainAfter, isToBeAsked, stateOf } from '../../../src/audience/standing';

const contact = (facts: Partial<Contact> = {}): Contact => ({
  key: 'k',
  email: 'a@b.test',
  name: '',
  locale: 'en',
  source: 'footer',
  created_at: 0,
  asked_at: null,
  confirmed_at: null,
  unsubscribed_at: null,
  bounced_at: null,
  bounce_reply: '',
  ...facts,
});

it.each([
  ['gave an address', {}, 'pending'],
  ['confirmed', { confirmed_at: 1 }, 'subscribed'],
  ['confirmed and left', { confirmed_at: 1, unsubscribed_at: 2 }, 'unsubscribed'],
  ['confirmed, then the address died', { confirmed_at: 1, bounced_at: 2 }, 'bounced'],
  ['left, and the address died too', { confirmed_at: 1, bounced_at: 2, unsubscribed_at: 3 }, 'unsubscribed'],
])('a person who %s is %j → %s', (_, facts, state) => expect(stateOf(contact(facts))).toBe(state));

describe('a confirmation mail goes out', () => {
  const now = 10 * askAgainAfter;
  it.each([
    ['to a new person', null, true],
    ['to a person whose mail could not be sent', contact(), true],
    ['to a person asked an hour ago', contact({ asked_at: now - askAgainAfter }), true],
    [
      'to a person who left and comes back',
      contact({ confirmed_at: 1, unsubscribed_at: 2, asked_at: 1 }),
      true,
    ],
    ['to a person whose address died', contact({ confirmed_at: 1, bounced_at: 2, asked_at: 1 }), true],
    ['never to a subscriber', contact({ confirmed_at: 1 }), false],
    ['not twice within the hour', contact({ asked_at: now - askAgainAfter + 1 }), false],
  ])('%s', (_, person, expected) => expect(isToBeAsked(person, now)).toBe(expected));
});
