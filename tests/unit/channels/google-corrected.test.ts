import { googleBusiness } from '../../../server/channels/google/google-business';
import { googlePractice } from '../../../server/practice/google';
import { inside } from '../../../server/practice/inside';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import type { OutgoingRequest } from '../../../server/http/outgoing';
import type { Account, Delivery } from '../../../src/channels/channel';
import { googleBusinessScopes } from '../../../src/channels/settings/google/business';

const start = Date.UTC(2026, 10, 27);

async function posted() {
  const shelf = memoryShelf();
  const time = { now: start };
  const now = () => time.now;
  const person = {
    ...{ account: 'rosa', id: '7', scopes: googleBusinessScopes },
    locations: [{ id: '11', title: 'Bakery', mayPost: true }],
  };
  const network = googlePractice({ shelf, personOf: () => person, now });
  const http = inside(
    practiceWorld({ networks: [network], now, sleep: async () => undefined }),
    'google-business',
  );
  const requests: OutgoingRequest[] = [];
  const adapter = googleBusiness({
    http: {
      send(request) {
        requests.push(request);
        return http.send(request);
      },
    },
    served: async () => ({ url: 'https://cms.bakery.test/a.jpg' }),
    sleep: async (ms) => void (time.now += ms),
    now,
  });
  const account: Account = {
    ...{ key: 'k', kind: 'google-business', name: 'Google', settings: {}, secret: { accessToken: 'token' } },
  };
  const sent: Delivery = {
    ...{
      publication: 'p',
      attempt: 1,
      campaign: 'c',
      seal: 's',
      pageUrl: null,
      createdAt: start,
      dueAt: start,
    },
    entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
    copy: { text: 'Rye on Saterday', link: 'https://bakery.test/rye', pictures: [], edited: false },
    track: async (url) => `${url}/tracked`,
    beat: async () => true,
  };
  const outcome = await adapter.deliver(account, sent);
  if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
  const correct = (text: string) =>
    adapter.correct?.(account, {
      ...{ ...sent, remoteId: outcome.remoteId, url: outcome.url },
      copy: { ...sent.copy, text },
    });
  const words = async () => (await shelf.list({ limit: 1 }))[0]?.text;
  return { correct, words, requests, http, remoteId: outcome.remoteId };
}

describe('a post on Google that is corrected', () => {
  it('changes its words and nothing else, by the mask that says so', async () => {
    const { correct, words, requests } = await posted();
    expect(await correct('Rye on Saturday')).toMatchObject({
      kind: 'corrected',
      sent: { bytes: expect.any(Number) },
    });
    const patch = requests.find(({ method }) => method === 'PATCH');
    expect(new URL(patch?.url ?? '').search).toBe('?updateMask=summary');
    expect(JSON.parse(String(patch?.body))).toEqual({ summary: 'Rye on Saturday' });
    expect(await words()).toBe('Rye on Saturday');
  });

  it('is told to be down where Google does not show the new words', async () => {
    const { correct } = await posted();
    expect(await correct('Rye, call 030 1234567')).toMatchObject({
      kind: 'kept',
      code: 'google.rejected',
      message: expect.stringContaining('shows the post no more'),
    });
    expect(await correct('Rye on Saturday')).toMatchObject({ kind: 'corrected' });
  });

  it.each([
    ['without a mask', '', { summary: 'Rye' }],
    ['with another mask', '?updateMask=summary,media', { summary: 'Rye' }],
    ['with more than the words', '?updateMask=summary', { summary: 'Rye', topicType: 'STANDARD' }],
    ['with words that are too long', '?updateMask=summary', { summary: 'R'.repeat(1_501) }],
  ])('is refused by the practice network %s', async (_, query, body) => {
    const { http, words, remoteId } = await posted();
    const answer = await http.send({
      ...{ method: 'PATCH', url: `https://mybusiness.googleapis.com/v4/${remoteId}${query}` },
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer).toMatchObject({ kind: 'answered', status: 400 });
    expect(await words()).toBe('Rye on Saterday');
  });
});
