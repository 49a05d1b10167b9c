import { render } from '../../../examples/bakery/seed/pictures/render.mjs';
import { blocksOf } from '../../../examples/bakery/seed/blocks.mjs';
import { expect } from '../lines.mjs';
import { article } from '../set-up.mjs';

const slug = 'the-walnut-rye-is-back';
const texts = (adjective) => ({
  title: 'The walnut rye is back',
  slug,
  summary:
    'Walnuts from Mrs Adler’s garden, a dark crust and a dough that slept for two nights. From Thursday on the counter.',
  category: 'seasonal',
  body: blocksOf(
    `Every autumn a wheelbarrow stops in front of our door. Mrs Adler has shaken her tree again, and we have walnuts for six weeks.

## What is in it

- Three-day rye sour and a little spelt
- A third of the loaf, by weight, is walnuts
- Nothing else, except salt

We roast the nuts before they go into the dough. That makes them sweet, and it gives the crumb its violet shade.

> It is the only loaf that my father ever baked without a recipe.

It is a ${adjective} loaf for what it is: two nights of work and a whole garden. Try it with soft cheese and pear.

Reserve yours at the counter, or read on [the mill’s page](https://example.com/mill) where the rye grows.`.replace(
      '[the mill’s page](https://example.com/mill)',
      'the mill’s page',
    ),
  ),
});

/** Emil writes with two mistakes, is stopped, and corrects them. */
export async function writeArticle(print, { cms, site, emil }) {
  const list = `/content-manager/collection-types/${article}`;
  const picture = await print.step('He uploads a picture and forgets the alt text', async () => {
    const file = await emil.upload({ name: 'walnut-rye.jpg', bytes: await render('walnut-rye') });
    return { detail: `${file.name}, ${file.width}×${file.height}`, value: file };
  });
  const documentId = await print.step('He saves a draft that calls the loaf “cheap”', async () => {
    const { data } = await emil.post(`${list}?locale=en`, { ...texts('cheap'), cover: picture.id });
    return { detail: data.title, value: data.documentId };
  });
  const entry = { uid: article, documentId, locale: 'en' };
  const panel = () => emil.get(`/presence/entry?${new URLSearchParams(entry)}`);

  await print.step('The brand check finds the word and the picture', async () => {
    const { blockers } = await panel();
    const word = blockers.find(
      ({ code, message, place }) =>
        code.startsWith('brand.') && place?.field === 'body' && message.includes('cheap'),
    );
    const alt = blockers.find(
      ({ code, place }) => code.startsWith('brand.') && place?.field.startsWith('cover'),
    );
    expect(word && alt, `the panel lists ${JSON.stringify(blockers)}`);
    return word.message;
  });
  await print.step('The gate refuses to publish it', async () => {
    const error = await emil.refused('POST', `${list}/${documentId}/actions/publish?locale=en`, {
      ...texts('cheap'),
      cover: picture.id,
    });
    const page = await fetch(`${site}/en/articles/${slug}/`);
    const { data } = await (await fetch(`${cms}/api/articles?filters[slug]=${slug}`)).json();
    expect(page.status === 404 && data.length === 0, 'the article is public all the same');
    return `${error.status}, ${error.reason}`;
  });
  await print.step('He corrects both, and only the approval is missing', async () => {
    await emil.upload({
      id: picture.id,
      name: picture.name,
      alt: 'A dark walnut loaf and a smaller one on a table, opened walnuts in front',
    });
    await emil.put(`${list}/${documentId}?locale=en`, { ...texts('fair-priced'), cover: picture.id });
    const { blockers, stage } = await panel();
    expect(
      blockers.every(({ code }) => !code.startsWith('brand.')),
      `still found: ${JSON.stringify(blockers)}`,
    );
    return `stage ${stage}; ${blockers.map(({ message }) => message).join(' ')}`;
  });
  return { entry, panel, slug, page: `${site}/en/articles/${slug}/`, texts: texts('fair-priced') };
}
