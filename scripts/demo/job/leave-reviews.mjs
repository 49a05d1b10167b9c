import { signIn } from '../admin-api.mjs';
import { article } from '../set-up.mjs';

const path = `/content-manager/collection-types/${article}`;
const day = 86_400_000;
const dayAfter = (days) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** A morning at the desks: articles in every stage, with people, due dates and comments, so that the review pages are full. */
export async function leaveReviews(print, { cms, password }) {
  await print.step('Emil and Nora leave reviews in every stage', async () => {
    const [rosa, emil, nora] = await Promise.all(
      ['owner', 'emil', 'nora'].map((name) => signIn(cms, `${name}@bakery.test`, password)),
    );
    const { users } = await rosa.get('/presence/reviews/people');
    const called = (firstname) => users.find(({ name }) => name.startsWith(firstname));
    const desk = deskOf(rosa);

    const pretzels = await desk.change(nora, 'four hundred pretzels', {
      summary:
        'She came for a summer and stayed for eleven years. A visit to the pretzel table at half past two in the morning, in pictures.',
    });
    await desk.submit(nora, pretzels, 'Aylin has read it.');
    await desk.give(rosa, pretzels, [called('Rosa').principal], dayAfter(-1));

    const plum = await desk.change(emil, 'Plum cake', {
      title: 'Plum cake, the way Grandmother cut it into squares',
      summary:
        'A yeast dough, a tray of the very last plums and a rule about corners. From the back of the 1986 order book.',
    });
    await desk.submit(emil, plum, 'Recipe checked with the bakehouse.');
    await desk.give(rosa, plum, [called('Nora').principal], dayAfter(2));
    await desk.comment(
      nora,
      plum,
      'the very last plums',
      `Are there any left by then? @[${called('Emil').name}](user:${called('Emil').id})`,
    );

    const oven = await desk.change(nora, 'old oven', { title: 'A new floor for the oven of 1986' });
    await desk.submit(nora, oven, null);

    const loaf = await desk.change(emil, 'keep a loaf fresh', {
      summary: 'Four habits, no plastic, no fridge.',
    });
    await desk.submit(emil, loaf, null);
    await desk.decide(
      nora,
      loaf,
      'request-changes',
      'Please say what to do with the last slice, as it did before.',
    );

    await desk.change(nora, 'wild garlic', { title: 'Seven weeks of wild garlic' });

    const years = await desk.change(emil, 'Forty years', { title: 'Forty-one years on Kastanienallee' });
    await desk.submit(emil, years, null);
    await desk.decide(rosa, years, 'approve', null);
    return 'six articles, from draft to approved';
  });
}

/** What people do at their desks, in the order of the API. */
function deskOf(looker) {
  const entryOf = (documentId) => ({ uid: article, documentId, locale: 'en' });
  const sealOf = async (entry) => (await looker.get(`/presence/entry?${new URLSearchParams(entry)}`)).seal;
  const decide = async (who, entry, kind, comment) =>
    who.post('/presence/entry/decision', { entry, kind, seal: await sealOf(entry), comment });
  return {
    decide,
    async change(who, title, fields) {
      const { results } = await who.get(`${path}?locale=en&_q=${encodeURIComponent(title)}`);
      const [{ documentId }] = results;
      await who.put(`${path}/${documentId}?locale=en`, fields);
      return entryOf(documentId);
    },
    submit: (who, entry, comment) => decide(who, entry, 'submit', comment),
    async give(who, entry, assignees, dueOn) {
      await who.put('/presence/entry/assignees', { entry, assignees });
      await who.put('/presence/entry/due', { entry, dueOn });
    },
    async comment(who, entry, words, text) {
      const { fields } = await who.get(`/presence/entry/threads?${new URLSearchParams(entry)}`);
      const about = fields.find((field) => field.text.includes(words));
      const start = about.text.indexOf(words);
      const quote = {
        text: words,
        start,
        prefix: about.text.slice(Math.max(0, start - 40), start),
        suffix: '',
      };
      await who.post('/presence/entry/threads', { entry, anchor: { field: about.field, quote }, text });
    },
  };
}
