import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import BrandReport from '../../admin/pages/brand';
import { filterOf } from '../../admin/pages/brand/filter';
import type { Report, ReportRow } from '../../src/brand/findings/schema';
import { show } from './stage';

const row: ReportRow = {
  uid: 'api::article.article',
  documentId: 'd1',
  locale: 'en',
  title: 'Our sourdough',
  score: 74,
  errors: 1,
  warnings: 1,
  suggestions: 2,
  waived: 1,
  findings: [
    {
      rule: 'brand.term/cheap',
      severity: 'error',
      message: 'Say “fair-priced” instead of “cheap”.',
      field: 'body',
      quote: 'cheap',
      channel: null,
    },
    {
      rule: 'spelling',
      severity: 'warning',
      message: '“laof” is not in the dictionary.',
      field: 'text',
      quote: 'laof',
      channel: 'Newsletter',
    },
  ],
  checkedAt: 0,
};
const report: Report = {
  rows: [row],
  total: 1,
  page: 1,
  pageSize: 20,
  entries: 12,
  meanScore: 91.4,
  counts: { error: 1, warning: 4, suggestion: 7 },
  rules: [
    { rule: 'brand.term/cheap', count: 3, explanation: 'A word that the brand avoids.' },
    { rule: 'vale/write-good.Weasel', count: 1, explanation: null },
  ],
  uids: [{ uid: 'api::article.article', name: 'Article', count: 1 }],
  waiting: 0,
};

/** Answers as the server would, and notes what was asked. */
function server(of: Partial<Report> = {}) {
  const asked: URL[] = [];
  const state = { of, isDown: false };
  globalThis.fetch = (async (address: unknown) => {
    const url = new URL(String(address));
    asked.push(url);
    const path = url.pathname.replace('/presence', '');
    if (state.isDown && path === '/brand/report')
      return {
        ok: false,
        status: 500,
        json: async () => ({ error: { message: 'It is down.' } }),
      } as Response;
    const said =
      path === '/brand/report'
        ? { ...report, ...state.of }
        : path === '/brand/report/trend'
          ? [
              { day: '2026-11-24', entries: 12, meanScore: 80, errors: 4, warnings: 1, suggestions: 0 },
              { day: '2026-11-25', entries: 12, meanScore: 91, errors: 1, warnings: 1, suggestions: 0 },
            ]
          : [];
    return { ok: true, status: 200, json: async () => said } as Response;
  }) as typeof fetch;
  const reports = () => asked.filter(({ pathname }) => pathname.endsWith('/brand/report'));
  return { state, last: () => Object.fromEntries(reports().at(-1)?.searchParams ?? []) };
}

const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('the brand report', () => {
  it('shows where everything stands, and leads from each entry to where it is mended', async () => {
    server();
    show(<BrandReport />);
    const link = await screen.findByRole('link', { name: 'Our sourdough' });
    expect(link.getAttribute('href')).toContain('/content-manager/collection-types/api::article.article/d1');
    const entries = within(screen.getByRole('table', { name: 'Entries with findings' }));
    expect(entries.getByText('Newsletter › text:', { exact: false })).toBeTruthy();
    expect(entries.getByText('2 more · 1 waived')).toBeTruthy();
    expect(screen.getByText('91.4')).toBeTruthy();
  });

  it('narrows to a rule by its name and to a title, and says when nothing matches', async () => {
    const { state, last } = server();
    show(<BrandReport />);
    await screen.findByText('Our sourdough');
    await press(/^Word to avoid: cheap/);
    await waitFor(() =>
      expect(last()).toMatchObject({ rule: 'brand.term/cheap', standing: 'open', page: '1' }),
    );
    state.of = { rows: [], total: 0 };
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'rye' } });
    await waitFor(() => expect(last()).toMatchObject({ q: 'rye' }));
    expect(await screen.findByText('Nothing matches')).toBeTruthy();
    await press('No longer only Word to avoid: cheap');
    await waitFor(() => expect(last()['rule']).toBeUndefined());
  });

  it('offers its trend as numbers', async () => {
    server();
    show(<BrandReport />);
    await screen.findByText('Our sourdough');
    await act(async () => void fireEvent.click(await screen.findByRole('button', { name: /table/i })));
    const table = within(screen.getByRole('table', { name: 'Over time' }));
    expect(table.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
      'WhenMean scoreErrorsWarnings',
      'Nov 25, 20269111',
      'Nov 24, 20268041',
    ]);
  });

  it.each([
    [{ waiting: 5 }, '5 entries are being checked again.'],
    [{ rows: [], total: 0 }, 'Nothing to mend'],
    [{ rows: [], total: 0, entries: 0, meanScore: null }, /Nothing was checked yet/],
  ])('with %j says %s', async (part, sentence) => {
    server(part);
    show(<BrandReport />);
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('says why when it cannot be had, and tries again', async () => {
    const { state } = server();
    state.isDown = true;
    show(<BrandReport />);
    expect(await screen.findByText('It is down.')).toBeTruthy();
    state.isDown = false;
    await press('Try again');
    expect(await screen.findByText('Our sourdough')).toBeTruthy();
  });
});

describe('the filter in the address', () => {
  it.each([
    ['', { standing: 'open' }],
    ['severity=error&standing=all&q=rye', { severity: 'error', standing: 'all', q: 'rye' }],
    ['severity=worst&standing=never&page=3', { standing: 'open' }],
  ])('%s', (query, filter) => {
    expect(filterOf(new URLSearchParams(query))).toEqual({ severity: undefined, ...filter });
  });
});
