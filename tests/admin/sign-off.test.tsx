import { fireEvent, screen, waitFor } from '@testing-library/react';
import { SignOffLinks } from '../../admin/panels/sign-off';
import type { LinkView, SignOffPanel } from '../../src/governance/signoff/schema';
import { show } from './stage';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A server that answers every question with the list, and what it was asked. */
function serverWith(panel: SignOffPanel) {
  const calls: Call[] = [];
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    const path = new URL(String(url), 'http://cms.test').pathname;
    calls.push({ method: init?.method ?? 'GET', path, body: JSON.parse(String(init?.body ?? 'null')) });
    return { ok: true, status: 200, json: async () => panel } as Response;
  }) as typeof fetch;
  return calls;
}

const entry = { uid: 'api::article.article', documentId: 'abc', locale: 'en' };
const rosa = { name: 'Rosa Lindner', email: 'rosa@lindner.test', language: 'de' } as const;
const link = (part: Partial<LinkView> = {}): LinkView => ({
  ...rosa,
  key: 'k1',
  askedBy: { kind: 'user', id: '1', name: 'Emil' },
  askedAt: 0,
  expiresAt: 1,
  state: 'sent',
  at: 0,
  mailError: '',
  counts: true,
  ...part,
});
const panelOf = (part: Partial<SignOffPanel> = {}): SignOffPanel => ({
  people: [rosa],
  links: [],
  canAsk: true,
  canInvite: false,
  missing: null,
  ...part,
});
const dialog = async () => fireEvent.click(await screen.findByRole('button', { name: 'Ask by e-mail' }));

describe('sign-off by e-mail beside an entry', () => {
  it('asks a person of the list, in their language', async () => {
    const calls = serverWith(panelOf());
    show(<SignOffLinks entry={entry} version="1" />);
    await screen.findByText('Nobody was asked by e-mail yet.');
    await dialog();
    fireEvent.change(screen.getByLabelText('Message'), { target: { value: 'Please' } });
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(calls.at(-1)?.method).toBe('POST'));
    expect(calls.at(-1)).toEqual({
      method: 'POST',
      path: '/presence/signoffs',
      body: { entry, ...rosa, message: 'Please', days: 7 },
    });
  });

  it('lets who may invite ask anybody to look and comment, and says that it is no approval', async () => {
    const calls = serverWith(panelOf({ people: [], canInvite: true }));
    show(<SignOffLinks entry={entry} version="1" />);
    await dialog();
    const send = screen.getByRole('button', { name: 'Send' });
    expect(send.getAttribute('disabled')).not.toBeNull();
    screen.getByText(/Anybody else can look and comment/);
    fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: 'Law' } });
    fireEvent.change(screen.getByLabelText(/^E-mail address/), { target: { value: 'law@firm.test' } });
    fireEvent.click(send);
    await waitFor(() => expect(calls.at(-1)?.body).toMatchObject({ name: 'Law', email: 'law@firm.test' }));
  });

  it.each([
    ['public-url', /enter the public address of Strapi/],
    ['mailer', /add an e-mail channel/],
  ] as const)('says what to set first: %s', async (missing, sentence) => {
    serverWith(panelOf({ missing }));
    show(<SignOffLinks entry={entry} version="1" />);
    await dialog();
    screen.getByText(sentence);
    expect(screen.getByRole('button', { name: 'Send' }).getAttribute('disabled')).not.toBeNull();
  });

  it('tells who is on the list, and that nobody is, to who may not invite', async () => {
    serverWith(panelOf({ people: [] }));
    show(<SignOffLinks entry={entry} version="1" />);
    await dialog();
    screen.getByText(/Nobody is named who may sign off/);
  });

  it.each([
    ['sent', 'Sent', true],
    ['opened', 'Opened', true],
    ['failed', 'Mail not sent', true],
    ['approve', 'Approved', false],
    ['expired', 'Expired', false],
    ['settled', 'No longer needed', false],
  ] as const)('shows a link that is %s, and what can be done about it', async (state, words, isOpen) => {
    serverWith(panelOf({ links: [link({ state, mailError: state === 'failed' ? 'no such user' : '' })] }));
    show(<SignOffLinks entry={entry} version="1" />);
    await screen.findByText(words);
    expect(screen.queryByRole('button', { name: 'Take the link of Rosa Lindner back' }) !== null).toBe(
      isOpen,
    );
    expect(screen.queryByText('no such user') !== null).toBe(state === 'failed');
  });

  it('asks before a link is taken back', async () => {
    const calls = serverWith(panelOf({ links: [link()] }));
    show(<SignOffLinks entry={entry} version="1" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Take the link of Rosa Lindner back' }));
    expect(calls.filter(({ method }) => method === 'POST')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
    await waitFor(() => expect(calls.map(({ path }) => path)).toContain('/presence/signoffs/k1/revoke'));
  });
});
