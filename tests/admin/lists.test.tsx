import { screen, within } from '@testing-library/react';
import { Attempts } from '../../admin/components/attempts';
import { bundlesOf } from '../../admin/components/bundles';
import { Listing } from '../../admin/components/listing';
import { PublicationLines } from '../../admin/components/publication-lines';
import { nextLook } from '../../admin/components/next-look';
import type { PublicationView } from '../../src/publishing/schema';
import { show } from './stage';

const publication = (part: Partial<PublicationView>): PublicationView => ({
  key: crypto.randomUUID(),
  campaign: 'c',
  campaignName: 'Walnut rye',
  entry: { uid: 'api::article.article', documentId: 'd', locale: 'en' },
  entryTitle: 'The walnut rye is back',
  channel: 'x',
  channelName: 'Bluesky',
  kind: 'bluesky',
  copy: { text: '', link: null, pictures: [], edited: false },
  check: { count: 0, limit: 300, unit: 'characters', problems: [] },
  state: 'scheduled',
  dueAt: Date.UTC(2026, 10, 26, 6),
  localTime: '2026-11-26T07:00',
  zone: 'Europe/Berlin',
  afterMinutes: null,
  nextAt: null,
  waitsFor: null,
  attempts: [],
  inDoubt: 0,
  problem: null,
  hold: null,
  receipt: null,
  recall: null,
  correction: null,
  deliveredAt: null,
  url: null,
  actions: [],
  createdAt: 0,
  ...part,
});

describe('publications', () => {
  it('of one campaign at one place are one line, the website first', () => {
    const rows = [
      publication({ kind: 'email', channelName: 'Letter' }),
      publication({ kind: 'website', channelName: 'Website' }),
      publication({
        state: 'held',
        problem: { code: 'review.not-approved', message: 'Nobody approved it.' },
      }),
    ];
    expect(bundlesOf(rows).map((bundle) => bundle.rows.map(({ channelName }) => channelName))).toEqual([
      ['Website', 'Letter'],
      ['Bluesky'],
    ]);
    show(<PublicationLines rows={rows} limit={1} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('and 1 more')).toBeTruthy();
  });

  it('show their time on the clock by which it was chosen', () => {
    show(<PublicationLines rows={[publication({ zone: 'America/New_York' })]} />);
    expect(screen.getByText('Nov 26, 2026, 1:00 AM')).toBeTruthy();
  });

  it.each([
    ['runs', { state: 'running' as const }, 2_000],
    ['is due within the minute', { nextAt: 30_000 }, 5_000],
    ['is due tomorrow', { nextAt: 86_400_000 }, 30_000],
    ['is being corrected', { state: 'delivered' as const, correction: { state: 'waiting' } as never }, 5_000],
  ])('are looked at again soon when one %s', (_, part, wait) => {
    expect(nextLook({ items: [publication(part)], page: 1, pageSize: 25, total: 1 }, 0)).toBe(wait);
  });

  it('tell each try in words', () => {
    show(
      <Attempts
        attempts={[
          {
            number: 1,
            startedAt: 0,
            endedAt: 1,
            outcome: 'retry',
            code: 'x',
            message: 'The server was busy.',
          },
          { number: 2, startedAt: 2, endedAt: null, outcome: null, code: '', message: '' },
        ]}
      />,
    );
    expect(screen.getByText('2 tries')).toBeTruthy();
    expect(screen.getByText('The server was busy.')).toBeTruthy();
    expect(screen.getByText(/On its way/)).toBeTruthy();
  });
});

describe('a list', () => {
  it('is a table to screen readers, and names each cell for narrow screens', () => {
    show(
      <Listing
        caption="Loaves"
        columns={[
          { id: 'name', label: 'Name', cell: ({ name }) => name },
          { id: 'act', label: 'Actions', isLabelHidden: true, cell: () => <button>Bake</button> },
        ]}
        rows={[{ name: 'Rye' }]}
        keyOf={({ name }) => name}
      />,
    );
    const table = screen.getByRole('table', { name: 'Loaves' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['Name', 'Actions']);
    expect(
      within(table)
        .getAllByRole('cell')
        .map((cell) => cell.dataset['label']),
    ).toEqual(['Name', '']);
  });
});
