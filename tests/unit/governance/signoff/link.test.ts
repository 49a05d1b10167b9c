import { missingIn, postedOf } from '../../../../src/governance/signoff/answer';
import {
  canApprove,
  guestPrincipals,
  guestsOf,
  seatAddresses,
} from '../../../../src/governance/signoff/holder';
import { rateLimit } from '../../../../src/governance/signoff/limit';
import { progressOf, refusalOf, stateOf } from '../../../../src/governance/signoff/link';
import { askRequest, signOffPeople } from '../../../../src/governance/signoff/schema';
import {
  isPressable,
  linkToken,
  pageToken,
  readLinkToken,
  readPageToken,
} from '../../../../src/governance/signoff/token';
import { leftText, momentText, signOffWords, versionText } from '../../../../src/governance/signoff/words';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import type { Workflow } from '../../../../src/governance/workflow/schema';
import { tokensOf } from '../../../../src/shared/token';

const noon = Date.UTC(2026, 5, 1, 12);
const hour = 3_600_000;

describe('a link for sign-off', () => {
  it.each([
    ['is open until its time', { end: null, expiresAt: noon + 1 }, 'open', null],
    ['is late from its time on', { end: null, expiresAt: noon }, 'expired', 'late'],
    [
      'stays late where the clock was set back afterwards',
      { end: 'expired', expiresAt: noon + hour },
      'expired',
      'late',
    ],
    ['is used up by an approval', { end: 'approve', expiresAt: noon + hour }, 'approve', 'reused'],
    [
      'is used up by a wish for changes',
      { end: 'request-changes', expiresAt: noon - hour },
      'request-changes',
      'reused',
    ],
    ['opens nothing once taken back', { end: 'revoked', expiresAt: noon + hour }, 'revoked', 'revoked'],
    ['opens nothing once others decided', { end: 'settled', expiresAt: noon + hour }, 'settled', 'revoked'],
    [
      'opens nothing once the entry was withdrawn',
      { end: 'withdrawn', expiresAt: noon + hour },
      'withdrawn',
      'revoked',
    ],
  ] as const)('%s', (_, facts, state, refusal) => {
    expect(stateOf(facts, noon)).toBe(state);
    expect(refusalOf(stateOf(facts, noon))).toBe(refusal);
  });

  const fresh = {
    end: null,
    endedAt: null,
    expiresAt: noon + hour,
    openedAt: null,
    askedAt: noon - hour,
    mail: 'queued',
  } as const;
  it.each([
    ['waits for its mail', {}, 'queued', noon - hour],
    ['is being sent', { mail: 'sending' }, 'queued', noon - hour],
    ['was sent', { mail: 'sent' }, 'sent', noon - hour],
    ['could not be sent', { mail: 'failed' }, 'failed', noon - hour],
    ['may have arrived', { mail: 'unknown' }, 'unknown', noon - hour],
    ['was opened', { mail: 'sent', openedAt: noon - 5 }, 'opened', noon - 5],
    [
      'was answered',
      { mail: 'sent', openedAt: noon - 5, end: 'approve', endedAt: noon - 2 },
      'approve',
      noon - 2,
    ],
    ['ran out', { mail: 'sent', openedAt: noon - 5, expiresAt: noon - 3 }, 'expired', noon - 3],
  ] as const)('the list says when it %s', (_, change, state, at) => {
    expect(progressOf({ ...fresh, ...change }, noon)).toEqual({ state, at });
  });
});

describe('the tokens of links and pages', () => {
  const [tokens, others] = [tokensOf(['one secret']), tokensOf(['another secret'])];
  const link = { key: 'k1', secret: 's1' };
  const page = {
    link: 'k1',
    seal: 'a'.repeat(64),
    copies: [
      { key: 'p1', seal: 'b' },
      { key: 'p2', seal: 'c' },
    ],
    at: noon,
  };

  it('come back as they were given', () => {
    expect(readLinkToken(tokens, linkToken(tokens, link))).toEqual(link);
    expect(readPageToken(tokens, pageToken(tokens, page))).toEqual(page);
    expect(readPageToken(tokens, pageToken(tokens, { ...page, copies: [] }))).toEqual({
      ...page,
      copies: [],
    });
  });

  it.each([
    ['nothing', ''],
    ['what somebody made up', 'Zm9yZ2Vk'],
    ['a token of another installation', linkToken(others, link)],
    ['the token of a page', pageToken(tokens, page)],
    ['a token that was cut short', linkToken(tokens, link).slice(0, -1)],
    ['one for something else', tokens.sign('confirm', ['k1', 's1'])],
  ])('%s opens no link', (_, token) => expect(readLinkToken(tokens, token)).toBeNull());

  it('a link is no page', () => expect(readPageToken(tokens, linkToken(tokens, link))).toBeNull());

  it.each([
    ['a person who looked', page, 'k1', noon + 1_000, true],
    ['a program that presses at once', page, 'k1', noon + 999, false],
    ['a page that stood open for a day', page, 'k1', noon + 24 * hour + 1, false],
    ['the page of another link', page, 'k2', noon + 5_000, false],
    ['a form without a page', null, 'k1', noon, false],
    ['a page from the future', page, 'k1', noon - hour, false],
  ])('%s', (_, shown, key, now, isPerson) => expect(isPressable(shown, key, now)).toBe(isPerson));
});

describe('an answer', () => {
  const action = { checklist: ['Prices are right', 'Allergens are named'], comment: 'optional' } as const;
  it.each([
    [
      'an approval with everything ticked',
      { decision: 'approve', confirm: 'yes', checklist: action.checklist },
      [],
    ],
    ['an approval without the tick', { decision: 'approve', checklist: action.checklist }, ['confirm']],
    [
      'an approval with a point open',
      { decision: 'approve', confirm: 'yes', checklist: 'Prices are right' },
      ['checklist'],
    ],
    [
      'a wish for changes without words',
      { decision: 'request-changes', checklist: action.checklist, comment: '  ' },
      ['comment'],
    ],
    ['a comment without words', { decision: 'comment' }, ['comment']],
    ['a comment', { decision: 'comment', comment: 'Nice' }, []],
    ['a form that no button sent', { confirm: 'yes', comment: 'x' }, ['decision']],
    ['a made-up decision', { decision: 'publish', comment: 'x' }, ['decision']],
    ['no form at all', 'text', ['decision']],
  ])('%s', (_, body, missing) => expect(missingIn(postedOf(body), action)).toEqual(missing));

  it('keeps the words of the form', () => {
    expect(
      postedOf({ page: 'p', decision: 'comment', comment: ' one\r\ntwo ', checklist: ['a', 'b'] }),
    ).toEqual({
      page: 'p',
      decision: 'comment',
      confirm: null,
      comment: 'one\ntwo',
      checklist: ['a', 'b'],
    });
    expect(postedOf({ decision: 'comment', comment: ['a', 'b'], checklist: { a: 1 } }).comment).toBe('');
  });
});

describe('who a link counts as', () => {
  const owner = { email: 'rosa@bakery.test' };
  const own: Workflow = {
    ...standardWorkflow,
    transitions: standardWorkflow.transitions.map((one) =>
      one.decision === 'approve'
        ? {
            ...one,
            who: ['guest:Law@firm.test', 'role:editor'],
            needs: [{ count: 1, of: ['guest:law@firm.test'] }],
          }
        : one,
    ),
  };
  it.each([
    ['somebody on the list, in the standard workflow', 'rosa@bakery.test', standardWorkflow, true],
    ['an address of an editor’s own', 'emil@home.test', standardWorkflow, false],
    ['somebody on the list, where the workflow names others', 'rosa@bakery.test', own, false],
  ])('%s', (_, email, workflow, counts) =>
    expect(canApprove(guestPrincipals(email, [owner]), workflow)).toBe(counts),
  );
  it('knows the guests that a workflow names, each once', () =>
    expect(guestsOf(own)).toEqual(['law@firm.test']));
  it('looks for a seat under the address without what follows a plus, too', () => {
    expect(seatAddresses('Rosa+mail@bakery.test')).toEqual(['rosa+mail@bakery.test', 'rosa@bakery.test']);
    expect(seatAddresses('rosa@bakery.test')).toEqual(['rosa@bakery.test']);
  });
});

describe('what is asked for', () => {
  const entry = { uid: 'api::article.article', documentId: 'abc', locale: 'en' };
  const good = { entry, name: 'Rosa', email: 'Rosa@Bakery.test', language: 'de' };
  it('has a week and no message unless it says otherwise', () =>
    expect(askRequest.parse(good)).toMatchObject({ days: 7, message: '', email: 'rosa@bakery.test' }));
  it.each([
    ['an address that is none', { email: 'rosa' }],
    ['a name over two lines', { name: 'Rosa\nBcc: all@x.test' }],
    ['a language that we do not speak', { language: 'fr' }],
    ['a link for ever', { days: 1_000 }],
    ['no time at all', { days: 0 }],
  ])('refuses %s', (_, change) => expect(askRequest.safeParse({ ...good, ...change }).success).toBe(false));
  it('names nobody twice on the list', () => {
    const rosa = { name: 'Rosa', email: 'rosa@bakery.test', language: 'en' };
    expect(signOffPeople.safeParse({ people: [rosa, { ...rosa, email: 'ROSA@bakery.test' }] }).success).toBe(
      false,
    );
  });
});

describe('the words', () => {
  it.each([
    [7 * 24 * hour - 1, 'en', '7 days'],
    [47 * hour, 'en', '47 hours'],
    [hour, 'de', '1 Stunde'],
    [hour - 1, 'de', 'weniger als eine Stunde'],
    [48 * hour, 'de', '2 Tage'],
  ])('%d ms in %s: %s', (left, language, text) => expect(leftText(left, signOffWords(language))).toBe(text));
  it('speak German to every German reader and English to the rest', () => {
    expect(['de', 'de-AT', 'en', 'fr'].map((tag) => signOffWords(tag).lang)).toEqual([
      'de',
      'de',
      'en',
      'en',
    ]);
  });
  it('name a time in the zone of the business, and a version in ten letters', () => {
    expect(momentText(noon, 'de', 'Europe/Berlin')).toContain('14:00');
    expect(versionText(`3f9ab12c7d${'0'.repeat(54)}`)).toBe('3F9AB-12C7D');
  });
});

describe('the limit', () => {
  it('lets through so many in its window, and again afterwards', () => {
    const limit = rateLimit({ times: 2, within: 1_000 });
    expect([0, 1, 2].map((at) => limit.take('a', at))).toEqual([true, true, false]);
    expect([limit.allows('a', 3), limit.allows('b', 3), limit.allows('a', 1_000)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
