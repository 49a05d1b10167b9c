import type { Browser, Page } from 'playwright-core';
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
  type Call,
} from './bakery';

const zone = 'Europe/Berlin';
const day = 86_400_000;
/** A day of the month after next, so that every view of these tests lies in the future: the 10th. */
const ahead = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 2, 10));
const dayAt = (days: number) => new Date(ahead.getTime() + days * day).toISOString().slice(0, 10);

describe('the calendar, at a desk of the bakery', () => {
  let bakery: Bakery;
  let browser: Browser;
  let rosa: Page;
  let call: Call;

  beforeAll(async () => {
    bakery = await openBakery();
    browser = await openBrowser();
    rosa = await atDesk(browser, bakery, 'owner@bakery.test');
    call = callsOf(rosa);
    await plan('Planned for the calendar', 0);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await bakery?.close();
  }, 60_000);

  /** An entry that goes out on the website at nine, so many days after `ahead`. */
  const plan = async (title: string, days: number): Promise<void> => {
    const channels = await call<{ key: string; kind: string }[]>('GET', '/presence/channels');
    const { key } = await call<{ key: string }>('POST', '/presence/campaigns', {
      entry: await anArticle(call, title),
      name: title,
      copies: channels.filter(({ kind }) => kind === 'website').map((channel) => ({ channel: channel.key })),
    });
    await call('POST', `/presence/campaigns/${key}/schedule`, {
      when: { kind: 'at', local: `${dayAt(days)}T09:00`, zone },
    });
  };

  const open = async (view: string, width = 1440) => {
    await rosa.setViewportSize({ width, height: 900 });
    await rosa.goto(
      `${bakery.cms}/admin/plugins/presence/calendar?view=${view}&day=${dayAt(0)}&zone=${encodeURIComponent(zone)}`,
    );
    await rosa
      .getByRole('link', { name: /Planned for the calendar/ })
      .first()
      .waitFor();
  };
  const moved = () => rosa.getByRole('status').filter({ hasText: 'Planned for the calendar' });
  const cell = (days: number) => rosa.locator(`td[data-date="${dayAt(days)}"]`);

  it('shows what goes out, and leads to its campaign', async () => {
    await open('dayGridMonth');
    await picture(rosa, 'calendar');
    await cell(0)
      .getByRole('link', { name: /^09:00, Planned for the calendar, .*, (Scheduled|Held)$/ })
      .click();
    await rosa.waitForURL(/\/presence\/campaigns\/[0-9a-f-]{36}/);
  });

  it('begins something at an empty place, on the clock that is shown', async () => {
    await open('dayGridMonth');
    await cell(1).scrollIntoViewIfNeeded();
    const place = await cell(1).boundingBox();
    if (!place) throw new Error('The day is not there.');
    await rosa.mouse.click(place.x + place.width / 2, place.y + place.height - 12);
    await rosa.waitForURL(/\/campaigns\/new\?/);
    const asked = new URL(rosa.url()).searchParams;
    expect([asked.get('at'), asked.get('zone')]).toEqual([`${dayAt(1)}T09:00`, zone]);
  });

  it('moves by dragging to another day, says so, and takes it back', async () => {
    await open('dayGridMonth');
    const from = await cell(0)
      .getByRole('link', { name: /Planned for the calendar/ })
      .boundingBox();
    const to = await cell(2).boundingBox();
    if (!from || !to) throw new Error('The item or the day is not there.');
    await rosa.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await rosa.mouse.down();
    await rosa.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await rosa.mouse.up();
    await moved().waitFor();
    await cell(2)
      .getByRole('link', { name: /^09:00, Planned for the calendar/ })
      .waitFor();
    await moved().getByRole('button', { name: 'Undo' }).click();
    await moved().getByText('Taken back', { exact: false }).waitFor();
    await cell(0)
      .getByRole('link', { name: /^09:00, Planned for the calendar/ })
      .waitFor();
  });

  it('moves by the keyboard alone, and brings the focus back', async () => {
    await open('dayGridMonth');
    await cell(0)
      .getByRole('link', { name: /Planned for the calendar/ })
      .focus();
    await rosa.keyboard.press('Tab');
    await rosa.keyboard.press('Enter');
    const dialog = rosa.getByRole('alertdialog');
    await dialog.getByLabel('Date and time').fill(`${dayAt(3)}T10:30`);
    await dialog.getByRole('button', { name: 'Move' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await cell(3)
      .getByRole('link', { name: /^10:30, Planned for the calendar/ })
      .waitFor();
    await rosa.waitForFunction(() => document.activeElement?.hasAttribute('data-move'));
    await moved().getByRole('button', { name: 'Undo' }).press('Enter');
    await cell(0)
      .getByRole('link', { name: /^09:00, Planned for the calendar/ })
      .waitFor();
  });

  it('asks which is meant where the clocks skip the time', async () => {
    const spring = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 2, 31));
    while (spring.getUTCDay() !== 0) spring.setUTCDate(spring.getUTCDate() - 1);
    await open('dayGridMonth');
    await rosa.getByRole('button', { name: /^Move “Planned for the calendar”/ }).press('Enter');
    const dialog = rosa.getByRole('alertdialog');
    await dialog.getByLabel('Date and time').fill(`${spring.toISOString().slice(0, 10)}T02:30`);
    await dialog.getByRole('button', { name: 'Move' }).click();
    await dialog
      .getByText(/the clocks skip/)
      .first()
      .waitFor();
    await dialog.getByRole('radio').last().waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('keeps nobody out, at any width, in any view, in both themes', async () => {
    for (const theme of ['dark', 'light'])
      for (const [view, width] of [
        ['dayGridMonth', 1440],
        ['timeGridWeek', 1440],
        ['listMonth', 390],
        ['timeGridDay', 390],
      ] as const) {
        await rosa.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
        await open(view, width);
        expect({ theme, view, barriers: await barriers(rosa) }).toEqual({ theme, view, barriers: [] });
        const overflow = await overflowOf(rosa);
        expect({ theme, view, overflow }).toEqual({ theme, view, overflow: 0 });
      }
  });
});
