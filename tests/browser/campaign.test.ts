import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { until } from '../../scripts/demo/wait.mjs';
import {
  anArticle,
  atDesk,
  barriers,
  callsOf,
  openBakery,
  openBrowser,
  overflowOf,
  type Bakery,
  type Call,
} from './bakery';

const zone = 'Europe/Berlin';
const title = 'Plum tart on Sunday';
const written = 'Plum tart on Sunday, from ten in the morning, as long as the tray lasts.';
/** A day of the month after next, so that it lies in the future on every clock: the 11th. */
const now = new Date();
const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 11)).toISOString().slice(0, 10);

describe('a campaign, at a desk of the bakery', () => {
  let bakery: Bakery;
  let browser: Browser;
  let rosa: Page;
  let call: Call;
  let planned: string;

  beforeAll(async () => {
    bakery = await openBakery();
    browser = await openBrowser();
    rosa = await atDesk(browser, bakery, 'owner@bakery.test');
    call = callsOf(rosa);
    // Approvals are walked through elsewhere; here one person plans what goes out at once.
    const settings = await call<object>('GET', '/presence/settings');
    await call('PUT', '/presence/settings', { ...settings, governed: [] });
    await anArticle(call, title, {
      summary: 'The last plums of the year, on a yeast dough.',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Baked on Sunday at six.' }] }],
    });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await bakery?.close();
  }, 60_000);

  interface Channel {
    readonly key: string;
    readonly name: string;
  }
  const channelNamed = async (name: string): Promise<Channel> => {
    const found = (await call<Channel[]>('GET', '/presence/channels')).find((one) => one.name === name);
    if (!found) throw new Error(`There is no channel ${name}.`);
    return found;
  };
  const copyOf = async (name: string) => rosa.locator(`#copy-${(await channelNamed(name)).key}`);
  const results = () => rosa.locator('#campaign-results');
  const rowOf = (name: string) => results().getByRole('row').filter({ hasText: name });
  const dialog = () => rosa.getByRole('alertdialog');
  const press = (name: string, within: Page | ReturnType<Page['locator']> = rosa) =>
    within.getByRole('button', { name, exact: true }).click();
  const onBluesky = async () => {
    const query = `repo=${bakery.shop}&collection=app.bsky.feed.post`;
    const answer = await fetch(`${bakery.pds}/xrpc/com.atproto.repo.listRecords?${query}`);
    const { records } = (await answer.json()) as { records: { value: { text: string } }[] };
    return records.map(({ value }) => value.text);
  };
  const address = () => new URL(rosa.url()).pathname;

  it('is begun at an empty place of the calendar, about an entry that is looked for', async () => {
    await rosa.goto(
      `${bakery.cms}/admin/plugins/presence/calendar?view=dayGridMonth&day=${day}&zone=${encodeURIComponent(zone)}`,
    );
    const cell = rosa.locator(`td[data-date="${day}"]`);
    await cell.scrollIntoViewIfNeeded();
    const place = await cell.boundingBox();
    if (!place) throw new Error('The day is not there.');
    await rosa.mouse.click(place.x + place.width / 2, place.y + place.height - 12);
    await rosa.waitForURL(/\/campaigns\/new\?/);
    await rosa.getByText(/9:00\sAM \(Europe\/Berlin\)/).waitFor();
    expect(await barriers(rosa)).toEqual([]);
    await rosa.locator('input[name=q]').fill('plum tart');
    await press(`Choose “${title}”`);
    await rosa.waitForURL(/documentId=/);
  });

  it('has a copy for each channel, and shows how what is written looks there', async () => {
    for (const name of ['Website', 'Bluesky', 'The Friday letter', 'Neighbourhood app'])
      await rosa.getByRole('checkbox', { name }).click();
    const bluesky = await copyOf('Bluesky');
    const text = bluesky.getByLabel('Text', { exact: true });
    await text.waitFor();
    await text.fill(written);
    await bluesky.getByText(`${written.length} of 300 characters`).waitFor();
    const preview = bluesky.locator('xpath=.//h3[normalize-space()="Preview"]/..');
    await preview.getByText(written).waitFor();
    await (await copyOf('The Friday letter')).getByText('Lindner & Daughters').first().waitFor();
    await (await copyOf('Neighbourhood app')).getByLabel('What the receiver gets').waitFor();
    expect(await barriers(rosa)).toEqual([]);
  });

  it('is planned for the time of that place, and stands on the calendar there', async () => {
    await press('Schedule for 4 channels');
    await rosa.waitForURL(/campaigns\/[0-9a-f-]{36}$/);
    planned = address();
    for (const name of ['Website', 'Bluesky', 'The Friday letter', 'Neighbourhood app'])
      await rowOf(name).getByText('Scheduled', { exact: true }).waitFor();
    const { publications } = await call<{ publications: { localTime: string; zone: string }[] }>(
      'GET',
      `/presence/campaigns/${planned.split('/').at(-1)}`,
    );
    expect(publications.map(({ localTime, zone: on }) => `${localTime.slice(0, 16)} ${on}`)).toEqual(
      Array(4).fill(`${day}T09:00 ${zone}`),
    );
  });

  it('is duplicated as a draft with the same copies and no time', async () => {
    await press('Duplicate');
    await dialog().getByLabel('Name of the campaign').waitFor();
    expect(await barriers(rosa, '[role=alertdialog]')).toEqual([]);
    await press('Duplicate', dialog());
    await rosa.waitForURL((url) => url.pathname !== planned);
    await rosa.getByRole('heading', { level: 1, name: `${title} (copy)` }).waitFor();
    expect(await (await copyOf('Bluesky')).getByLabel('Text', { exact: true }).inputValue()).toBe(written);
    await expect(results().count()).resolves.toBe(0);
  });

  it('waits while it is stopped, and goes out when it may go on', async () => {
    await press('Stop publishing');
    await expect(dialog().getByRole('radio', { name: 'This campaign' }).isChecked()).resolves.toBe(true);
    expect(await barriers(rosa, '[role=alertdialog]')).toEqual([]);
    await dialog()
      .getByLabel(/^Reason/)
      .fill('The oven is cold.');
    await press('Stop now', dialog());
    await rosa.getByText('Publishing is stopped: this campaign').waitFor();
    await press('Send to 4 channels now');
    for (const name of ['Website', 'Bluesky', 'The Friday letter', 'Neighbourhood app'])
      await rowOf(name)
        .getByText(/^Stopped by Rosa.*The oven is cold\.$/)
        .waitFor();
    expect(await barriers(rosa)).toEqual([]);
    await expect(onBluesky()).resolves.toEqual([]);
    await press('Go on');
    await press('Go on', dialog());
    for (const name of ['Website', 'Bluesky', 'The Friday letter', 'Neighbourhood app'])
      await rowOf(name).getByText('Published', { exact: true }).waitFor({ timeout: 90_000 });
    await rosa.getByText('Publishing is stopped: this campaign').waitFor({ state: 'detached' });
    await expect(onBluesky()).resolves.toEqual([written]);
  }, 180_000);

  it('is taken back, and says of every channel what became of it there', async () => {
    await press('Take back campaign');
    await dialog().getByText('The post on Bluesky is deleted there.').waitFor();
    await dialog()
      .getByText(/^What The Friday letter sent cannot be called back\./)
      .waitFor();
    expect(await barriers(rosa, '[role=alertdialog]')).toEqual([]);
    await dialog()
      .getByLabel(/^Reason/)
      .fill('The plums are gone.');
    await press('Take back campaign', dialog());
    await dialog().getByRole('heading', { name: 'What became of it' }).waitFor();
    const receipt = (name: string) => dialog().getByRole('listitem').filter({ hasText: name });
    await receipt('Bluesky')
      .getByText(/^Taken back by Rosa.*Reason: The plums are gone\.$/)
      .waitFor();
    await receipt('Neighbourhood app')
      .getByText(/^Taken back by Rosa.* was told/)
      .waitFor();
    await receipt('The Friday letter')
      .getByText(/^Rosa .* wanted it back\./)
      .waitFor();
    expect(await barriers(rosa, '[role=alertdialog]')).toEqual([]);
    await press('Close', dialog());
    await rowOf('Bluesky').getByText('Taken back', { exact: true }).waitFor();
    await expect(onBluesky()).resolves.toEqual([]);
    await until('the page to be gone from the website', async () => {
      const { status } = await fetch(
        `${bakery.site}/en/articles/${title.toLowerCase().replaceAll(' ', '-')}/`,
      );
      return status === 404;
    });
  });

  it('keeps nobody out, wide and narrow, light and dark: as it is planned, and when it is over', async () => {
    const taken = address();
    for (const theme of ['dark', 'light'])
      for (const width of [390, 1440])
        for (const page of [planned, taken]) {
          await rosa.setViewportSize({ width, height: 900 });
          await rosa.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
          await rosa.goto(`${bakery.cms}${page}`);
          await results().waitFor();
          expect({ theme, width, page, barriers: await barriers(rosa) }).toMatchObject({ barriers: [] });
          expect({ theme, width, page, overflow: await overflowOf(rosa) }).toMatchObject({ overflow: 0 });
        }
  }, 300_000);

  describe('where a network fails', () => {
    const practice = async <T>(method: string, path: string, body?: object): Promise<T> =>
      (await (
        await fetch(`${bakery.practice}/_practice/${path}`, {
          method,
          ...(body ? { body: JSON.stringify(body) } : {}),
        })
      ).json()) as T;
    /** A campaign of one channel that is sent now, opened at the desk. */
    const sent = async (about: string, channel: string) => {
      const { key } = await call<{ key: string }>('POST', '/presence/campaigns', {
        entry: await anArticle(call, about, { summary: `${about}, for everybody in the street.` }),
        name: about,
        copies: [{ channel, copy: { text: about, link: null, pictures: [], edited: true } }],
      });
      await call('POST', `/presence/campaigns/${key}/schedule`, { when: { kind: 'now' } });
      await rosa.goto(`${bakery.cms}/admin/plugins/presence/campaigns/${key}`);
      return key;
    };
    const arrived = (network: string) => practice<{ text: string }[]>('GET', `posts?network=${network}`);

    it('what was refused goes out when it is tried again', async () => {
      const { url, secret } = await practice<{ url: string; secret: string }>('POST', 'receivers', {
        account: 'village',
      });
      const { key } = await call<Channel>('POST', '/presence/channels', {
        kind: 'webhook',
        name: 'Village board',
        settings: { url },
        secret: { signingSecret: secret },
      });
      await practice('POST', 'faults', { network: 'webhook', fault: { kind: 'redirect' } });
      await sent('Buns for the village', key);
      await rowOf('Village board').getByText('Refused', { exact: true }).waitFor();
      await rowOf('Village board')
        .getByText(/^The receiver redirects/)
        .first()
        .waitFor();
      expect(await arrived('webhook')).toEqual([]);
      await press('Try again', rowOf('Village board'));
      await rowOf('Village board').getByText('Published', { exact: true }).waitFor();
      expect(await arrived('webhook')).toMatchObject([
        { text: expect.stringContaining('Buns for the village') },
      ]);
    });

    it('a doubt that no machine can settle is settled by a look and a word', async () => {
      const { token } = await practice<{ token: string }>('POST', 'tokens', { account: 'bakery' });
      const { key: channel } = await call<Channel>('POST', '/presence/channels', {
        kind: 'mastodon',
        name: 'Village square',
        settings: { instance: bakery.practice },
        secret: { accessToken: token },
      });
      // The post arrives and the answer is lost; from then on nobody can look.
      await practice('POST', 'faults', { network: 'mastodon', fault: { kind: 'cut', accepted: true } });
      const campaign = await sent('Rolls in the square', channel);
      await until('the answer to be lost', async () => (await practice<[]>('GET', 'faults')).length === 0);
      await practice('POST', 'faults', { network: 'mastodon', on: 'any', times: 50, fault: { kind: 'cut' } });
      await until('the failure to be written down', () => afterNineTries(bakery.database, campaign));
      await rowOf('Village square').getByText('Look there', { exact: true }).waitFor({ timeout: 90_000 });
      expect(await barriers(rosa)).toEqual([]);
      await practice('DELETE', 'faults');

      await press('Answer', rowOf('Village square'));
      await dialog().getByRole('radio', { name: 'Yes, it is there' }).click();
      await dialog().getByLabel('Address of the post, if you have it').fill(`${bakery.practice}/@bakery/1`);
      expect(await barriers(rosa, '[role=alertdialog]')).toEqual([]);
      await press('Answer', dialog());
      await rowOf('Village square').getByText('Published', { exact: true }).waitFor();
      expect(await arrived('mastodon')).toMatchObject([{ text: 'Rolls in the square' }]);
    }, 180_000);
  });
});

/** As if the hours of nine failed tries had passed: after the tenth a person is asked. Whether the first is written down yet. */
function afterNineTries(database: string, campaign: string): boolean {
  const set = 'update presence_publications set failures = 9 where campaign = ? and failures > 0';
  const script = `console.log(require('better-sqlite3')(process.argv[1]).prepare("${set}").run(process.argv[2]).changes)`;
  const changed = execFileSync(process.execPath, ['-e', script, database, campaign], { encoding: 'utf8' });
  return Number(changed) === 1;
}
