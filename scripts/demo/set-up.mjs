import { readFileSync } from 'node:fs';
import { signIn } from './admin-api.mjs';
import { expect } from './lines.mjs';
import { networks } from './networks/kinds.mjs';

const kit = JSON.parse(
  readFileSync(new URL('../../examples/bakery/brand-kit.json', import.meta.url), 'utf8'),
);

/** How the neighbourhood app is told; `told` of ./job/outcome.mjs is what comes of it. */
const appTemplate = { text: 'Fresh from the oven: {{ title }}\n{{ summary ?? opening | sentences: 1 }}' };

export const article = 'api::article.article';
const governed = [article, 'api::product.product', 'api::home.home'];

/** What the owner does once: settings, the brand kit, the channels, each tested. Most are in practice mode: what they publish stays in Strapi. */
export async function setUp(print, { cms, site, password, bluesky, mail, receiver, hookSecret, boardKey }) {
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
      // Of a type that the bakery's own code brings.
      board: await connect({
        kind: 'own',
        name: 'Shop window',
        settings: { type: 'notice-board', values: { address: `${site}/board`, days: 7 } },
        secret: { key: boardKey },
      }),
    };
    for (const { kind, name, settings } of networks)
      value[kind] = await connect({ kind, name, settings, practice: true });
    return {
      detail: `website, Bluesky, e-mail, webhook, the notice board; in practice mode ${networks.map(({ name }) => name).join(', ')}`,
      value,
    };
  });
  await print.step('She writes how the neighbourhood app is told', async () => {
    const { kind, name, settings } = (await rosa.get('/presence/channels')).find(
      ({ key }) => key === keys.webhook,
    );
    const path = `/presence/channels/${keys.webhook}`;
    const wrong = { kind, name, settings, template: { text: 'Fresh: {{ titel }}' } };
    const error = await rosa.refused('PUT', path, wrong);
    expect(
      error.details?.code === 'template.unknown-placeholder' && error.reason.includes('column 11'),
      `a mistake is refused with ${error.details?.code}: ${error.reason}`,
    );
    const { template } = await rosa.put(path, { kind, name, settings, template: appTemplate });
    expect(template?.text === appTemplate.text, `it is kept as ${JSON.stringify(template)}`);
    return `“${template.text.replaceAll('\n', ' ')}”; a mistake is refused with its place`;
  });
  for (const kind of ['bluesky', 'email', 'webhook', ...networks.map((network) => network.kind)])
    await print.step(`The test of the channel ${kind} finds it in order`, async () => {
      const { report } = await rosa.post(`/presence/channels/${keys[kind]}/test`);
      expect(report.state === 'ready', `${report.state}: ${report.message}`);
      return report.message;
    });
  return { rosa, shop, channels: keys };
}
