import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { ConnectOutcome } from '../../admin/pages/channel/connect-outcome';
import { draftOf, newDraft } from '../../admin/pages/channel/draft';
import { ChannelForm } from '../../admin/pages/channel/form';
import type { ChannelView } from '../../src/channels/schema';
import { show } from './stage';

const channel: ChannelView = {
  key: '00000000-0000-4000-8000-000000000001',
  kind: 'mastodon',
  name: 'Bakery',
  settings: { instance: 'https://bread.example', visibility: 'public' },
  hasSecret: true,
  connected: { as: '@bakery@bread.example', at: 0, until: Date.UTC(2027, 0, 26, 12) },
  practice: false,
  template: null,
  state: 'ready',
  stateReason: '',
  testedAt: null,
  createdAt: 0,
  updatedAt: 0,
};

/** Answers by the end of the path, and notes what was asked. */
function server(answers: Readonly<Record<string, { status?: number; body: unknown }>>) {
  const asked: string[] = [];
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    const path = new URL(String(url), 'http://cms.test').pathname;
    asked.push(`${init?.method ?? 'GET'} ${path}`);
    const { status = 200, body } = Object.entries(answers).find(([end]) => path.endsWith(end))?.[1] ?? {
      body: channel,
    };
    return { ok: status < 400, status, json: async () => body } as Response;
  }) as typeof fetch;
  return asked;
}

const refused = (code: string, details: object = {}) => ({
  status: 400,
  body: {
    data: null,
    error: { status: 400, name: 'ApplicationError', message: code, details: { code, ...details } },
  },
});
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('connecting in the form of a channel', () => {
  const form = (known: ChannelView | null, went: string[], close = () => undefined) =>
    show(
      <ChannelForm
        start={known ? draftOf(known) : newDraft('mastodon')}
        channel={known}
        close={close}
        saved={() => undefined}
        go={(address) => went.push(address)}
      />,
    );

  it('saves what stands there, then leads to the network', async () => {
    const asked = server({ '/connect': { body: { address: 'https://bread.example/oauth/authorize?x' } } });
    const went: string[] = [];
    form(null, went);
    await press('Save and connect with Mastodon');
    await waitFor(() => expect(went).toEqual(['https://bread.example/oauth/authorize?x']));
    expect(asked).toEqual(['POST /presence/channels', `POST /presence/channels/${channel.key}/connect`]);
  });

  it('says whose account it is and until when, and connects again without making another channel', async () => {
    const asked = server({ '/connect': { body: { address: 'https://bread.example/' } } });
    const went: string[] = [];
    form(channel, went);
    await screen.findByText('Connected as @bakery@bread.example until January 26, 2027');
    await press('Save and connect again');
    await waitFor(() => expect(went).toHaveLength(1));
    expect(asked[0]).toBe(`PUT /presence/channels/${channel.key}`);
  });

  it('a network that does not answer is told, and the channel is made once however often it is tried', async () => {
    const asked = server({ '/connect': refused('bread.example does not answer') });
    form(null, []);
    await press('Save and connect with Mastodon');
    await screen.findByText('bread.example does not answer');
    await press('Save and connect with Mastodon');
    await waitFor(() => expect(asked).toHaveLength(4));
    expect(asked.filter((one) => one === 'POST /presence/channels')).toHaveLength(1);
  });

  it('what was stored on the way is no change that is lost, and the reason comes into view', async () => {
    const shown = jest.fn();
    HTMLElement.prototype.scrollIntoView = shown;
    server({ '/connect': refused('bread.example does not answer') });
    const closed = jest.fn();
    form(null, [], closed);
    fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: 'The bakery' } });
    await press('Save and connect with Mastodon');
    await screen.findByText('bread.example does not answer');
    expect(shown).toHaveBeenCalledTimes(1);
    await press('Cancel');
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('what is wrong with a field is said without the name that it has in the API', async () => {
    const problems = [{ path: 'settings.instance', message: 'must be an address' }];
    server({ '/channels': refused('', { problems, code: 'request.invalid' }) });
    form(null, []);
    await press('Save');
    const said = await screen.findAllByText('must be an address');
    expect(said.map((one) => one.closest('[role=alert]') !== null)).toContain(true);
    expect(screen.queryByText(/settings/)).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText(/^Server/));
  });
});

describe('back from the network', () => {
  const attempt = '00000000-0000-4000-8000-0000000000aa';
  const outcome = (changed: ChannelView[] = []) =>
    show(<ConnectOutcome attempt={attempt} changed={(one) => changed.push(one)} close={() => undefined} />);

  it('it is said in a status what was connected, and whether it works', async () => {
    const report = { state: 'ready', message: 'Signed in. Posts can go out.', found: [] };
    const asked = server({ [attempt]: { body: { report, channel } } });
    const changed: ChannelView[] = [];
    outcome(changed);
    await screen.findByText('Signed in. Posts can go out.');
    const status = screen.getByText(/^Connected as @bakery@bread\.example/).closest('[role=status]');
    expect(status?.getAttribute('aria-live')).toBe('polite');
    expect(asked).toEqual([`POST /presence/connects/${attempt}`]);
    expect(changed).toEqual([channel]);
  });

  it.each([
    ['connect.denied', {}, /was not allowed there/],
    [
      'connect.scopes',
      { missing: ['write:media', 'read:statuses'] },
      /Missing: write:media, read:statuses\./,
    ],
    ['connect.other-person', {}, /Somebody else began/],
    ['connect.expired', {}, /ten minutes/],
    ['connect.network-failed', {}, /connect\.network-failed/],
  ])('%s is said in words', async (code, details, words) => {
    server({ [attempt]: refused(code, details) });
    outcome();
    await screen.findByText(words);
  });
});
