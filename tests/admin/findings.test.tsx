import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { formCheckOf } from '../../admin/panels/check-entry';
import type { Waiver } from '../../src/brand/findings/schema';
import { marked } from '../../src/brand/findings/standing';
import type { EntryDocument } from '../../src/content/schema';
import { context, misspelt, server, showForm } from './form-brand';

const press = (name: string | RegExp, within_: ReturnType<typeof within> | typeof screen = screen) =>
  act(async () => void fireEvent.click(within_.getByRole('button', { name })));

/** The mark of the first finding in these values. */
async function markIn(values: EntryDocument) {
  const { content, findings } = (await formCheckOf(context))(values, 'en');
  return marked(findings, content)[0]!.mark;
}

const waiver = (mark: Waiver['mark'], part: Partial<Waiver> = {}): Waiver => ({
  id: 'w1',
  uid: 'api::article.article',
  documentId: 'd1',
  locale: 'en',
  channel: null,
  mark,
  severity: 'error',
  message: '',
  reason: 'It is the name of a song.',
  by: { id: '2', name: 'Kim Berger' },
  at: 0,
  until: null,
  approvedBy: { id: '3', name: 'Rosa Lindner' },
  state: 'holds',
  ...part,
});

describe('the brand check of an unsaved form', () => {
  it('lists what it finds with its reason, and its fix goes into the form and back out again', async () => {
    server();
    const form = showForm({ title: 'Our cheap loaf' });
    await screen.findByText(/People have wages/);
    await press('Replace with “fair-priced”');
    expect(form.values['title']).toBe('Our fair-priced loaf');
    await press('Undo');
    expect(form.values['title']).toBe('Our cheap loaf');
  });

  it('takes nothing back that was written over meanwhile', async () => {
    server();
    const form = showForm({ title: 'Our cheap loaf' });
    await screen.findByText(/People have wages/);
    await press('Replace with “fair-priced”');
    act(() => form.write({ title: 'Our fair-priced loaf of rye' }));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('says so when all is well, once the server has had its say', async () => {
    server();
    showForm({ title: 'Our loaf' });
    expect(await screen.findByText('All good.')).toBeTruthy();
  });

  it('adds what only the server can tell, and keeps it where it moves to while the text is written', async () => {
    const { state } = server({ findings: [misspelt('title', 4, 'laof')] });
    const form = showForm({ title: 'Our laof' });
    await screen.findByText(/not in the dictionary/);
    state.answer = {};
    act(() => form.write({ title: 'All our laof' }));
    await waitFor(() => expect(document.querySelector('mark[data-start="8"]')?.textContent).toBe('laof'));
    act(() => form.write({ title: 'All our loaf' }));
    await waitFor(() => expect(screen.queryByText(/not in the dictionary/)).toBeNull());
  });

  it('goes on alone when the server cannot be asked, and says what is missing', async () => {
    const { state } = server();
    state.isDown = true;
    showForm({ title: 'Our cheap loaf' });
    expect(await screen.findByText(/could not be checked/)).toBeTruthy();
    expect(await screen.findByText(/People have wages/)).toBeTruthy();
    state.isDown = false;
    await press('Try again');
    await waitFor(() => expect(screen.queryByText(/could not be checked/)).toBeNull());
  });

  it('shows how the score comes about', async () => {
    server();
    showForm({ title: 'Our cheap, cheap loaf', summary: 'So yummy.' });
    const sum = within((await screen.findByText('Score 59 of 100')).closest('details')!);
    expect(sum.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'Start100',
      '2 errors × 20-40',
      '1 suggestion × 1-1',
      'Score, not below 059',
    ]);
  });

  it('narrows to one severity', async () => {
    server();
    showForm({ title: 'Our cheap, cheap, cheap loaf', summary: 'So yummy.' });
    await screen.findByText(/instead of “yummy”|yummy/, { selector: 'li p' });
    await press('Suggestion: 1');
    expect(screen.queryByText(/People have wages/)).toBeNull();
    await press('Suggestion: 1');
    expect(screen.getAllByText(/People have wages/)).toHaveLength(3);
  });
});

describe('fixing all at once', () => {
  it('shows what changes, makes what is ticked, and takes it back in one step', async () => {
    server();
    const start = { title: 'A cheap loaf', summary: 'A yummy, cheap bun.' };
    const form = showForm(start);
    await screen.findByRole('button', { name: 'Fix 3 at once' });
    await press('Fix 3 at once');
    const dialog = within(screen.getByRole('alertdialog'));
    const lines = dialog.getAllByRole('listitem').map((item) => item.querySelector('del')?.textContent);
    expect(lines.sort()).toEqual(['cheap', 'cheap', 'yummy']);
    await act(async () => void fireEvent.click(dialog.getByRole('checkbox', { name: /yummy/ })));
    await press('Make 2 changes', dialog);
    expect(form.values).toMatchObject({ title: 'A fair-priced loaf', summary: 'A yummy, fair-priced bun.' });
    await press('Undo');
    expect(form.values).toEqual(start);
  });
});

describe('what people decide about a finding', () => {
  it('folds away what holds with its reason, and it costs nothing', async () => {
    const values = { title: 'Our cheap loaf' };
    server({ waivers: [waiver(await markIn(values))] });
    showForm(values);
    expect(await screen.findByText('1 more may stand')).toBeTruthy();
    expect(screen.getByText('Kim Berger let it stand: “It is the name of a song.”')).toBeTruthy();
    expect(screen.getByText('Score 100 of 100')).toBeTruthy();
  });

  it('does not count a waiver that nobody agreed to, and lets somebody else agree', async () => {
    const values = { title: 'Our cheap loaf' };
    const { to } = server({ waivers: [waiver(await markIn(values), { approvedBy: null, state: 'open' })] });
    showForm(values);
    expect(await screen.findByText(/Kim Berger asks to let it stand/)).toBeTruthy();
    expect(screen.getByText('Score 80 of 100')).toBeTruthy();
    await press('Agree');
    expect(to('/brand/waivers/w1/approve')).toHaveLength(1);
  });

  it('asks why before a finding may stand, and says who must agree', async () => {
    const { to } = server();
    showForm({ title: 'Our cheap loaf' });
    await screen.findByText(/People have wages/);
    await press('Waive…');
    const dialog = within(screen.getByRole('alertdialog'));
    expect(await dialog.findByText(/Somebody else has to agree/)).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Let it stand' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.change(dialog.getByLabelText(/Why/), { target: { value: 'A song is called that.' } });
    await press('Let it stand', dialog);
    expect(to('/brand/waivers')).toMatchObject([
      {
        uid: 'api::article.article',
        documentId: 'd1',
        channel: null,
        mark: { rule: 'brand.term/cheap', field: 'title' },
        severity: 'error',
        reason: 'A song is called that.',
        until: null,
      },
    ]);
    await waitFor(() => expect(to('/brand/check-form').length).toBeGreaterThan(1));
  });

  it('lets nobody waive what was never saved', async () => {
    server();
    showForm({ title: 'Our cheap loaf' }, null);
    await screen.findByText(/People have wages/);
    expect(screen.queryByRole('button', { name: 'Waive…' })).toBeNull();
  });

  it('folds away a false alarm for this person, counts it, and shows it again when asked', async () => {
    const { to } = server();
    showForm({ title: 'Our cheap loaf' });
    await screen.findByText(/People have wages/);
    const menu = screen.getByRole('button', { name: 'More about the finding in title' });
    fireEvent.keyDown(menu, { key: 'Enter' });
    await act(async () => void fireEvent.click(await screen.findByRole('menuitem', { name: 'False alarm' })));
    expect(screen.queryByText(/People have wages/)).toBeNull();
    expect(to('/brand/dismissals')).toMatchObject([{ kind: 'false-alarm', mark: { quote: 'cheap' } }]);
    await press('Show again');
    expect(screen.getByText(/People have wages/)).toBeTruthy();
  });
});

describe('the marks in the form', () => {
  it('stand under the passage, go along with what is written before it, and never change the text', async () => {
    server();
    showForm({ title: 'Our cheap loaf' });
    const title = screen.getByLabelText<HTMLTextAreaElement>('title');
    await waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('cheap'));
    title.value = 'All our cheap loaf';
    title.dispatchEvent(new Event('input'));
    expect(document.querySelector('mark')?.dataset['start']).toBe('8');
    expect(title.value).toBe('All our cheap loaf');
  });

  it('lead to the passage and select it', async () => {
    server();
    showForm({ title: 'Our cheap loaf' });
    await screen.findByText(/People have wages/);
    await press('Show in text');
    const title = screen.getByLabelText<HTMLTextAreaElement>('title');
    expect(document.activeElement).toBe(title);
    expect(title.value.slice(title.selectionStart, title.selectionEnd)).toBe('cheap');
  });
});
