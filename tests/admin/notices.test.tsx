import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { Bell } from '../../admin/bell/bell';
import { setUnread } from '../../admin/bell/unread';
import { Notices } from '../../admin/components/notices';
import MyNotices from '../../admin/pages/notices/preferences';
import { Secret } from '../../admin/pages/webhooks/secret';
import { WebhookForm } from '../../admin/pages/webhooks/form';
import { Inbox } from '../../admin/pages/notices/inbox';
import type { PreferencesView } from '../../src/governance/notices/preferences';
import type { Notice } from '../../src/governance/schema';
import { show } from './stage';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A server that answers by method and path, and what it was asked. */
function serverThat(answers: Readonly<Record<string, unknown>>) {
  const calls: Call[] = [];
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    const path = new URL(String(url), 'http://cms.test').pathname;
    const method = init?.method ?? 'GET';
    calls.push({ method, path, body: JSON.parse(String(init?.body ?? 'null')) });
    const body = answers[`${method} ${path}`];
    const status = body === undefined ? 404 : 200;
    return { ok: status < 400, status, json: async () => body ?? {} } as Response;
  }) as typeof fetch;
  return calls;
}

const notice = (part: Partial<Notice>): Notice => ({
  key: crypto.randomUUID(),
  code: 'review.waits-for-approval',
  severity: 'info',
  message: '“Rye” waits for approval.',
  entry: 'api::article.article|d|en',
  publication: null,
  campaign: null,
  channel: null,
  link: null,
  topic: 'approvals',
  at: 0,
  times: 1,
  readAt: null,
  ...part,
});

const pageOf = (items: readonly Notice[]) => ({ items, page: 1, pageSize: 25, total: items.length });

/** What screen readers are told; the design system has an empty region of its own. */
const said = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');

describe('the bell', () => {
  it('shows how many notices wait and says it to screen readers, and is silent when none does', async () => {
    serverThat({ 'GET /presence/notices/count': { unread: 3 } });
    const { container } = show(<Bell width="20" height="20" />);
    await waitFor(() => expect(container.textContent).toBe('3'));
    expect(said()).toBe('3 notices wait for you');
    act(() => setUnread(1));
    expect(said()).toBe('1 notice waits for you');
    act(() => setUnread(120));
    expect(container.textContent).toBe('99+');
    act(() => setUnread(0));
    expect([container.textContent, said()]).toEqual(['', '']);
  });
});

describe('the inbox', () => {
  it('leads to what a notice is about and marks it as done', async () => {
    const [one, two] = [
      notice({}),
      notice({ message: 'A webhook was turned off.', link: '/settings/presence/webhooks' }),
    ];
    const calls = serverThat({
      'GET /presence/notices': pageOf([one, two]),
      'POST /presence/notices/read': pageOf([two]),
      'GET /presence/content-types': [],
    });
    show(<Inbox />);
    const links = await screen.findAllByRole('link', { name: 'Take a look' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/content-manager/collection-types/api::article.article/d?plugins[i18n][locale]=en',
      '/settings/presence/webhooks',
    ]);
    await act(async () => {
      fireEvent.click(screen.getAllByRole('button', { name: 'Done' })[0]!);
    });
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ keys: [one.key] });
  });

  it('says so when nothing waits', async () => {
    serverThat({ 'GET /presence/notices': pageOf([]) });
    show(<Inbox />);
    expect(await screen.findByText('Nothing needs you right now.')).toBeTruthy();
  });

  it('says what went wrong and offers to try again', async () => {
    serverThat({});
    show(<Inbox />);
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('offers nothing to do about what was read', () => {
    show(<Notices notices={[notice({ readAt: 1 }), notice({ readAt: 2 })]} read={() => undefined} />);
    expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Mark all as done' })).toBeNull();
  });
});

describe('the preferences', () => {
  const preferences: PreferencesView = {
    ways: {
      approvals: 'at-once',
      'my-entries': 'digest',
      deadlines: 'digest',
      publishing: 'inbox',
      system: 'off',
    },
    hour: 8,
    zone: 'Europe/Berlin',
    email: 'emil@bakery.test',
    sender: 'news@bakery.test',
    nextDigest: Date.UTC(2026, 10, 23, 7),
  };

  it('show each topic as it is chosen, where mails go, and when the next daily one comes', async () => {
    serverThat({ 'GET /presence/notices/preferences': preferences });
    show(<MyNotices />);
    expect((await screen.findByRole('combobox', { name: /Waits for my approval/ })).textContent).toBe(
      'Here and by mail at once',
    );
    expect(screen.getByRole('combobox', { name: /Rules and records/ }).textContent).toBe('Not at all');
    expect(screen.getByText('Mails go to emil@bakery.test; they come from news@bakery.test.')).toBeTruthy();
    expect(screen.getByText('Nov 23, 2026, 8:00 AM')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('say plainly that no mail goes out', async () => {
    serverThat({ 'GET /presence/notices/preferences': { ...preferences, sender: null } });
    show(<MyNotices />);
    expect(await screen.findByText(/No mails go out/)).toBeTruthy();
  });
});

describe('a webhook', () => {
  it('is made with the events that were ticked', async () => {
    const made = { webhook: { key: 'k' }, secret: 'whsec_x' };
    const calls = serverThat({ 'POST /presence/webhooks': made });
    const got: unknown[] = [];
    show(
      <WebhookForm
        webhook={{
          ...{ key: 'k', name: 'Site', url: 'https://a.example', events: [], enabled: true, reason: '' },
          createdAt: 0,
        }}
        close={() => undefined}
        made={() => undefined}
        saved={(webhook) => got.push(webhook)}
      />,
    );
    fireEvent.click(screen.getByRole('checkbox', { name: 'Approved' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Published' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Approved' }));
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    });
    expect(calls).toEqual([
      {
        method: 'PUT',
        path: '/presence/webhooks/k',
        body: { name: 'Site', url: 'https://a.example', events: ['entry.published'], enabled: true },
      },
    ]);
  });

  it('shows its secret until the person has kept it', () => {
    const closed: true[] = [];
    show(<Secret secret="whsec_abc" close={() => closed.push(true)} />);
    expect(screen.getByDisplayValue('whsec_abc')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'I have kept it' }));
    expect(closed).toEqual([true]);
  });
});
