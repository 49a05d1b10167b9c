import { expect } from '../lines.mjs';
import { until } from '../wait.mjs';

/** What can be seen from outside at the time that was set, and before it. */
export async function watchItGoOut(
  print,
  { cms, page, dueAt, shop, bluesky, mail, receiver, newcomer, campaign, rosa, post, site },
) {
  const before = (await mail.list()).length;
  const wait = Math.max(0, dueAt - Date.now());
  await print.step('Before its time nothing is public', async () => {
    const [{ status }, posts] = await Promise.all([fetch(page), bluesky.posts(shop.did)]);
    expect(
      status === 404 && posts.length === 0 && Date.now() < dueAt,
      `the page answers ${status}, ${posts.length} posts are there`,
    );
    return `${Math.round(wait / 1000)} s to go`;
  });
  const stuck = async () => {
    const { publications } = await rosa.get(`/presence/campaigns/${campaign.key}`);
    return publications
      .map(({ kind, state, problem }) => `${kind} is ${state}${problem ? ` (${problem.message})` : ''}`)
      .join('; ');
  };
  const orWhy = (work) =>
    work.catch(async (error) =>
      Promise.reject(new Error(`${error.message}. ${await stuck().catch(() => '')}`)),
    );

  const [, sent] = await Promise.all([
    print.step('The page is on the website', async () => {
      const html = await orWhy(
        until(
          'the page to answer 200',
          async () => {
            const response = await fetch(page);
            return response.ok && response.text();
          },
          { within: wait + 60_000 },
        ),
      );
      expect(Date.now() >= dueAt, 'the page came before its time');
      expect(
        html.includes('The walnut rye is back') && html.includes('A dark walnut loaf'),
        'the page lacks its title or its picture',
      );
      return `200 ${((Date.now() - dueAt) / 1000).toFixed(1)} s after its time, ${page}`;
    }),
    print.step('The post is on Bluesky', async () => {
      const [record] = await orWhy(
        until(
          'the post',
          async () => {
            const posts = await bluesky.posts(shop.did);
            return posts.length > 0 && posts;
          },
          { within: wait + 90_000 },
        ),
      );
      const { text, embed, facets = [] } = record.value;
      const link = embed?.external?.uri ?? '';
      expect(text.startsWith(post.slice(0, 40)), `the post says “${text}”`);
      expect(link.startsWith(`${cms}/api/presence/l/`), `its card links to ${link || 'nothing'}`);
      expect(embed.external.thumb, 'its card has no picture');
      expect(
        facets.some(({ features }) => features.some((feature) => feature.tag === 'berlin')),
        'its tags are not marked',
      );
      return { detail: record.uri, value: { record, link } };
    }),
    print
      .step('The letter is in every subscriber’s inbox, once', async () => {
        const letters = await orWhy(
          until(
            async () => '41 letters',
            async () => {
              const mails = (await mail.list()).slice(before);
              return mails.length >= 41 && mails;
            },
            { within: wait + 90_000 },
          ),
        );
        const recipients = letters.flatMap(({ to }) => to);
        expect(
          new Set(recipients).size === 41 && recipients.length === 41,
          `${recipients.length} letters to ${new Set(recipients).size} people`,
        );
        expect(recipients.includes(newcomer), `${newcomer} got none`);
        return { detail: `${letters.length} mails, “${letters[0].subject}”`, value: letters };
      })
      .then(async (letters) => {
        await print.step(
          'Each letter can be left with one click (RFC 8058) and reads without pictures',
          async () => {
            const seen = await Promise.all(
              letters.map(async ({ id }) => ({ headers: await mail.headers(id), text: await mail.text(id) })),
            );
            const leaving = seen.map(({ headers }) => headers.get('list-unsubscribe') ?? '');
            expect(
              seen.every(
                ({ headers }) => headers.get('list-unsubscribe-post') === 'List-Unsubscribe=One-Click',
              ),
              'List-Unsubscribe-Post is missing',
            );
            expect(
              new Set(leaving).size === 41 &&
                leaving.every((value) => value.includes(`<${cms}/api/presence/unsubscribe/`)),
              `List-Unsubscribe is ${leaving[0]}`,
            );
            expect(
              new Set(seen.map(({ headers }) => headers.get('message-id'))).size === 41,
              'two mails share a Message-ID',
            );
            expect(
              seen.every(({ text }) => text.includes('walnut') && text.includes('Kastanienallee 40')),
              'the plain text or the imprint is missing',
            );
            return '41 Message-IDs, 41 links to leave';
          },
        );
        return letters;
      }),
    print.step('The neighbourhood app got one signed call', async () => {
      const call = await orWhy(
        until(
          'the call',
          async () => receiver.received.find(({ body }) => body.includes(page) || body.includes('walnut')),
          { within: wait + 90_000 },
        ),
      );
      expect(call.isSigned, 'its signature does not fit');
      return `webhook-id ${call.id}`;
    }),
  ]).then(([pageStep, bluePost, letters]) => [pageStep, { bluePost, letters }]);
  await print.verify('The blog and the feed of the website list it', async () => {
    for (const path of ['/en/articles/', '/en/rss.xml'])
      expect(
        (await (await fetch(`${site}${path}`)).text()).includes('The walnut rye is back'),
        `${path} does not`,
      );
    return '/en/articles/, /en/rss.xml';
  });
  return { bluePost: sent.bluePost.record, blueLink: sent.bluePost.link, letters: sent.letters };
}
