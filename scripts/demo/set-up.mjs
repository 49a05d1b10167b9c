import { readFileSync } from 'node:fs';
import { signIn } from './admin-api.mjs';
import { expect } from './lines.mjs';

const kit = JSON.parse(
  readFileSync(new URL('../../examples/bakery/brand-kit.json', import.meta.url), 'utf8'),
);

export const article = 'api::article.article';
const governed = [article, 'api::product.product', 'api::home.home'];

/** What the owner does once: settings, the brand kit, five channels, each tested. Mastodon is in practice mode: what it publishes stays in Strapi. */
export async function setUp(print, { cms, site, password, bluesky, mail, receiver, hookSecret }) {
  const rosa = await print.step('Rosa, the owner, logs in', async () => ({
    detail: 'owner@bakery.test',
    value: await signIn(cms, 'owner@bakery.test', password),
  }));
  await print.step('She says what needs an approval and what the brand is', async () => {
    const settings = await rosa.get('/presence/settings');
    await rosa.put('/presence/settings', {
      ...settings,
      governed,
      fourEyes: true,
      sites: {
        baseUrl: site,
        pages: {
          [article]: '/{locale}/articles/{slug}/',
          'api::product.product': '/{locale}/products/',
          'api::home.home': '/{locale}/',
        },
        hook: { url: `${site}/hook`, secret: hookSecret },
      },
      publicUrl: cms,
      catchUp: 'ask',
      zone: 'Europe/Berlin',
      retentionDays: 400,
    });
    const [main] = (await rosa.get('/presence/brand/brands')).brands;
    await rosa.put('/presence/brand/brands', { brands: [{ ...main, name: 'Lindner & Daughters', kit }] });
    return `${governed.length} governed types, ${kit.terms.length} terms, ${kit.forbiddenClaims.length} forbidden claims`;
  });

  await print.step('She looks at what is published already and lets it stand', async () => {
    const { found } = await rosa.post('/presence/drift/scan');
    for (let left = found; left > 0;) {
      const { items } = await rosa.get('/presence/drift?pageSize=100');
      const entries = items.map(({ entry, seal }) => ({ entry, seal }));
      const comment = 'Published before we approved things here.';
      const { outcomes } = await rosa.post('/presence/drift/adopt', { entries, comment });
      const refused = outcomes.find(({ ok }) => !ok);
      expect(!refused && entries.length > 0, refused?.message ?? 'the list is empty');
      left -= entries.length;
    }
    return `${found} entries`;
  });

  const shop = await bluesky.account('lindner');
  const connect = async (input) => (await rosa.post('/presence/channels', input)).key;
  const keys = await print.step('She connects the channels', async () => {
    const value = {
      website: await connect({ kind: 'website', name: 'Website' }),
      bluesky: await connect({
        kind: 'bluesky',
        name: 'Bluesky',
        settings: {
          service: bluesky.url,
          identifier: shop.handle,
          countsFrom: 'pds',
          postUrl: `${bluesky.url}/xrpc/com.atproto.repo.getRecord?repo={did}&collection=app.bsky.feed.post&rkey={rkey}`,
        },
        secret: { appPassword: shop.appPassword },
      }),
      mastodon: await connect({ kind: 'mastodon', name: 'Mastodon', settings: {}, practice: true }),
      email: await connect({
        kind: 'email',
        name: 'The Friday letter',
        settings: {
          fromName: 'Lindner & Daughters',
          fromEmail: 'letter@bakery.test',
          replyTo: 'owner@bakery.test',
          imprint: 'Lindner & Daughters, Kastanienallee 40, Berlin',
          rate: 100,
          smtp: { host: '127.0.0.1', port: mail.smtpPort, security: 'none', user: mail.smtpLogin.user },
        },
        secret: { password: mail.smtpLogin.password },
      }),
      webhook: await connect({
        kind: 'webhook',
        name: 'Neighbourhood app',
        settings: { url: receiver.url },
        secret: { signingSecret: receiver.secret },
      }),
    };
    return { detail: 'website, Bluesky, Mastodon in practice mode, e-mail, webhook', value };
  });
  for (const kind of ['bluesky', 'mastodon', 'email', 'webhook'])
    await print.step(`The test of the channel ${kind} finds it in order`, async () => {
      const { report } = await rosa.post(`/presence/channels/${keys[kind]}/test`);
      expect(report.state === 'ready', `${report.state}: ${report.message}`);
      return report.message;
    });
  return { rosa, shop, channels: keys };
}
