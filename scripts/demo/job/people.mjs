import { expect } from '../lines.mjs';

/** Readers on every channel. Everything that they do is added up by the visitors themselves, to be compared later. */
export async function peopleCome(
  print,
  { cms, site, page, bluePost, blueLink, letters, mail, jana, newcomer, bluesky, visitors },
) {
  const trackedLink = async (id) => {
    const [link] =
      (await mail.html(id)).replaceAll('&amp;', '&').match(new RegExp(`${cms}/api/presence/l/[^"'\\s<>]+`)) ??
      [];
    expect(link, 'the letter holds no tracked link');
    return link;
  };
  await print.step('Jana opens her letter and clicks', async () => {
    const { id } = letters.find(({ to }) => to.includes(newcomer));
    await jana.openMail(`${mail.url}/mails/${id}/html`);
    const landed = await jana.follow(await trackedLink(id), 'email');
    expect(landed.startsWith(page), `she landed on ${landed}`);
    return landed;
  });
  await print.step('Two people come from Bluesky', async () => {
    for (const name of ['Karla', 'Tom']) {
      const visitor = await visitors.newVisitor(name);
      const landed = await visitor.follow(blueLink, 'bluesky');
      expect(landed.startsWith(page), `${name} landed on ${landed}`);
    }
    return blueLink.slice(0, 60);
  });
  await print.step('One looks around on the website and finds it', async () => {
    const visitor = await visitors.newVisitor('Mira');
    await visitor.read(`${site}/en/`);
    await visitor.read(page);
    return page;
  });
  await print.step('Karla likes the post and Tom answers', async () => {
    const [karla, tom] = [await bluesky.account('karla'), await bluesky.account('tom')];
    const subject = { uri: bluePost.uri, cid: bluePost.cid };
    await bluesky.write(karla, 'app.bsky.feed.like', { subject });
    await bluesky.write(tom, 'app.bsky.feed.post', {
      text: 'Two for me, please!',
      reply: { root: subject, parent: subject },
    });
    return 'karla.test, tom.test';
  });
  await print.step('Somebody leaves the letter with one click', async () => {
    const headers = await mail.headers(letters.find(({ to }) => !to.includes(newcomer)).id);
    const [, link] = /<(https?:[^>]+)>/.exec(headers.get('list-unsubscribe'));
    const looked = await fetch(link);
    expect(looked.ok && (await looked.text()).includes('<form'), 'looking at the link already acted');
    const response = await fetch(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(response.ok, `the link answered ${response.status}`);
    expect(!(await (await fetch(link)).text()).includes('<form'), 'the page still asks');
    return 'POST answered ' + response.status;
  });
  await print.verify('A forged link leads nowhere, a crawler is not counted', async () => {
    const forged = await fetch(`${blueLink.slice(0, -4)}AAAA`, { redirect: 'manual' });
    expect(forged.status === 404, `the forged link answered ${forged.status}`);
    const crawler = await fetch(blueLink, {
      redirect: 'manual',
      headers: { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' },
    });
    expect(crawler.status === 302, `the crawler got ${crawler.status}`);
    return '404, and 302 uncounted';
  });
  return { done: visitors.done() };
}
