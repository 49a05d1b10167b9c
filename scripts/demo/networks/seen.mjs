import { noticesOn } from '../board.mjs';
import { expect } from '../lines.mjs';
import { until } from '../wait.mjs';
import { networks } from './kinds.mjs';
import { practicePage } from './page.mjs';

/** What everybody sees once the campaign is out: its page, the post of each network, the letters, the call. `wordsOf` says how a network's post begins. */
export async function seeItEverywhere(print, bakery, subject, { page, wordsOf }) {
  const { site, bluesky, shop, mail, receiver } = bakery;
  const { title } = subject.article;
  const practice = practicePage(bakery);
  await print.step(`“${title}” is on the website`, async () => {
    await until(
      'the page to answer 200',
      async () => {
        const response = await fetch(page);
        return response.ok && (await response.text()).includes(title);
      },
      { within: 90_000 },
    );
    return page;
  });
  const posts = {};
  for (const network of networks)
    await print.verify(`${network.name} has it`, async () => {
      const post = await practice.post(network.kind, wordsOf(network.kind));
      posts[network.kind] = post;
      return seen(practice, network, post, { page, alt: subject.picture.alt });
    });
  await print.verify('So has Bluesky, on a server of its own', async () => {
    const about = async () =>
      (await bluesky.posts(shop.did)).filter(({ value }) => JSON.stringify(value).includes(title));
    await until('the post', async () => (await about()).length > 0);
    const found = await about();
    expect(found.length === 1, `${found.length} posts are there`);
    return found[0].uri;
  });
  await print.verify('The letter came once to everybody who did not leave', async () => {
    const letters = async () => (await mail.list()).filter(({ subject: line }) => line === title);
    await until('forty letters', async () => (await letters()).length >= 40);
    const people = (await letters()).flatMap(({ to }) => to);
    expect(
      people.length === 40 && new Set(people).size === 40,
      `${people.length} letters to ${new Set(people).size} people`,
    );
    return `${people.length} letters`;
  });
  await print.verify('The neighbourhood app was called once', async () => {
    const calls = () => receiver.received.filter(({ body }) => publishes(body, title));
    await until('the call', () => calls().length > 0);
    expect(calls().length === 1 && calls()[0].isSigned, `it was called ${calls().length} times`);
    return `webhook-id ${calls()[0].id}`;
  });
  await print.verify('Its notice hangs on the board once', async () => {
    await until('the notice', async () => (await noticesOn(site, title)).length > 0);
    const notices = await noticesOn(site, title);
    expect(notices.length === 1, `${notices.length} notices hang there`);
    return `${site}/board/`;
  });
  return posts;
}

const publishes = (body, title) => {
  const { type, data } = JSON.parse(body);
  return type === 'presence.published' && data.title === title;
};

/** Holds a post against what its network shows: the way to the page, the picture, and what it shows in words. */
export async function seen(practice, { hasAlt, hasLink }, post, { page, alt }) {
  const [link, picture] = await Promise.all([practice.linkOf(post), practice.pictureOf(post)]);
  expect(hasLink ? link?.startsWith(page) : link === null, link ? `it leads to ${link}` : 'it leads nowhere');
  expect(picture.alt === (hasAlt ? alt : ''), `its picture is described as “${picture.alt}”`);
  return [
    `“${post.text.replace(/\s+/g, ' ').slice(0, 40)}…”`,
    hasLink ? 'the page behind it' : 'no link, as it has none',
    `a picture${hasAlt ? ` (“${picture.alt}”)` : ''}`,
  ].join(', ');
}
