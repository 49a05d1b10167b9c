import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { newDraft } from '../../admin/pages/channel/draft';
import { ChannelForm } from '../../admin/pages/channel/form';
import type { AppName, AppView } from '../../src/channels/connect/apps';
import type { ChannelKind } from '../../src/channels/schema';
import { show } from './stage';

const appOf = (name: AppName, change: Partial<AppView> = {}): AppView => ({
  ...{ name, from: null, clientId: '', hasSecret: false, alsoScopes: [], isUnreadable: false },
  returns: [{ kind: name, address: `https://cms.bakery.test/api/presence/connect/${name}` }],
  ...change,
});

/** A server that keeps apps; what was asked with which body. */
function server(apps: AppView[], refuse?: { status: number; body: unknown }) {
  const asked: { what: string; body: unknown }[] = [];
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    const path = new URL(String(url), 'http://cms.test').pathname;
    const method = init?.method ?? 'GET';
    const body: unknown = init?.body ? JSON.parse(String(init.body)) : null;
    asked.push({ what: `${method} ${path}`, body });
    const answer = (value: unknown, status = 200) =>
      ({ ok: status < 400, status, json: async () => value }) as Response;
    if (!path.includes('/connect-apps')) return answer({});
    if (method === 'GET')
      return refuse && apps.length === 0 ? answer(refuse.body, refuse.status) : answer(apps);
    if (refuse) return answer(refuse.body, refuse.status);
    const name = path.split('/').at(-1) as AppName;
    const { clientId = '', alsoScopes = [] } = (body ?? {}) as Partial<AppView>;
    return answer(
      method === 'DELETE'
        ? appOf(name)
        : appOf(name, { from: 'admin', clientId, alsoScopes, hasSecret: true }),
    );
  }) as typeof fetch;
  return asked;
}
const refusal = (code: string, message: string, path?: string) => ({
  status: 400,
  body: {
    data: null,
    error: { status: 400, name: 'ApplicationError', message, details: { code, ...(path ? { path } : {}) } },
  },
});

const form = (kind: Exclude<ChannelKind, 'own'>) =>
  show(<ChannelForm start={newDraft(kind)} channel={null} close={() => undefined} saved={() => undefined} />);
const write = (label: RegExp, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const connect = (network: string) => screen.getByRole('button', { name: `Save and connect with ${network}` });

describe('the app by which a channel is connected', () => {
  it('is entered in the form of the channel, which can be connected from then on', async () => {
    const asked = server([appOf('linkedin'), appOf('x')]);
    form('linkedin');
    await screen.findByText('Your app at LinkedIn');
    expect(connect('LinkedIn')).toHaveProperty('disabled', true);
    screen.getByText('https://cms.bakery.test/api/presence/connect/linkedin');
    await write(/^Id of the app/, '77bakery');
    await write(/^Secret of the app/, 'of-the-bakery');
    await press('Save the app');
    await screen.findByText('Connects by your app 77bakery at LinkedIn.');
    expect(connect('LinkedIn')).toHaveProperty('disabled', false);
    expect(asked.find(({ what }) => what.startsWith('PUT'))).toEqual({
      what: 'PUT /presence/connect-apps/linkedin',
      body: { clientId: '77bakery', clientSecret: 'of-the-bakery' },
    });
  });

  it('says at the field what is wrong with it, and keeps what was written', async () => {
    server([appOf('linkedin')], refusal('connect.app-secret-missing', 'Enter the secret.', 'clientSecret'));
    form('linkedin');
    await screen.findByText('Your app at LinkedIn');
    await write(/^Id of the app/, '77bakery');
    await press('Save the app');
    const secret = screen.getByLabelText(/^Secret of the app/);
    await waitFor(() => expect(secret.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByLabelText(/^Id of the app/)).toHaveProperty('value', '77bakery');
  });

  it('is changed without its secret being written again, or left as it was', async () => {
    const asked = server([appOf('x', { from: 'admin', clientId: 'one', hasSecret: true })]);
    form('x');
    await screen.findByText('Connects by your app one at X.');
    await press('Change the app');
    screen.getByText('A secret is stored. Leave this empty to keep it.');
    const group = screen.getByRole('group', { name: 'Your app at X' });
    await act(async () => void fireEvent.click(within(group).getByRole('button', { name: 'Cancel' })));
    await screen.findByText('Connects by your app one at X.');
    await press('Change the app');
    await write(/^Id of the app/, 'two');
    await press('Save the app');
    await screen.findByText('Connects by your app two at X.');
    expect(asked.find(({ what }) => what.startsWith('PUT'))?.body).toEqual({ clientId: 'two' });
  });

  it('is removed after a question', async () => {
    const asked = server([appOf('pinterest', { from: 'admin', clientId: 'one', hasSecret: true })]);
    form('pinterest');
    await screen.findByText('Connects by your app one at Pinterest.');
    await press('Remove the app');
    const dialog = await screen.findByRole('alertdialog');
    await act(
      async () => void fireEvent.click(within(dialog).getByRole('button', { name: 'Remove the app' })),
    );
    await screen.findByText('Your app at Pinterest');
    expect(asked.at(-1)?.what).toBe('DELETE /presence/connect-apps/pinterest');
  });

  it('of the configuration is named, and not changed here', async () => {
    server([appOf('threads', { from: 'config', clientId: '990', hasSecret: true })]);
    form('threads');
    await screen.findByText(/^Connects by your app 990 at Threads, which stands in the configuration/);
    expect(screen.queryByRole('button', { name: 'Change the app' })).toBeNull();
    expect(connect('Threads')).toHaveProperty('disabled', false);
  });

  it('of Facebook serves Instagram by the log-in of Facebook, with rights that the app has', async () => {
    const asked = server([
      appOf('instagram', { from: 'config', clientId: '1', hasSecret: true }),
      appOf('facebook'),
    ]);
    form('instagram');
    await screen.findByText(/^Connects by your app 1 at Instagram/);
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Way to sign in' }), { key: 'ArrowDown' });
    const option = await screen.findByRole('option', { name: 'Facebook' });
    await act(async () => void fireEvent.keyDown(option, { key: 'Enter' }));
    await screen.findByText('Your app at Facebook');
    await write(/^Id of the app/, '2');
    await write(/^Secret of the app/, 'secret');
    await act(async () => void fireEvent.click(screen.getByLabelText(/instagram_manage_comments/)));
    await press('Save the app');
    await screen.findByText(/^Connects by your app 2 at Facebook/);
    expect(asked.find(({ what }) => what === 'PUT /presence/connect-apps/facebook')?.body).toEqual({
      ...{ clientId: '2', clientSecret: 'secret', alsoScopes: ['instagram_manage_comments'] },
    });
  });

  it('that cannot be read is said, and is entered again', async () => {
    server([appOf('linkedin', { from: 'admin', isUnreadable: true })]);
    form('linkedin');
    await screen.findByText(/^The app that was entered cannot be read any more/);
    expect(connect('LinkedIn')).toHaveProperty('disabled', true);
  });

  it('keeps nobody from connecting where apps cannot be loaded', async () => {
    server([], refusal('any', 'The server rests.'));
    form('linkedin');
    await screen.findByText('The server rests.');
    expect(connect('LinkedIn')).toHaveProperty('disabled', false);
  });
});
