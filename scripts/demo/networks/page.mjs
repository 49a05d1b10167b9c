import { expect } from '../lines.mjs';
import { until } from '../wait.mjs';

const crawler = { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' };

/** The page of practice posts, as a colleague reads it who looks over the networks: nothing that the campaign knows of itself. */
export function practicePage({ rosa, channels, cms }) {
  /** What stands on one network, the newest first. */
  const posts = async (kind) =>
    (await rosa.get(`/presence/practice/posts?channel=${channels[kind]}&pageSize=100`)).items;

  return {
    posts,

    /** The one post on a network that says these words. */
    async post(kind, words, { within = 60_000 } = {}) {
      let found = [];
      await until(
        () => `the words “${words.slice(0, 60)}” on ${kind}, where ${saidBy(found)}`,
        async () => (found = await posts(kind)).some(({ text }) => text.includes(words)),
        { within, every: 500 },
      );
      const saying = found.filter(({ text }) => text.includes(words));
      expect(saying.length === 1, `${kind} has it ${saying.length} times`);
      return saying[0];
    },

    /** Where a post leads: its tracked link is followed by somebody who is not counted. */
    async linkOf({ text, card }) {
      const pattern = new RegExp(`${cms}/api/presence/l/[^\\s"<>|]+`);
      const [link] = pattern.exec(`${card?.url ?? ''} ${text}`) ?? [];
      if (!link) return null;
      const { status, headers } = await fetch(link, { redirect: 'manual', headers: crawler });
      expect(status === 302, `its link answers ${status}`);
      return headers.get('location');
    },

    /** The picture of a post as it is loaded. */
    async pictureOf({ pictures }) {
      expect(pictures.length === 1, `it has ${pictures.length} pictures`);
      const [{ src, alt }] = pictures;
      const response = await fetch(src);
      const type = response.headers.get('content-type') ?? '';
      const { byteLength } = await response.arrayBuffer();
      expect(
        response.ok && type.startsWith('image/') && byteLength > 1_000,
        `its picture is ${type || response.status}, ${byteLength} bytes`,
      );
      return { alt, byteLength };
    },
  };
}

const saidBy = (posts) =>
  posts.length === 0 ? 'nothing is' : `the newest post says “${posts[0].text.slice(0, 60)}”`;
