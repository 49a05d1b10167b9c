import { signIn } from '../admin-api.mjs';
import { article } from '../set-up.mjs';

const day = 86_400_000;

/** Something that waits for whoever looks around: Nora changes an article, plans it for Friday and submits it. */
export async function leaveWork(print, { cms, password, channels }) {
  await print.step('Nora leaves some work for Rosa', async () => {
    const nora = await signIn(cms, 'nora@bakery.test', password);
    const path = `/content-manager/collection-types/${article}`;
    const { results } = await nora.get(`${path}?locale=en&_q=Stollen+season`);
    const [{ documentId }] = results;
    await nora.put(`${path}/${documentId}?locale=en`, {
      summary:
        'The fruit goes into rum in August and the first stollen leaves the oven on St Martin’s Day. Orders are open until the 18th.',
    });
    const entry = { uid: article, documentId, locale: 'en' };
    const copies = ['website', 'bluesky', 'email'].map((kind) => ({ channel: channels[kind] }));
    const campaign = await nora.post('/presence/campaigns', {
      entry,
      name: 'Stollen orders',
      goal: 'Two hundred orders',
      copies,
    });
    const local = `${nextFriday(Date.now())}T07:00`;
    await nora.post(`/presence/campaigns/${campaign.key}/schedule`, {
      when: { kind: 'at', local, zone: 'Europe/Berlin' },
    });
    const { seal } = await nora.get(`/presence/entry?${new URLSearchParams(entry)}`);
    await nora.post('/presence/entry/decision', {
      entry,
      kind: 'submit',
      seal,
      comment: 'New closing date for orders.',
    });
    return `“Stollen orders”, ${local}`;
  });
}

/** The date of the next Friday that is at least two days away. */
function nextFriday(now) {
  let at = now + 2 * day;
  while (new Date(at).getUTCDay() !== 5) at += day;
  return new Date(at).toISOString().slice(0, 10);
}
