import { slackPractice } from '../../../server/practice/slack';
import { slackText } from '../../../src/channels/counters/chats/slack';
import { memoryShelf } from '../../../server/practice/shelf';
import { practice } from '../../../server/services/practice';
import type { PracticeStore } from '../../../server/stores/practice';

const address = 'https://cms.test/uploads/loaf.jpg';
const body = (blocks: readonly object[]) =>
  Buffer.from(JSON.stringify({ text: 'Fresh rye', blocks }), 'utf8');
const request = (blocks: readonly object[]) => ({
  method: 'POST',
  url: new URL('https://practice.invalid/services/T0/B0/12345678'),
  headers: { 'content-type': 'application/json' },
  body: body(blocks),
});
const image = { type: 'image', image_url: address, alt_text: 'A loaf' };

describe('a message for practice on Slack', () => {
  const shelf = memoryShelf();
  const network = slackPractice({ shelf, accountOf: () => 'staff', now: () => 1 });

  it('is shown with its picture, from where Slack would load it', async () => {
    expect((await network.answer(request([image]), {})).body).toBe('ok');
    const items = [...(await shelf.list({ limit: 10 }))];
    const store = { shelf, page: async () => ({ items, page: 1, pageSize: 10, total: 1 }) };
    const shown = practice({
      store: store as unknown as PracticeStore,
      channelNames: async () => [{ key: 'staff', name: 'Staff room' }],
      absolute: async (url) => url,
      now: () => 1,
    });
    expect((await shown.page(null, 1, 10)).items).toMatchObject([
      { kind: 'slack', text: 'Fresh rye', pictures: [{ src: address, alt: 'A loaf' }] },
    ]);
  });

  it('is read as people read it, without the escapes that Slack asks for', async () => {
    const text = slackText('Lindner & Daughters: rye < 5 €, &amp; no more');
    await network.answer(request([{ type: 'section', text: { type: 'mrkdwn', text } }]), {});
    const [newest] = await shelf.list({ limit: 1 });
    expect(newest?.text).toBe('Lindner & Daughters: rye < 5 €, &amp; no more');
  });

  it.each([
    ['a picture without alt text', [{ ...image, alt_text: '' }], 'invalid_blocks'],
    ['an address that is none', [{ ...image, image_url: 'loaf.jpg' }], 'invalid_blocks'],
    ['a field that Slack does not know', [{ ...image, title_text: 'x' }], 'invalid_blocks'],
  ])('is refused with %s', async (_, blocks, word) => {
    expect(await network.answer(request(blocks), {})).toMatchObject({ status: 400, body: word });
  });
});
