import { blocksOf } from '../../../examples/bakery/seed/blocks.mjs';
import { render } from '../../../examples/bakery/seed/pictures/render.mjs';
import { expect } from '../lines.mjs';
import { article } from '../set-up.mjs';

const slug = 'a-week-of-rye';
const letter = (percent) =>
  `From Monday to Saturday every rye loaf costs ${percent} % less. Come early: the walnut rye is gone by ten.`;

/** The board in the picture says 20 %, the letter 15 %: found, and stopped until they agree. */
export async function disagree(print, { emil, channels, mail }) {
  const list = `/content-manager/collection-types/${article}`;
  const entry = await print.step('He writes about the offer, with a picture of the board', async () => {
    const cover = await emil.upload({
      name: 'rye-week.jpg',
      bytes: await render('rye-week'),
      alt: 'A rye loaf beside a board on which the offer of the week is written in chalk',
    });
    const { data } = await emil.post(`${list}?locale=en`, {
      title: 'A week of rye',
      slug,
      summary: 'Four kinds of rye, one week, and a little off the price.',
      category: 'seasonal',
      body: blocksOf(
        'Rye needs patience, and we have had some. From Monday to Saturday there are four kinds on the counter.',
      ),
      cover: cover.id,
    });
    return { detail: data.title, value: { uid: article, documentId: data.documentId, locale: 'en' } };
  });

  const copies = await print.step('In the letter he gets the number wrong', async () => {
    const derived = await emil.post('/presence/campaigns/derive', { entry, channels: [channels.email] });
    const value = (percent) =>
      derived.copies.map(({ channel, copy }) => ({
        channel,
        copy: { ...copy, text: letter(percent), edited: true },
      }));
    return { detail: letter(15), value };
  });

  await print.step('The check compares the letter with the picture', async () => {
    const { entry: ofEntry, copies: ofCopies } = await emil.post('/presence/brand/check-copies', {
      ...entry,
      copies: copies(15),
    });
    const findings = [...ofEntry, ...ofCopies.flatMap((copy) => copy.findings)].map(({ finding }) => finding);
    const found = findings.find(({ rule }) => rule === 'fact.percentage');
    expect(
      found?.message.includes('20') && found.message.includes('15'),
      `it found ${JSON.stringify(findings)}`,
    );
    return found.message;
  });

  const panel = () => emil.get(`/presence/entry?${new URLSearchParams(entry)}`);
  const campaign = await print.step('He schedules it for now: it waits, and the panel says why', async () => {
    const { key } = await emil.post('/presence/campaigns', {
      entry,
      name: 'A week of rye',
      copies: copies(15),
    });
    await emil.post(`/presence/campaigns/${key}/schedule`, { when: { kind: 'now' } });
    const { blockers } = await panel();
    const told = blockers.find(({ code }) => code === 'brand.copy-error');
    expect(told?.message.includes('20'), `the panel lists ${JSON.stringify(blockers)}`);
    const letters = JSON.stringify(await mail.list());
    expect(!letters.includes('week of rye'), 'the letter went out all the same');
    return { detail: told.message, value: key };
  });

  await print.step('He corrects the letter, and it may wait for its approval', async () => {
    await emil.put(`/presence/campaigns/${campaign}`, { name: 'A week of rye', copies: copies(20) });
    const { blockers } = await panel();
    const left = blockers.filter(({ code }) => code.startsWith('brand.'));
    expect(left.length === 0, `still found: ${JSON.stringify(left)}`);
    return letter(20);
  });
}
