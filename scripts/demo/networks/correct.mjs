import { expect } from '../lines.mjs';
import { until } from '../wait.mjs';
import { approve } from './make.mjs';
import { networks } from './kinds.mjs';
import { practicePage } from './page.mjs';
import { seen } from './seen.mjs';
import { meant, typed } from './words.mjs';

/** A slip in the words, corrected where the network lets anybody correct; the others say that they keep it. */
export async function correctIt(print, bakery, subject, { key, entry, page, posts }) {
  const { emil, rosa, channels } = bakery;
  const practice = practicePage(bakery);
  const publications = async () => (await rosa.get(`/presence/campaigns/${key}`)).publications;
  const ofKind = (rows, kind) => rows.find(({ channel }) => channel === channels[kind]);
  const editing = networks.filter(({ edits }) => edits);
  const keeping = networks.filter(({ edits }) => !edits);

  await print.step('Emil sees that he wrote “Saterday”, and corrects it where that can be done', async () => {
    const rows = await publications();
    for (const { kind } of editing) {
      const { correction } = await emil.post(`/presence/publications/${ofKind(rows, kind).key}/correct`, {
        text: meant(kind),
      });
      expect(correction.state === 'held', `on ${kind} it is ${correction.state}: ${correction.message}`);
      const [post] = await practice.posts(kind);
      expect(post.text.includes(typed(kind)), `${kind} says the new words before anybody approved them`);
    }
    return `${editing.map(({ name }) => name).join(', ')}; the new words wait for Rosa`;
  });
  await print.step('Rosa approves the new words', () => approve(bakery, entry));
  for (const network of editing)
    await print.verify(`${network.name} says it right, ${placeOf(network)}`, async () => {
      const { kind, isNewByEdit } = network;
      const post = await practice.post(kind, meant(kind), { within: 30_000 });
      const isSame = post.id === posts[kind]?.id;
      expect(isSame !== isNewByEdit, isSame ? 'it has no new number' : `it is another post, ${post.id}`);
      posts[kind] = post;
      const all = await practice.posts(kind);
      expect(!all.some(({ text }) => text.includes(typed(kind))), 'the wrong words are there as well');
      await seen(practice, network, post, { page, alt: subject.picture.alt });
      const correction = await until(
        `the receipt of ${kind}`,
        async () => {
          const { correction: told } = ofKind(await publications(), kind);
          return told.state !== 'waiting' && told;
        },
        { within: 30_000 },
      );
      expect(correction.state === 'corrected', `its receipt says ${correction.state}: ${correction.message}`);
      return correction.message;
    });
  for (const { kind, name } of keeping)
    await print.verify(`${name} keeps its words and says so`, async () => {
      const { key: one } = ofKind(await publications(), kind);
      const error = await emil.refused('POST', `/presence/publications/${one}/correct`, {
        text: meant(kind),
      });
      expect(error.details?.code === 'correction.not-possible', error.reason);
      expect(error.reason.includes(name), `it does not say of which channel: ${error.reason}`);
      const [post] = await practice.posts(kind);
      expect(post.id === posts[kind]?.id && post.text.includes(typed(kind)), `it says “${post.text}”`);
      return error.reason;
    });
  await print.verify('So do Bluesky, the letter and the call', async () => {
    const reasons = [];
    for (const kind of ['bluesky', 'email', 'webhook']) {
      const { key: one, channelName } = ofKind(await publications(), kind);
      const path = `/presence/publications/${one}/correct`;
      const error = await emil.refused('POST', path, { text: 'Anything else' });
      expect(error.details?.code === 'correction.not-possible', error.reason);
      expect(error.reason.includes(channelName), `it does not say of which channel: ${error.reason}`);
      reasons.push(error.reason);
    }
    return reasons.join(' ');
  });
}

const placeOf = ({ isNewByEdit }) =>
  isNewByEdit ? 'in a new version in the place of the old one' : 'and the post is still the same one';
