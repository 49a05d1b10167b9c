import { noticesOn } from '../board.mjs';
import { expect } from '../lines.mjs';

/** A last look from outside, a good minute later: what went out once is still there once. */
export async function nothingTwice(
  print,
  { site, bluesky, shop, mail, newcomer, receiver, letters, bluePost },
) {
  await print.verify('Nothing went out twice', async () => {
    const posts = await bluesky.posts(shop.did);
    expect(posts.length === 1 && posts[0].uri === bluePost.uri, `${posts.length} posts are on Bluesky`);
    const { subject } = letters[0];
    const mails = (await mail.list()).filter((each) => each.subject === subject);
    expect(mails.length === letters.length, `${mails.length} letters came for ${letters.length} people`);
    const hers = (await mail.list()).filter(({ to }) => to.includes(newcomer));
    expect(hers.length === 2, `${newcomer} has ${hers.length} mails instead of a confirmation and a letter`);
    const calls = receiver.received.filter(({ body }) => body.includes('walnut'));
    expect(calls.length === 1, `the neighbourhood app was called ${calls.length} times`);
    const notices = await noticesOn(site, 'The walnut rye is back');
    expect(notices.length === 1, `${notices.length} notices hang on the board`);
    return `1 post, 1 notice, ${mails.length} letters, 1 call`;
  });
}
