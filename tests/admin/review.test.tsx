import { act, fireEvent, screen } from '@testing-library/react';
import { Review } from '../../admin/panels/review';
import type { Action, EntryPanel } from '../../src/governance/review/schema';
import { show } from './stage';

const actionOf = (decision: Action['decision'], more: Partial<Action> = {}): Action => ({
  decision,
  transition: decision,
  comment: 'optional',
  checklist: [],
  to: 'draft',
  votes: null,
  disabledReason: null,
  disabledCode: null,
  ...more,
});

const panel: EntryPanel = {
  uid: 'api::article.article',
  documentId: 'd1',
  locale: 'en',
  governed: true,
  draftAndPublish: true,
  stage: 'in-review',
  workflow: { ref: 'standard@1', name: 'Standard' },
  stages: [
    { key: 'draft', name: 'Draft', colour: 'neutral', meaning: 'draft' },
    { key: 'in-review', name: 'In review', colour: 'primary', meaning: 'review' },
    { key: 'approved', name: 'Approved', colour: 'success', meaning: 'approved' },
  ],
  seal: 'a'.repeat(64),
  copies: [{ key: 'k1', seal: 'b'.repeat(64), name: 'Bluesky', kind: 'bluesky' }],
  hints: [],
  blockers: [{ code: 'review.not-approved', message: 'It waits for approval.' }],
  actions: [
    actionOf('approve', { to: 'approved', votes: { given: 0, needed: 1 } }),
    actionOf('request-changes', { comment: 'required' }),
  ],
  emergency: false,
  approval: null,
  lastEditor: null,
  decisions: [],
  pageUrl: null,
};

/** What the browser sent to the server, and the server's answers in turn. */
function serverThat(...answers: readonly { status: number; body: unknown }[]) {
  const sent: { url: string; body: unknown }[] = [];
  const queue = [...answers];
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    sent.push({ url: String(url), body: JSON.parse(String(init?.body ?? 'null')) as unknown });
    const { status, body } = queue.shift() ?? { status: 500, body: {} };
    return { ok: status < 400, status, json: async () => body } as Response;
  }) as typeof fetch;
  return sent;
}

const press = async (name: RegExp) => {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });
};

describe('the review in the panel', () => {
  it('says where the entry stands and what is in its way', () => {
    show(<Review panel={panel} isChanged={false} />);
    expect(screen.getByText('In review')).toBeTruthy();
    expect(screen.getByText('Step 2 of 3')).toBeTruthy();
    expect(screen.getByText('It waits for approval.')).toBeTruthy();
  });

  it('says it in the language of the admin', () => {
    const blockers = [{ ...panel.blockers[0]!, values: { why: 'none' } }];
    show(<Review panel={{ ...panel, blockers }} isChanged={false} />, 'de');
    expect(screen.getByText(/^Niemand hat ihn freigegeben/)).toBeTruthy();
    expect(screen.queryByText('It waits for approval.')).toBeNull();
  });

  it('lets nobody decide about what is not saved', () => {
    show(<Review panel={panel} isChanged />);
    expect(screen.getByText(/You have unsaved changes/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Approve' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('says why a button is grey', () => {
    const reason = 'You edited this entry last. Somebody else has to approve it.';
    const grey = { ...panel.actions[0]!, disabledReason: reason, disabledCode: 'review.four-eyes' as const };
    show(<Review panel={{ ...panel, actions: [grey] }} isChanged={false} />);
    const button = screen.getByRole('button', { name: 'Approve' });
    expect(document.getElementById(button.getAttribute('aria-describedby')!)?.textContent).toBe(reason);
  });

  it('approves exactly what was seen: the entry and its copies', async () => {
    const sent = serverThat({ status: 200, body: { ...panel, stage: 'approved' } });
    show(<Review panel={panel} isChanged={false} />);
    await press(/^Approve$/);
    expect(sent).toEqual([
      {
        url: 'http://cms.test/presence/entry/decision',
        body: {
          entry: { uid: 'api::article.article', documentId: 'd1', locale: 'en' },
          kind: 'approve',
          seal: panel.seal,
          copies: panel.copies,
        },
      },
    ]);
  });

  it('shows the sentence with which the server refuses', async () => {
    const message = 'The entry was changed while you were looking at it. Reload the page.';
    serverThat({
      status: 400,
      body: { error: { status: 400, message, details: { code: 'review.changed-meanwhile' } } },
    });
    show(<Review panel={panel} isChanged={false} />);
    await press(/^Approve$/);
    expect(screen.getByText(message)).toBeTruthy();
  });

  it('asks for the sentence that a request for changes needs', async () => {
    const sent = serverThat({ status: 200, body: panel });
    show(<Review panel={panel} isChanged={false} />);
    await press(/^Request changes$/);
    expect(screen.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.change(screen.getByLabelText(/Comment/), { target: { value: 'Shorter, please.' } });
    await press(/^Send$/);
    expect(sent[0]?.body).toMatchObject({ kind: 'request-changes', comment: 'Shorter, please.' });
  });
});
