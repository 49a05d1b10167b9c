import { signIn } from '../admin-api.mjs';
import { openVisitors } from '../visitors.mjs';
import { planCampaign } from './campaign.mjs';
import { disagree } from './disagree.mjs';
import { lookAtInsights } from './insights.mjs';
import { nothingTwice } from './once.mjs';
import { watchItGoOut } from './outcome.mjs';
import { peopleCome } from './people.mjs';
import { signUp } from './sign-up.mjs';
import { writeArticle } from './write.mjs';

/** The main job from the first word to the numbers, each step by the person whose step it is. */
export async function playMainJob(print, bakery) {
  const emil = await signIn(bakery.cms, 'emil@bakery.test', bakery.password);
  const visitors = await openVisitors(bakery);
  bakery.processes.atEnd(visitors.close);
  const day = { ...bakery, emil, visitors, began: Date.now() };

  print.chapter('Emil writes an article');
  Object.assign(day, await writeArticle(print, day));
  print.chapter('A visitor signs up for the letter');
  print.note(`Visits are made by ${visitors.kind}.`);
  Object.assign(day, await signUp(print, day));
  print.chapter('Emil plans a campaign, Rosa approves it');
  Object.assign(day, await planCampaign(print, day));
  print.chapter('An offer that does not agree with its picture');
  await disagree(print, day);
  print.chapter('On its time it goes out');
  Object.assign(day, await watchItGoOut(print, day));
  print.chapter('People come');
  Object.assign(day, await peopleCome(print, day));
  print.chapter('What came back');
  await lookAtInsights(print, day);
  await nothingTwice(print, day);
  Object.assign(bakery, { emil, page: day.page, slug: day.slug });
}
