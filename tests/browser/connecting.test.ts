import type { Browser, Page } from 'playwright-core';
import { blueskyAt } from '../../scripts/demo/bluesky.mjs';
import {
  anArticle,
  atDesk,
  barriers,
  callsOf,
  openBakery,
  openBrowser,
  overflowOf,
  picture,
  type Bakery,
} from './bakery';

/** Words without any sign that a network would give a meaning to. */
const written = 'Walnut bread on Saturday, from seven in the morning, as long as it lasts.';
/** How many characters go behind the text for the page: an empty line, and what the network makes of an address. */
const behind = { Mastodon: 2 + 23, Discord: 2 + 160, Telegram: 2 + 160, Bluesky: 0 } as const;
/** Of the text beside a picture. */
const limits = { Mastodon: 500, Discord: 2_000, Telegram: 1_024, Bluesky: 300 } as const;
type Network = keyof typeof limits;
const networks = Object.keys(limits) as Network[];
const nameOf = (network: Network): string => `Corner shop on ${network}`;

describe('channels, connected at a desk of the bakery', () => {
  let bakery: Bakery;
  let browser: Browser;
  let rosa: Page;
  let call: ReturnType<typeof callsOf>;

  beforeAll(async () => {
    bakery = await openBakery();
    browser = await openBrowser();
    rosa = await atDesk(browser, bakery, 'owner@bakery.test');
    call = callsOf(rosa);
    // Approvals are walked through elsewhere.
    const settings = await call<object>('GET', '/presence/settings');
    await call('PUT', '/presence/settings', { ...settings, governed: [] });
    await rosa.goto(`${bakery.cms}/admin/plugins/presence/channels`);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await bakery?.close();
  }, 60_000);

  const practice = async <T>(method: string, path: string, body?: object): Promise<T> =>
    (await (
      await fetch(`${bakery.practice}/_practice/${path}`, {
        method,
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    ).json()) as T;
  const form = () => rosa.getByRole('dialog');
  const card = (network: Network) => rosa.getByRole('article', { name: nameOf(network), exact: true });
  const press = (name: string | RegExp, within: Page | ReturnType<Page['locator']> = rosa) =>
    within.getByRole('button', { name, exact: true }).click();
  /** The form of a new channel, with its name in it. */
  const begin = async (network: Network) => {
    await press('Add a channel');
    await rosa.getByRole('menuitem', { name: network, exact: true }).click();
    await enter({ Name: nameOf(network) });
  };
  const enter = async (values: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(values))
      await form()
        .getByLabel(new RegExp(`^${label}\\*?$`))
        .fill(value);
  };
  const saveAndTest = async (network: Network) => {
    await press('Save', form());
    await form().waitFor({ state: 'detached' });
    await card(network).getByText('Not tested').waitFor();
    await press('Test this channel', card(network));
    await card(network).getByText('Works', { exact: true }).waitFor();
  };
  const stored = async (network: Network) => {
    type Stored = { name: string; state: string; hasSecret: boolean };
    return (await call<Stored[]>('GET', '/presence/channels')).find(({ name }) => name === nameOf(network));
  };

  describe('by the page of the network (Mastodon)', () => {
    it('says what was not allowed there, and stores nothing of it', async () => {
      await begin('Mastodon');
      await enter({ Server: bakery.practice });
      expect(await barriers(rosa, '[role=dialog]')).toEqual([]);
      await press('Save and connect with Mastodon', form());
      await rosa.waitForURL(`${bakery.practice}/oauth/authorize?**`);
      await rosa.getByText('write:statuses, write:media, read:accounts, read:statuses').waitFor();
      await press('Deny');
      await rosa.waitForURL(`${bakery.cms}/admin/plugins/presence/channels?**`);
      await rosa.getByText(/^The access was not allowed there, so nothing was stored\./).waitFor();
      await card('Mastodon').getByText('Not tested').waitFor();
      expect(await barriers(rosa)).toEqual([]);
      await expect(stored('Mastodon')).resolves.toMatchObject({ state: 'untested', hasSecret: false });
    });

    it('comes back connected when it is allowed, and says as whom; an address that is opened again changes nothing', async () => {
      await press(`Edit ${nameOf('Mastodon')}`, card('Mastodon'));
      await press('Save and connect with Mastodon', form());
      await rosa.waitForURL(`${bakery.practice}/oauth/authorize?**`);
      await rosa.getByLabel('Account').fill('corner');
      await press('Allow');
      const connected = `Connected as @corner@${new URL(bakery.practice).host}`;
      await rosa.getByRole('status').getByText(connected).waitFor();
      await card('Mastodon').getByText(connected).waitFor();
      await card('Mastodon').getByText('Works', { exact: true }).waitFor();
      expect(await barriers(rosa)).toEqual([]);
      await rosa.reload();
      await rosa.getByText(/^This answer of the network was used already/).waitFor();
      await expect(stored('Mastodon')).resolves.toMatchObject({ state: 'ready', hasSecret: true });
    });
  });

  it('by an app that is entered in the form (Facebook), as the Page that is chosen', async () => {
    const app = await practice<{ clientId: string; clientSecret: string }>('POST', 'facebook-pages', {
      ...{ account: 'corner', pages: ['Corner shop', 'Corner café'] },
    });
    const name = 'Corner shop on Facebook';
    await call('POST', '/presence/channels', {
      ...{ kind: 'facebook', name, settings: { server: bakery.practice } },
    });
    await rosa.reload();
    const facebook = rosa.getByRole('article', { name, exact: true });
    await press(`Edit ${name}`, facebook);
    const connect = form().getByRole('button', { name: 'Save and connect with Facebook' });
    await form().getByText('Your app at Facebook').waitFor();
    expect(await connect.isDisabled()).toBe(true);
    await form().getByText(`${bakery.cms}/api/presence/connect/facebook`, { exact: true }).waitFor();
    expect(await barriers(rosa, '[role=dialog]')).toEqual([]);
    await press('Save the app', form());
    await form().getByText('Please fill this in.').first().waitFor();
    await enter({ 'Id of the app \\(client id\\)': app.clientId });
    await enter({ 'Secret of the app \\(client secret\\)': app.clientSecret });
    await form()
      .getByRole('checkbox', { name: /read_insights/ })
      .click();
    await press('Save the app', form());
    await form().getByText(`Connects by your app ${app.clientId} at Facebook.`).waitFor();
    expect(await barriers(rosa, '[role=dialog]')).toEqual([]);
    await connect.click();
    await rosa.waitForURL(`${bakery.practice}/**`);
    await rosa.getByText(/pages_manage_posts.*read_insights/).waitFor();
    await rosa.getByLabel('Account').fill('corner');
    await press('Allow');
    // There are two: which of them is asked.
    await rosa
      .getByRole('radio', { name: /Corner café/ })
      .first()
      .click();
    await rosa.getByRole('button', { name: 'Post here' }).first().click();
    await facebook.getByText('Connected as Corner café', { exact: false }).first().waitFor();
    await facebook.getByText('Works', { exact: true }).waitFor();
    expect(await rosa.content()).not.toContain(app.clientSecret);
    await call('DELETE', '/presence/connect-apps/facebook');
  });

  it('by an app password (Bluesky): a wrong one is told, the right one works', async () => {
    const account = await blueskyAt(bakery.pds).account('corner');
    await begin('Bluesky');
    await enter({ Handle: account.handle, Server: bakery.pds, 'App password': 'abcd-efgh-ijkl-mnop' });
    await form()
      .getByLabel(/^Where likes are counted/)
      .click();
    await rosa.getByRole('option', { name: 'Only my own server' }).click();
    expect(await barriers(rosa, '[role=dialog]')).toEqual([]);
    await press('Save', form());
    await press('Test this channel', card('Bluesky'));
    await card('Bluesky').getByText('Renew credentials', { exact: true }).waitFor();
    await press(`Edit ${nameOf('Bluesky')}`, card('Bluesky'));
    await enter({ 'App password': account.appPassword });
    await saveAndTest('Bluesky');
  });

  it('by the token of a bot (Telegram): a token that is none is refused beside its field', async () => {
    const { chat, token } = await practice<{ chat: string; token: string }>('POST', 'telegram-bots', {
      account: 'cornershop',
    });
    await begin('Telegram');
    await enter({
      'Channel or group': chat,
      'Bot API server': bakery.practice,
      'Token of the bot': 'bakery',
    });
    await press('Save', form());
    await form()
      .getByText(/must be the token of a bot/)
      .first()
      .waitFor();
    expect(await barriers(rosa, '[role=dialog]')).toEqual([]);
    await enter({ 'Token of the bot': token });
    await saveAndTest('Telegram');
    await card('Telegram').getByText('The bot may post there.').waitFor();
  });

  it('by a secret address (Discord), which is never shown again', async () => {
    const { url } = await practice<{ url: string }>('POST', 'discord-hooks', { account: 'cornershop' });
    await begin('Discord');
    await enter({ 'Address of the webhook': url });
    await saveAndTest('Discord');
    await press(`Edit ${nameOf('Discord')}`, card('Discord'));
    await form().getByText('One is stored. Leave it empty to keep it.').waitFor();
    expect(await form().getByLabel('Address of the webhook').inputValue()).toBe('');
    expect(await rosa.content()).not.toContain(new URL(url).pathname.split('/').at(-1));
    await press('Cancel', form());
  });

  it('keeps nobody out of the page of channels, wide and narrow', async () => {
    for (const width of [390, 1440]) {
      await rosa.setViewportSize({ width, height: 900 });
      await rosa.goto(`${bakery.cms}/admin/plugins/presence/channels`);
      await card('Discord').waitFor();
      expect({ width, barriers: await barriers(rosa) }).toMatchObject({ barriers: [] });
      expect({ width, overflow: await overflowOf(rosa) }).toMatchObject({ overflow: 0 });
    }
  });

  describe('in a campaign', () => {
    const copyOf = async (network: Network) => {
      const channels = await call<{ key: string; name: string }[]>('GET', '/presence/channels');
      const { key } = channels.find(({ name }) => name === nameOf(network))!;
      return rosa.locator(`#copy-${key}`);
    };

    it('each counts as its network does while somebody writes, and shows how it will look', async () => {
      type Files = { results: { id: number; alternativeText: string | null }[] };
      const { results } = await call<Files>('GET', '/upload/files?pageSize=100');
      const cover = results.find(({ alternativeText }) => alternativeText?.includes('rye loaf'))?.id;
      expect(cover).toBeDefined();
      const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'Rye and walnuts.' }] }];
      const about = await anArticle(call, 'Walnut bread', {
        summary: 'With walnuts of this autumn.',
        body,
        cover,
      });
      const query = new URLSearchParams(about);
      await rosa.goto(`${bakery.cms}/admin/plugins/presence/campaigns/new?${query}`);
      for (const name of ['Website', ...networks.map(nameOf)])
        await rosa.getByRole('checkbox', { name, exact: true }).click();
      for (const network of networks) {
        const copy = await copyOf(network);
        const counted = (length: number) =>
          copy.getByText(
            `${(length + behind[network]).toLocaleString('en-GB')} of ${limits[network].toLocaleString('en-GB')} characters`,
          );
        const text = copy.getByLabel('Text', { exact: true });
        await text.fill('Walnut');
        await counted('Walnut'.length).waitFor();
        await text.fill(written);
        await counted(written.length).waitFor();
        const preview = copy.locator('xpath=.//h3[normalize-space()="Preview"]/..');
        await preview.getByText(written).waitFor();
        await preview.getByText(nameOf(network)).waitFor();
      }
      expect(await barriers(rosa)).toEqual([]);
    });

    it('what is too long for one is told there, and only there', async () => {
      const mastodon = await copyOf('Mastodon');
      const text = mastodon.getByLabel('Text', { exact: true });
      await text.fill('n'.repeat(476));
      await mastodon
        .getByText(/1 (character )?over|501 of 500 characters/)
        .first()
        .waitFor();
      expect(await text.getAttribute('aria-invalid')).toBe('true');
      await text.fill(written);
      await mastodon.getByText(`${written.length + behind.Mastodon} of 500 characters`).waitFor();
      expect(await text.getAttribute('aria-invalid')).not.toBe('true');
    });

    it('a picture is cut around what must be seen, which is moved with the keyboard', async () => {
      const mastodon = await copyOf('Mastodon');
      await mastodon.getByRole('combobox', { name: /^Shape of picture 1/ }).click();
      await rosa.getByRole('option', { name: 'Portrait, 4:5' }).click();
      const ring = mastodon.getByRole('slider', { name: 'What must be seen' });
      await mastodon.getByRole('combobox', { name: /^What does not fit/ }).waitFor();
      // Once the proposal is there.
      await mastodon.locator('[role=slider][aria-disabled=false]').waitFor();
      const [before = 0] = (await ring.getAttribute('aria-valuetext'))?.match(/\d+/g)?.map(Number) ?? [];
      await ring.focus();
      const key = before > 50 ? 'ArrowLeft' : 'ArrowRight';
      for (let step = 0; step < 3; step += 1) await rosa.keyboard.press(key);
      expect(await ring.getAttribute('aria-valuenow')).toBe(String(before > 50 ? before - 3 : before + 3));
      expect(await barriers(rosa)).toEqual([]);
      const shown = mastodon.locator('xpath=.//h3[normalize-space()="Preview"]/..').getByRole('img').first();
      const box = await shown.boundingBox();
      expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(4 / 5, 1);
      await rosa.setViewportSize({ width: 1440, height: 900 });
      await ring.scrollIntoViewIfNeeded();
      await picture(rosa, 'picture-shape');
    });

    it('a card of the brand is drawn from the words, and takes the place of the picture', async () => {
      const discord = await copyOf('Discord');
      await press('Make a card of picture 1', discord);
      const dialog = rosa.getByRole('dialog');
      await dialog.getByLabel(/^Title/).fill('Walnut bread on Saturday');
      await dialog.getByRole('img', { name: 'Preview of the card: Walnut bread on Saturday' }).waitFor();
      expect(await barriers(rosa, '[role=dialog]')).toEqual([]);
      await press('Use this card', dialog);
      await dialog.waitFor({ state: 'detached' });
      const alt = discord.getByLabel(/^Alt text of picture 1/);
      await rosa.waitForFunction(
        (name) => document.activeElement?.getAttribute('name') === name,
        await alt.getAttribute('name'),
      );
      expect(await alt.inputValue()).toContain('Walnut bread on Saturday');
      const shown = discord.locator('xpath=.//h3[normalize-space()="Preview"]/..').getByRole('img').first();
      expect(await shown.getAttribute('src')).toContain('card');
    });

    it('goes out on every one of them, once', async () => {
      await press('Send to 5 channels now');
      const rows = rosa.locator('#campaign-results').getByRole('row');
      for (const network of networks)
        await rows
          .filter({ hasText: nameOf(network) })
          .getByText('Published', { exact: true })
          .waitFor({ timeout: 90_000 })
          .catch(async (error: unknown) => {
            throw new Error(`${nameOf(network)}: ${await rosa.locator('#campaign-results').innerText()}`, {
              cause: error,
            });
          });
      for (const network of ['mastodon', 'telegram', 'discord']) {
        const posts = await practice<{ account: string; text: string }[]>('GET', `posts?network=${network}`);
        expect(posts.map(({ account, text }) => [account, text.split('\n')[0]])).toEqual([
          [network === 'mastodon' ? 'corner' : 'cornershop', written],
        ]);
      }
    }, 180_000);
  });
});
