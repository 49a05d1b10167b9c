import { noticesOn } from '../board.mjs';
import { expect } from '../lines.mjs';
import { until } from '../wait.mjs';
import { networks } from './kinds.mjs';
import { practicePage } from './page.mjs';

const reason = 'The oven is being repaired, the class moves.';

/** The whole campaign is taken back. What its receipts say is compared with what is left to see. */
export async function takeItBack(print, bakery, subject, { key, entry, page, posts }) {
  const { site, rosa, channels, bluesky, shop, mail, receiver } = bakery;
  const practice = practicePage(bakery);
  const { title } = subject.article;

  await print.step('The oven breaks, and Rosa takes the whole campaign back', async () => {
    await rosa.post(`/presence/campaigns/${key}/recall`, { reason });
    return reason;
  });
  /** The receipt of one channel, once there is one. */
  const receiptOf = (kind) =>
    until(
      `the receipt of ${kind}`,
      async () => {
        const { publications } = await rosa.get(`/presence/campaigns/${key}`);
        const { recall, state } = publications.find(({ channel }) => channel === channels[kind]);
        return recall && recall.state !== 'waiting' && { ...recall, publication: state };
      },
      { within: 30_000 },
    );
  const compare = (name, kind, { state, isGone }, look) =>
    print.verify(`${name}: the receipt says what is left`, async () => {
      const receipt = await receiptOf(kind);
      expect(receipt.state === state, `it says ${receipt.state}: ${receipt.message}`);
      expect((receipt.publication === 'recalled') === isGone, `the publication is ${receipt.publication}`);
      await look(receipt);
      return `${receipt.state}, ${receipt.message}`;
    });

  await compare('Website', 'website', { state: 'recalled', isGone: true }, () =>
    until('the page to answer 404', async () => (await fetch(page)).status === 404, { within: 90_000 }),
  );
  for (const { kind, name, deletes } of networks)
    await compare(
      name,
      kind,
      { state: deletes ? 'recalled' : 'kept', isGone: deletes },
      async ({ message }) => {
        const isThere = (await practice.posts(kind)).some(({ id }) => id === posts[kind]?.id);
        expect(isThere === !deletes, isThere ? 'the post is still there' : 'the post is gone');
        expect(deletes || message.includes('by hand'), `it does not say what to do: ${message}`);
      },
    );
  await compare('Bluesky', 'bluesky', { state: 'recalled', isGone: true }, async () => {
    const left = (await bluesky.posts(shop.did)).filter(({ value }) => JSON.stringify(value).includes(title));
    expect(left.length === 0, 'the post is still there');
  });
  await compare('Shop window', 'board', { state: 'recalled', isGone: true }, async () => {
    const left = await noticesOn(site, title);
    expect(left.length === 0, 'the notice still hangs there');
  });
  await compare('The Friday letter', 'email', { state: 'kept', isGone: false }, async () => {
    const letters = (await mail.list()).filter(({ subject: line }) => line === title);
    expect(letters.length === 40, `${letters.length} letters are in the inboxes`);
  });
  await compare('Neighbourhood app', 'webhook', { state: 'told', isGone: true }, async () => {
    const calls = receiver.received.filter(({ body }) => body.includes(key) && isRecall(body));
    expect(calls.length === 1 && calls[0].isSigned, `it was told ${calls.length} times`);
  });
  await print.verify('The record says the same of each channel', async () => {
    const { publications } = await rosa.get(`/presence/campaigns/${key}`);
    const { items } = await rosa.get(`/presence/audit?${new URLSearchParams({ ...entry, pageSize: '100' })}`);
    const ends = items.filter(({ kind }) => kind === 'publication.recalled');
    for (const { key: one, channelName, recall } of publications) {
      const became = ends
        .filter(({ details }) => details.publication === one)
        .map(({ details }) => details.became)
        .join(', ');
      expect(
        became === recall.state,
        `of ${channelName} it says ${became || 'nothing'}, not ${recall.state}`,
      );
    }
    return `${ends.length} ends of ${publications.length} publications`;
  });
}

const isRecall = (body) => JSON.parse(body).type === 'presence.recalled';
