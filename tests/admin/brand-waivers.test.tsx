import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Waivers } from '../../admin/pages/settings/brand/waivers';
import type { BaselineView, Waiver } from '../../src/brand/findings/schema';
import { serverThat } from './brand-server';
import { show } from './stage';

const waiver = (part: Partial<Waiver>): Waiver => ({
  id: 'w1',
  uid: 'api::article.article',
  documentId: 'd1',
  locale: 'en',
  channel: null,
  mark: { rule: 'brand.term/cheap', field: 'body', quote: 'cheap', before: '', after: '' },
  severity: 'error',
  message: 'Write “fair-priced”.',
  reason: 'A quotation.',
  by: { id: '1', name: 'Rosa Lindner' },
  at: Date.UTC(2026, 10, 20),
  until: null,
  approvedBy: null,
  state: 'open',
  ...part,
});
const pageOf = (items: readonly Waiver[]) => ({ items, page: 1, pageSize: 25, total: items.length });
const baseline: BaselineView = { at: Date.UTC(2026, 10, 1), by: 'Rosa Lindner', findings: 31, entries: 12 };

const open = async (answers: Readonly<Record<string, unknown>>, mayManage = true) => {
  const calls = serverThat({
    'GET /presence/brand/waivers': pageOf([waiver({})]),
    'GET /presence/brand/waiver-policy': { approveErrors: true, longestDays: null },
    'GET /presence/brand/baseline': { baseline: null },
    'GET /presence/content-types': [],
    ...answers,
  });
  show(<Waivers mayManage={mayManage} />);
  await screen.findByLabelText('Longest time in days');
  await screen.findByText(/baseline was taken|Taken by/);
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
  return calls;
};

describe('the waivers', () => {
  it('say what is waived, why, by whom and until when; one that waits is approved after asking', async () => {
    const calls = await open({ 'POST /presence/brand/waivers/w1/approve': waiver({ state: 'holds' }) });
    const row = screen.getAllByRole('row')[1]!;
    expect(row.textContent).toContain('A quotation.');
    expect(row.textContent).toContain('Rosa Lindner, Nov 20, 2026');
    expect(row.textContent).toContain('Until somebody ends it');
    fireEvent.click(screen.getByRole('button', { name: 'Approve: Write “fair-priced”.' }));
    const dialog = screen.getByRole('alertdialog');
    expect(within(dialog).getByText('Rosa Lindner: A quotation.')).toBeTruthy();
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Approve' })));
    expect(calls.some(({ path }) => path.endsWith('/w1/approve'))).toBe(true);
  });

  it.each([
    ['holds', false, true],
    ['expired', false, false],
    ['unused', false, true],
  ] as const)('in state %s: can be approved %j, can be ended %j', async (state, approve, end) => {
    await open({ 'GET /presence/brand/waivers': pageOf([waiver({ state })]) });
    expect([
      screen.queryByRole('button', { name: /^Approve: / }) !== null,
      screen.queryByRole('button', { name: /^End: / }) !== null,
    ]).toEqual([approve, end]);
  });

  it('say where they come from while there are none', async () => {
    await open({ 'GET /presence/brand/waivers': pageOf([]) });
    expect(screen.getByText(/A waiver is made beside a finding/)).toBeTruthy();
  });
});

describe('the policy', () => {
  it('is saved with what was changed', async () => {
    const calls = await open({ 'PUT /presence/brand/waiver-policy': (sent: unknown) => sent });
    fireEvent.change(screen.getByLabelText('Longest time in days'), { target: { value: '90' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save the policy' })));
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
      approveErrors: true,
      longestDays: 90,
    });
  });

  it('is only shown to those who may not manage the brand, and so is the baseline', async () => {
    await open({ 'GET /presence/brand/baseline': { baseline } }, false);
    expect(screen.queryByRole('button', { name: 'Save the policy' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'End the baseline' })).toBeNull();
    expect(screen.getByText(/31 findings in 12 entries do not count/)).toBeTruthy();
  });
});

describe('the baseline', () => {
  it('is taken after asking, and then says how much it covers', async () => {
    let taken: BaselineView | null = null;
    const calls = await open({
      'GET /presence/brand/baseline': () => ({ baseline: taken }),
      'POST /presence/brand/baseline': () => (taken = baseline),
    });
    expect(screen.getByText('No baseline was taken: every finding counts.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take what is there as the baseline' }));
    expect(calls.some(({ method }) => method === 'POST')).toBe(false);
    const dialog = screen.getByRole('alertdialog');
    await act(async () =>
      fireEvent.click(within(dialog).getByRole('button', { name: 'Take what is there as the baseline' })),
    );
    expect(await screen.findByText(/31 findings in 12 entries do not count/)).toBeTruthy();
  });
});
