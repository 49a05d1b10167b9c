import { blocksOf } from '../../../examples/bakery/seed/blocks.mjs';
import { render } from '../../../examples/bakery/seed/pictures/render.mjs';
import { expect } from '../lines.mjs';
import { article } from '../set-up.mjs';
import { typed } from './words.mjs';

/** Emil writes an article and a campaign over every channel, for now; Rosa approves both. */
export async function makeCampaign(print, bakery, subject, { isInOwnWords }) {
  const { site, emil, rosa, channels } = bakery;
  const practised = async () => (await rosa.get('/presence/practice/posts')).total;
  const before = await practised();
  const { picture, body, campaign } = subject;
  const entry = await print.step(`Emil writes “${subject.article.title}”, with a picture`, async () => {
    const cover = await emil.upload({
      name: `${subject.article.slug}.jpg`,
      bytes: await render(picture.scene),
      alt: picture.alt,
    });
    const { data } = await emil.post(`/content-manager/collection-types/${article}?locale=en`, {
      ...subject.article,
      body: blocksOf(body),
      cover: cover.id,
    });
    return { detail: picture.alt, value: { uid: article, documentId: data.documentId, locale: 'en' } };
  });
  const made = await print.step('He makes a campaign over every channel', async () => {
    const derived = await emil.post('/presence/campaigns/derive', {
      entry,
      channels: Object.values(channels),
    });
    const copies = derived.copies.map(({ channel, kind, copy }) => {
      const text = isInOwnWords ? typed(kind) : undefined;
      return { channel, copy: text ? { ...copy, text, edited: true } : copy };
    });
    const { key, publications } = await emil.post('/presence/campaigns', { entry, ...campaign, copies });
    await emil.post(`/presence/campaigns/${key}/schedule`, { when: { kind: 'now' } });
    expect(
      publications.length === Object.keys(channels).length,
      `${publications.length} publications for ${Object.keys(channels).length} channels`,
    );
    const own = copies.filter(({ copy }) => copy.edited).length;
    return {
      detail: `${publications.length} copies, ${own === 0 ? 'as derived' : `${own} in his own words`}`,
      value: { key, publications },
    };
  });
  const page = `${site}/en/articles/${subject.article.slug}/`;
  await print.step('He submits it, and until Rosa approves nothing is public', async () => {
    const { seal } = await panelOf(emil, entry);
    await emil.post('/presence/entry/decision', { entry, kind: 'submit', seal, comment: subject.comment });
    const { status } = await fetch(page);
    expect(status === 404, `the page answers ${status}`);
    expect((await practised()) === before, 'a practice network has it all the same');
    return `the page answers ${status}, no network has it`;
  });
  await print.step('Rosa approves it with all its copies', async () => approve(bakery, entry));
  return { ...made, entry, page };
}

const panelOf = (who, entry) => who.get(`/presence/entry?${new URLSearchParams(entry)}`);

/** Rosa approves the entry and its copies as she sees them. */
export async function approve({ rosa }, entry) {
  const { seal, copies } = await panelOf(rosa, entry);
  const { stage } = await rosa.post('/presence/entry/decision', { entry, kind: 'approve', seal, copies });
  expect(stage === 'approved' || stage === 'published', `the stage is ${stage}`);
  return `stage ${stage}, ${copies.length} copies`;
}
