import { TextDecoder, TextEncoder } from 'node:util';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { DesignSystemProvider } from '@strapi/design-system';
import { IntlProvider } from 'react-intl';
import { MemoryRouter, useLocation } from 'react-router-dom';
import en from '../../admin/translations/en.json';
import shell from '../../admin/translations/shell.en.json';
import { behindOf } from '../../admin/pages/calendar/behind';
import { CalendarGrid, isSame, type Shown } from '../../admin/pages/calendar/grid';
import { ImportDialog } from '../../admin/pages/calendar/import-dialog';
import { useLook } from '../../admin/pages/calendar/look';
import { droppedAt, gapsOf, localNow, movedClock, whenOf } from '../../admin/pages/calendar/times';
import { useState } from 'react';
import { dueOf } from '../../src/publishing/due';
import type { CalendarItem } from '../../src/publishing/calendar/schema';
import type { ImportRow } from '../../src/publishing/calendar/views';
import { refused, serverThat } from './brand-server';
import { show } from './stage';

// Browsers have both, jsdom neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const berlin = 'Europe/Berlin';
const item = (more: Partial<CalendarItem> = {}): CalendarItem => ({
  key: '00000000-0000-4000-8000-000000000001',
  campaign: '00000000-0000-4000-8000-0000000000aa',
  campaignName: 'Rye week',
  entryTitle: 'Rye is back',
  channel: '00000000-0000-4000-8000-0000000000bb',
  channelName: 'Bluesky',
  kind: 'bluesky',
  state: 'scheduled',
  dueAt: Date.UTC(2030, 4, 15, 7),
  localTime: '2030-05-15T09:00',
  zone: berlin,
  problem: null,
  words: 'Rye is back',
  afterMinutes: null,
  canMove: true,
  isStopped: false,
  isPractice: false,
  ...more,
});

describe('the times of the calendar', () => {
  it.each([
    ['2030-03-30T02:30', 1, 0, '2030-03-31T02:30'],
    ['2030-12-31T23:30', 0, 3_600_000, '2031-01-01T00:30'],
    ['2028-03-01T09:00', -1, 0, '2028-02-29T09:00'],
  ])('moves %s by %d days and %d ms to %s', (local, days, milliseconds, to) => {
    expect(movedClock(local, days, milliseconds)).toBe(to);
  });

  it.each([
    [Date.UTC(2026, 9, 25, 0, 30), berlin],
    [Date.UTC(2026, 9, 25, 1, 30), berlin],
    [Date.UTC(2026, 3, 4, 14, 45), 'Australia/Lord_Howe'],
    [Date.UTC(2026, 3, 4, 15, 15), 'Australia/Lord_Howe'],
    [Date.UTC(2026, 6, 1, 12), 'Asia/Kathmandu'],
  ])('says an instant (%d in %s) so that the server means the same', (at, zone) => {
    expect(dueOf(whenOf(at, zone), 0)).toMatchObject({ ok: true, value: { dueAt: at } });
  });

  it('keeps the clock that it was chosen by when the day changes, and takes the one that is shown when the time does', () => {
    const tokyo = item({ zone: 'Asia/Tokyo', dueAt: Date.UTC(2030, 4, 15, 0) });
    expect(droppedAt(tokyo, { days: 2, milliseconds: 0 }, berlin)).toEqual({
      kind: 'at',
      local: '2030-05-17T09:00',
      zone: 'Asia/Tokyo',
    });
    expect(droppedAt(tokyo, { days: 0, milliseconds: 3_600_000 }, berlin)).toEqual({
      kind: 'at',
      local: '2030-05-15T03:00',
      zone: berlin,
    });
    // Also a time that the clocks skip: the server asks which is meant.
    expect(
      droppedAt(item({ dueAt: Date.UTC(2030, 2, 30, 1, 30) }), { days: 1, milliseconds: 0 }, berlin),
    ).toEqual({
      kind: 'at',
      local: '2030-03-31T02:30',
      zone: berlin,
    });
  });

  it('knows the days of the coming two weeks on which nothing goes out', () => {
    const now = Date.UTC(2030, 4, 1, 22, 30);
    const shown = { from: Date.UTC(2030, 3, 28, 22), to: Date.UTC(2030, 4, 5, 22) };
    const items = [
      item({ dueAt: Date.UTC(2030, 4, 3, 22, 30) }),
      item({ dueAt: Date.UTC(2030, 4, 4, 10), state: 'cancelled' }),
    ];
    // In Berlin it is the second of May already.
    expect(gapsOf(items, shown, now, berlin)).toEqual(['2030-05-02', '2030-05-03', '2030-05-05']);
    expect(gapsOf([], { from: 0, to: 1 }, now, berlin)).toEqual([]);
  });

  it('begins at nine in the morning of a day to come, and an hour from now on a day that has passed', () => {
    expect(localNow('2090-01-01', berlin)).toBe('2090-01-01T09:00');
    expect(localNow('2020-01-01', berlin) > '2026').toBe(true);
  });

  it('draws the plan of the business at the instants that its clock means', () => {
    const plan = {
      zone: berlin,
      slots: [{ channel: 'c', weekday: 1, time: '09:30' }],
      blackouts: [{ name: 'Stocktaking', from: '2030-03-31T00:00', to: '2030-04-01T00:00', channels: [] }],
      holidayDays: ['2030-04-01', '2031-01-01'],
    };
    const shown = { from: Date.UTC(2030, 2, 30, 23), to: Date.UTC(2030, 3, 7, 22) };
    const text = { blackout: (name: string) => `Nothing: ${name}`, holiday: 'Holiday' };
    expect(behindOf(plan, shown, new Map([['c', 'Bluesky']]), text)).toEqual([
      {
        start: '2030-03-30T23:00:00.000Z',
        end: '2030-03-31T22:00:00.000Z',
        title: 'Nothing: Stocktaking',
        display: 'background',
      },
      {
        start: '2030-03-31T22:00:00.000Z',
        end: '2030-04-01T22:00:00.000Z',
        title: 'Holiday',
        display: 'background',
      },
      {
        start: '2030-04-01T07:30:00.000Z',
        end: '2030-04-01T08:00:00.000Z',
        title: 'Bluesky',
        display: 'background',
        classNames: ['presence-slot'],
      },
    ]);
  });
});

describe('the grid', () => {
  const grid = (items: readonly CalendarItem[], more: Partial<Parameters<typeof CalendarGrid>[0]> = {}) => {
    const told: unknown[] = [];
    show(
      <CalendarGrid
        items={items}
        behind={[]}
        gaps={[]}
        zone={berlin}
        view="dayGridMonth"
        day="2030-05-15"
        canManage
        onShown={(shown: Shown) => told.push(['shown', shown.view, shown.day])}
        onOpen={(campaign) => told.push(['open', campaign])}
        onMove={(key) => told.push(['move', key])}
        onDrop={() => told.push(['drop'])}
        onEmpty={(local) => told.push(['empty', local])}
        {...more}
      />,
    );
    return told;
  };

  it('shows an item with time, title, channel and state in words, and leads to its campaign and to its time', async () => {
    const told = grid([item()]);
    const link = await screen.findByRole('link', { name: '09:00, Rye is back, Bluesky, Scheduled' });
    fireEvent.click(link);
    fireEvent.click(screen.getByRole('button', { name: 'Move “Rye is back” on Bluesky' }));
    expect(told).toEqual([
      ['shown', 'dayGridMonth', '2030-05-15'],
      ['open', item().campaign],
      ['move', item().key],
    ]);
  });

  it('shows it on the clock of the zone that was chosen', async () => {
    grid([item()], { zone: 'Asia/Tokyo' });
    await screen.findByRole('link', { name: /^16:00, Rye is back/ });
  });

  it('offers to move only what can be moved, to who may', async () => {
    grid([item({ canMove: false, state: 'delivered' })]);
    await screen.findByRole('link', { name: /Published$/ });
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('says in words what is stopped and what is for practice', async () => {
    grid([item({ isStopped: true, isPractice: true })]);
    const link = await screen.findByRole('link', { name: /Scheduled, Stopped, Practice$/ });
    expect(link.textContent).toContain('Stopped · Practice · Scheduled · Bluesky');
  });

  it('offers nothing to who only looks', async () => {
    grid([item()], { canManage: false });
    await screen.findByRole('link', { name: /Scheduled$/ });
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('stays readable on a day with forty items', async () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      item({
        key: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        dueAt: Date.UTC(2030, 4, 15, 7, n),
      }),
    );
    grid(many, { view: 'listMonth' });
    expect(await screen.findAllByRole('link', { name: /Rye is back/ })).toHaveLength(40);
  });

  it('comes to rest when the page draws itself anew for what it was told', async () => {
    const told: Shown[] = [];
    let drawn = 0;
    function Page() {
      const [shown, setShown] = useState<Shown>();
      drawn += 1;
      return (
        <CalendarGrid
          items={[item({ entryTitle: shown?.title ?? '' })]}
          behind={[]}
          gaps={[]}
          zone={berlin}
          view="timeGridWeek"
          day={null}
          canManage
          onShown={(next) => {
            told.push(next);
            setShown((before) => (isSame(before, next) ? before : next));
          }}
          onOpen={() => undefined}
          onMove={() => undefined}
          onDrop={() => undefined}
          onEmpty={() => undefined}
        />
      );
    }
    show(<Page />);
    await waitFor(() => expect(told.length).toBeGreaterThan(0));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(drawn).toBeLessThan(6);
    expect(told.length).toBeLessThan(6);
  });

  it('shows the night where something goes out in it', async () => {
    grid([item({ dueAt: Date.UTC(2030, 4, 15, 1, 30) })], { view: 'timeGridDay' });
    // Without a layout the grid draws its hours alone.
    await screen.findByText('00:00');
  });

  it('marks the days on which nothing goes out', async () => {
    grid([], { gaps: ['2030-05-16'] });
    await waitFor(() => expect(document.querySelectorAll('.presence-gap')).toHaveLength(1));
    expect(document.querySelector('.presence-gap')?.getAttribute('data-date')).toBe('2030-05-16');
  });
});

describe('what is looked at', () => {
  function Sample() {
    const [look, change] = useLook();
    return (
      <>
        <p>{JSON.stringify(look)}</p>
        <p data-testid="address">{useLocation().search}</p>
        <button onClick={() => change({ states: ['held', 'scheduled'], zone: 'Asia/Tokyo' })}>change</button>
      </>
    );
  }
  const at = (search: string) =>
    render(
      <DesignSystemProvider locale="en">
        <IntlProvider locale="en" messages={{ ...en, ...shell }}>
          <MemoryRouter
            initialEntries={[`/calendar${search}`]}
            future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
          >
            <Sample />
          </MemoryRouter>
        </IntlProvider>
      </DesignSystemProvider>,
    );
  beforeEach(() => localStorage.clear());

  it.each([
    ['', { view: 'dayGridMonth', day: null, zone: null, channels: [], states: [] }],
    ['?view=timeGridWeek&day=2030-05-15', { view: 'timeGridWeek', day: '2030-05-15' }],
    [
      '?view=constructor&day=2030-99-99&zone=Mars%2FOlympus&states=gone,held',
      { view: 'dayGridMonth', day: null, zone: null, states: ['held'] },
    ],
  ])('is read from the address %s', (search, look) => {
    at(search);
    expect(JSON.parse(screen.getByText(/^\{/).textContent ?? '')).toMatchObject(look);
  });

  it('is kept in the address, and the zone in this browser', () => {
    at('');
    fireEvent.click(screen.getByText('change'));
    expect(decodeURIComponent(screen.getByTestId('address').textContent ?? '')).toBe(
      '?states=held,scheduled&zone=Asia/Tokyo',
    );
    expect(localStorage.getItem('presence.calendar.zone')).toBe('Asia/Tokyo');
  });
});

describe('a plan from a file', () => {
  const row = (line: number, more: Partial<ImportRow> = {}): ImportRow => ({
    line,
    entryTitle: `Loaf ${line}`,
    channelName: 'Bluesky',
    kind: 'bluesky',
    campaignName: 'Rye week',
    dueAt: Date.UTC(2030, 4, 15, 7),
    localTime: '2030-05-15T09:00',
    zone: berlin,
    goesBy: 'time',
    afterMinutes: null,
    words: 'Own words',
    outcome: 'schedule',
    note: null,
    problems: [],
    campaign: null,
    ...more,
  });
  const wrong = row(3, {
    outcome: 'refuse',
    dueAt: null,
    problems: [{ code: 'time.gap', column: 'when', message: 'The clocks skip it.' }],
  });
  const choose = (bytes: BlobPart) => {
    const file = new File([bytes], 'plan.csv', { type: 'text/csv' });
    // jsdom's files have no bytes to ask for.
    Object.assign(file, {
      arrayBuffer: async () => (typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes),
    });
    fireEvent.change(screen.getByLabelText('File'), { target: { files: [file] } });
  };

  it('shows every row with what would happen and its problems, does it when told to, and says what was done', async () => {
    let done = 0;
    const calls = serverThat({
      'POST /presence/calendar/import': ({ hash, from }: { hash?: string; from: number }) => ({
        hash: 'h',
        total: 3,
        next: from === 0 ? 1 : null,
        rows: (from === 0 ? [row(4)] : [row(2), wrong]).map((each) =>
          hash && each.outcome !== 'refuse' ? { ...each, campaign: item().campaign } : each,
        ),
      }),
    });
    show(<ImportDialog close={() => undefined} done={() => (done += 1)} />);
    choose('entry,channel,when\n');
    await screen.findByText('2 rows can be planned, 1 cannot. Nothing is done yet.');
    const table = screen.getByRole('table', { name: 'Rows of the file' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((each) => within(each).getAllByRole('cell')[0]?.textContent),
    ).toEqual(['2', '3', '4']);
    within(table).getByText('when: The clocks skip it.');
    expect(done).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Plan 2 rows' }));
    await screen.findByText('2 rows are planned, 1 not.');
    expect(done).toBe(1);
    expect(calls.map(({ body }) => body)).toEqual([
      { csv: 'entry,channel,when\n', from: 0 },
      { csv: 'entry,channel,when\n', from: 1 },
      { csv: 'entry,channel,when\n', from: 0, hash: 'h' },
      { csv: 'entry,channel,when\n', from: 1, hash: 'h' },
    ]);
  });

  it('says what a row goes by where that is no time of its own', async () => {
    serverThat({
      'POST /presence/calendar/import': {
        hash: 'h',
        total: 3,
        next: null,
        rows: [
          row(2, { goesBy: 'slot', zone: '', localTime: '' }),
          row(3, { goesBy: 'website', zone: '', localTime: '', afterMinutes: 90 }),
          row(4, { goesBy: 'website', zone: '', localTime: '', afterMinutes: 1, dueAt: null }),
        ],
      },
    });
    show(<ImportDialog close={() => undefined} done={() => undefined} />);
    choose('entry,channel,slot\n');
    await screen.findByText('next free slot');
    screen.getByText('90 minutes after the website is live');
    screen.getByText('1 minute after the website is live');
  });

  it('says what is wrong with a file that is no text, and with one that the server refuses', async () => {
    serverThat({
      'POST /presence/calendar/import': () =>
        refused('The first line must name the columns.', { code: 'import.columns' }),
    });
    show(<ImportDialog close={() => undefined} done={() => undefined} />);
    choose(new Uint8Array([0xff, 0xfe, 0x00]));
    await screen.findByText(/no text in UTF-8/);
    choose('nonsense');
    await screen.findByText('The first line must name the columns.');
  });
});
