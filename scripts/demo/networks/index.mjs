import { noticesOn } from '../board.mjs';
import { correctIt } from './correct.mjs';
import { networks } from './kinds.mjs';
import { makeCampaign } from './make.mjs';
import { practicePage } from './page.mjs';
import { seeItEverywhere } from './seen.mjs';
import { takeItBack } from './take-back.mjs';
import { baking, meant, offer, typed } from './words.mjs';
import { expect } from '../lines.mjs';

/**
 * One campaign on every channel there is, seen on each, corrected and left standing; another one is taken back, and its receipts are held
 * against what is left of it.
 */
export async function playNetworks(print, bakery) {
  print.chapter('The other networks, in practice');
  const plums = await makeCampaign(print, bakery, offer, { isInOwnWords: true });
  plums.posts = await seeItEverywhere(print, bakery, offer, { ...plums, wordsOf: typed });
  print.chapter('A slip in the words');
  await correctIt(print, bakery, offer, plums);

  print.chapter('What must not stay');
  const { article } = baking;
  const wordsOf = (kind) => (kind === 'pinterest' ? article.summary : article.title);
  const dough = await makeCampaign(print, bakery, baking, { isInOwnWords: false });
  dough.posts = await seeItEverywhere(print, bakery, baking, { ...dough, wordsOf });
  await takeItBack(print, bakery, baking, dough);
  await print.verify('The offer of plum cake stands where it stood', async () => {
    const practice = practicePage(bakery);
    for (const { kind, edits } of networks) {
      const { id } = await practice.post(kind, edits ? meant(kind) : typed(kind), { within: 0 });
      expect(id === plums.posts[kind]?.id, `on ${kind} it is another post`);
    }
    const { title } = offer.article;
    expect((await noticesOn(bakery.site, title)).length === 1, 'its notice does not hang on the board once');
    return `${networks.length} networks, and the board`;
  });
}
