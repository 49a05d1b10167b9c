import { noticesOn } from '../board.mjs';
import { expect } from '../lines.mjs';
import { until } from '../wait.mjs';
import { checkLetters } from './letters.mjs';

const title = 'The walnut rye is back';
/** What the template of ../set-up.mjs makes of title and summary of ./write.mjs. */
const told =
  'Fresh from the oven: The walnut rye is back\nWalnuts from Mrs Adler’s garden, a dark crust and a dough that slept for two nights.';
const readers = 41; // the forty of the seed, and Jana

/** What can be seen from outside: before the time that was set nothing, and then everything, once. */
export async function watchItGoOut(print, day) {
  const { page, site, dueAt, shop, bluesky } = day;
  await print.step('Before its time nothing is public', async () => {
    const [{ status }, posts, notices] = await Promise.all([
      fetch(page),
      bluesky.posts(shop.did),
      noticesOn(site, title),
    ]);
    expect(
      status === 404 && posts.length === 0 && notices.length === 0,
      `the page answers ${status}, ${posts.length} posts and ${notices.length} notices are there`,
    );
    expect(Date.now() < dueAt, 'this machine was too slow to look before the time');
    return `${Math.round((dueAt - Date.now()) / 1000)} s to go`;
  });
  const patient = { ...day, wait: patience(day), before: (await day.mail.list()).length };
  const [, { record, link }, , letters] = await Promise.all([
    print.step('The page is on the website', () => pageAppears(patient)),
    print.step('The post is on Bluesky', () => postAppears(patient)),
    print.step('The practice network has the post, with its picture and its link', () =>
      practiceHasIt(patient),
    ),
    print.step('The letter is in every subscriber’s inbox, once', () => lettersArrive(patient)),
    print.step('The neighbourhood app got one signed call', () => callArrives(patient)),
    print.step('The notice hangs on the board', () => noticeHangs(patient)),
  ]);
  await print.step('Each letter can be left with one click (RFC 8058) and reads without pictures', () =>
    checkLetters(day, letters),
  );
  await print.verify('The blog and the feed of the website list it', async () => {
    for (const path of ['/en/articles/', '/en/rss.xml']) {
      const text = await (await fetch(`${site}${path}`)).text();
      expect(text.includes('The walnut rye is back'), `${path} does not`);
    }
    return '/en/articles/, /en/rss.xml';
  });
  return { bluePost: record, blueLink: link, letters };
}

/** Waits until a minute and a half after the time. When that was too long, the admin API is asked why, for the message only. */
const patience =
  ({ dueAt, rosa, campaign }) =>
  async (what, look) => {
    const within = Math.max(0, dueAt - Date.now()) + 90_000;
    try {
      return await until(what, look, { within });
    } catch (error) {
      const { publications } = await rosa.get(`/presence/campaigns/${campaign.key}`);
      const states = publications.map(
        ({ kind, state, problem }) => `${kind} is ${state}${problem ? ` (${problem.message})` : ''}`,
      );
      throw new Error(`${error.message}; ${states.join(', ')}`, { cause: error });
    }
  };

async function pageAppears({ wait, page, dueAt }) {
  const html = await wait('the page to answer 200', async () => {
    const response = await fetch(page);
    return response.ok && response.text();
  });
  expect(Date.now() >= dueAt, 'the page came before its time');
  expect(
    html.includes('The walnut rye is back') && html.includes('A dark walnut loaf'),
    'its title or its picture is missing',
  );
  return `200 ${((Date.now() - dueAt) / 1000).toFixed(1)} s after its time, ${page}`;
}

async function postAppears({ wait, cms, bluesky, shop, post }) {
  const record = await wait('the post', async () => (await bluesky.posts(shop.did))[0]);
  const { text, embed, facets = [] } = record.value;
  const link = embed?.external?.uri ?? '';
  expect(text.startsWith(post.slice(0, 40)), `the post says “${text}”`);
  expect(link.startsWith(`${cms}/api/presence/l/`), `its card links to ${link || 'nothing'}`);
  expect(embed.external.thumb, 'its card has no picture');
  const tags = facets.flatMap(({ features }) => features.map(({ tag }) => tag));
  expect(tags.includes('berlin'), 'its tags are not marked');
  return { detail: record.uri, value: { record, link } };
}

async function practiceHasIt({ wait, cms, rosa, channels }) {
  const posts = async () => (await rosa.get(`/presence/practice/posts?channel=${channels.mastodon}`)).items;
  const post = await wait('the practice post', async () => (await posts())[0]);
  expect((await posts()).length === 1, 'it is there more than once');
  expect(post.text.includes('The walnut rye is back'), `it says “${post.text}”`);
  expect(post.text.includes(`${cms}/api/presence/l/`), 'it has no tracked link');
  const [picture] = post.pictures;
  expect(picture?.src.startsWith('data:image/jpeg') && picture.alt, 'its picture or the alt text is missing');
  return `${post.kind}, seen by nobody outside`;
}

async function lettersArrive({ wait, mail, before, newcomer }) {
  const letters = await wait(`${readers} letters`, async () => {
    // Colleagues are told by mail, too, of what waits for them.
    const mails = (await mail.list()).slice(before).filter(({ to }) => !to.some(isColleague));
    return mails.length >= readers && mails;
  });
  const recipients = letters.flatMap(({ to }) => to);
  const people = new Set(recipients).size;
  expect(
    people === readers && recipients.length === readers,
    `${recipients.length} letters to ${people} people`,
  );
  expect(recipients.includes(newcomer), `${newcomer} got none`);
  return { detail: `${letters.length} mails, “${letters[0].subject}”`, value: letters };
}

const isColleague = (address) => address.endsWith('@bakery.test');

async function noticeHangs({ wait, cms, site, dueAt }) {
  const [notice] = await wait('the notice', async () => {
    const found = await noticesOn(site, title);
    return found.length > 0 && found;
  });
  expect(Date.now() >= dueAt, 'it came before its time');
  expect(notice.includes('Walnuts from Mrs Adler’s garden'), `it says ${notice}`);
  expect(notice.includes(`href="${cms}/api/presence/l/`), 'it has no tracked link');
  return `${site}/board/`;
}

async function callArrives({ wait, receiver }) {
  const call = await wait('the call', () => receiver.received.find(({ body }) => body.includes('walnut')));
  expect(call.isSigned, 'its signature does not fit');
  const { text } = JSON.parse(call.body).data;
  expect(text === told, `it does not say what the template of its channel makes of the entry, but “${text}”`);
  return `by the template of its channel: “${text.replace('\n', ' ')}”, webhook-id ${call.id}`;
}
