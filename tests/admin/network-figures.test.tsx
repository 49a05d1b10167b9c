import { screen, within } from '@testing-library/react';
import {
  isCounted,
  NetworkFigures,
  NetworkLines,
  networkRows,
  type NetworkRow,
} from '../../admin/components/network-figures';
import { countsIn } from '../../admin/components/sources';
import { Counted } from '../../admin/pages/campaign/network-results';
import type { PublicationView } from '../../src/publishing/schema';
import { show } from './stage';

const row = (part: Partial<NetworkRow>): NetworkRow => ({
  ...{ key: 'k', name: 'Our page', kind: 'facebook', posts: 1, counts: {} },
  ...part,
});
const cells = (name: string): string[] => {
  const line = screen.getByText(name).closest('tr');
  if (!line) throw new Error(name);
  return within(line)
    .getAllByRole('cell')
    .slice(1)
    .map((cell) => cell.textContent ?? '');
};
const shown = (rows: readonly NetworkRow[], locale?: 'de') =>
  show(<NetworkFigures caption="Counted" rows={rows} unknown="presence.counted.not-yet" />, locale);

describe('what networks count', () => {
  it('stands by channel: seen, reached, answers, saved, clicks', () => {
    shown([
      row({
        counts: { likes: 3, replies: 2, reposts: 1, views: 1_200, reach: 900, clicks: 0 },
      }),
    ]);
    expect(cells('Our page')).toEqual([...['1,200', '900', '6'], '–Facebook does not tell this.', '0']);
  });

  it('is a dash with the reason where nothing is known, which is not zero', () => {
    shown([
      row({ kind: 'threads', key: 't', name: 'Threads', counts: {} }),
      row({ counts: { quotes: 0, likes: 2 } }),
    ]);
    expect(cells('Threads')).toEqual([
      expect.stringMatching(/^–Threads has told nothing of it yet\./),
      '–Threads does not tell this.',
      expect.stringMatching(/^–Threads has told nothing of it yet\./),
      '–Threads does not tell this.',
      '–Threads does not tell this.',
    ]);
    expect(cells('Our page')[2]).toBe('2');
  });

  it('reached at most the sum where there are several posts', () => {
    shown([
      row({ posts: 2, counts: { reach: 900 } }),
      row({ key: 'i', name: 'All', kind: 'instagram', posts: null, counts: { reach: 20 } }),
    ]);
    expect(cells('Our page')[1]).toBe('at most 900');
    expect(cells('All')[1]).toBe('at most 20');
  });

  it('of a channel of an app is whatever it tells', () => {
    shown([row({ kind: 'own', name: 'Board', counts: { saves: 4 } })]);
    expect(cells('Board')[3]).toBe('4');
    expect(cells('Board')[0]).toMatch(/told nothing of it yet/);
  });

  it('is said in German, too', () => {
    shown([row({ posts: 3, counts: { reach: 900 } })], 'de');
    expect(cells('Our page')[1]).toBe('höchstens 900');
    expect(cells('Our page')[3]).toBe('–Facebook gibt das nicht an.');
  });

  it.each([
    ['facebook', true],
    ['own', true],
    ['google-business', false],
    ['email', false],
    ['direct', false],
    ['constructor', false],
  ])('of %s: %s', (kind, is) => expect(isCounted(kind)).toBe(is));

  it('fits beside an entry: a line for each channel, with what is known', () => {
    const kind = (name: 'impression' | 'reach' | 'like' | 'view', amount: number) => ({
      ...{ kind: name, amount, count: 1, sum: amount },
    });
    const rows = networkRows(
      [
        {
          channel: 'instagram',
          touches: 3,
          kinds: [kind('impression', 1_200), kind('reach', 900), kind('like', 3)],
        },
        { channel: 'direct', touches: 5, kinds: [kind('view', 5)] },
      ],
      (channel) => channel.toUpperCase(),
    );
    show(<NetworkLines rows={rows} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'INSTAGRAM: Seen 1,200 · Reached at most 900 · Answers 3',
    ]);
  });

  it('comes out of touchpoints, ours left aside', () => {
    const total = (kind: 'view' | 'link-click' | 'impression' | 'network-click', amount: number) => ({
      ...{ kind, amount, count: 1, sum: amount },
    });
    expect(
      countsIn([total('view', 9), total('link-click', 8), total('impression', 7), total('network-click', 6)]),
    ).toEqual({ views: 7, clicks: 6 });
  });
});

describe('what networks count of a campaign', () => {
  const asked: string[] = [];
  const open = (practice: boolean, networks: object[]) => {
    asked.length = 0;
    globalThis.fetch = (async (url: unknown) => {
      asked.push(String(url).replace('http://cms.test', ''));
      return { ok: true, status: 200, json: async () => ({ networks }) } as Response;
    }) as typeof fetch;
    const one = { channel: 'c', channelName: 'Our page', kind: 'facebook', state: 'delivered', practice };
    return show(<Counted campaign="rye" publications={[one as PublicationView]} />);
  };

  it('stands under the name of the channel', async () => {
    open(false, [{ channel: 'c', kind: 'facebook', posts: 1, counts: { views: 7 } }]);
    await screen.findByText('Our page');
    expect(asked).toEqual(['/presence/insights/campaigns/rye']);
    expect(cells('Our page')[0]).toBe('7');
  });

  it('is a sentence before anybody was asked, and not a table of nothing', async () => {
    open(false, []);
    await screen.findByText(/^No network has been asked yet\./);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('is not there for what was only practised', () => {
    const { container } = open(true, []);
    expect(container.textContent).toBe('');
    expect(asked).toEqual([]);
  });
});
