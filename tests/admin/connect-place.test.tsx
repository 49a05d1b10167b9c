import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { AccessOutcome } from '../../admin/pages/channel/place/access-outcome';
import { ConnectAgain } from '../../admin/pages/channel/place/connect-again';
import { hasPlaces } from '../../admin/pages/channel/place/has-places';
import { PlacePicker } from '../../admin/pages/channel/place/place-picker';
import type { ChannelTested, ChannelView } from '../../src/channels/schema';
import { show } from './stage';

const channel: ChannelView = {
  key: '00000000-0000-4000-8000-000000000001',
  kind: 'facebook',
  name: 'Bakery',
  settings: { pageId: '', version: 'v25.0', server: 'https://graph.facebook.com' },
  hasSecret: true,
  connected: { as: '', at: 0, until: null },
  practice: false,
  template: null,
  state: 'reauthorise',
  stateReason: '',
  testedAt: null,
  createdAt: 0,
  updatedAt: 0,
};
const place = (id: string, name: string, problem: string | null = null) => ({ id, name, about: id, problem });

/** Answers by the end of the path, and notes what was asked. */
function server(answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    const path = new URL(String(url), 'http://cms.test').pathname;
    asked.push(`${init?.method ?? 'GET'} ${path} ${String(init?.body ?? '')}`.trim());
    const body = Object.entries(answers).find(([end]) => path.endsWith(end))?.[1];
    return { ok: true, status: 200, json: async () => body } as Response;
  }) as typeof fetch;
  return asked;
}
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('the choice where a channel posts', () => {
  it('shows what cannot be posted to with the reason, and keeps what is chosen', async () => {
    const report = { state: 'ready', message: 'Signed in.', found: [] };
    const asked = server({
      '/places': { chosen: null, places: [place('1', 'North'), place('2', 'Guild', 'role')] },
      '/place': { report, channel },
    });
    const picked: ChannelTested[] = [];
    show(<PlacePicker channel={channel} picked={(tested) => picked.push(tested)} />);
    const guild = await screen.findByRole('radio', { name: /Guild.*no right to create content/ });
    expect(guild).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'Post here' })).toHaveProperty('disabled', true);
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: /North/ })));
    await press('Post here');
    await waitFor(() => expect(picked).toHaveLength(1));
    expect(asked.at(-1)).toBe(`PUT /presence/channels/${channel.key}/place {"place":"1"}`);
  });

  it('of an account with several boards, asks which of them', async () => {
    const { kind: _, settings: __, ...rest } = channel;
    const pinterest: ChannelView = {
      ...rest,
      ...{ kind: 'pinterest', settings: { board: null, server: 'https://api.pinterest.com' } },
    };
    expect(hasPlaces(pinterest)).toBe(true);
    server({ '/places': { chosen: null, places: [place('31', 'Bread'), place('32', 'Cakes')] } });
    show(<PlacePicker channel={pinterest} picked={() => undefined} />);
    await screen.findByText('Which board do pins go to?');
    screen.getByRole('radio', { name: /Cakes/ });
    screen.getByRole('button', { name: 'Pin here' });
  });

  it('of many, one is searched for; none is said', async () => {
    const many = Array.from({ length: 9 }, (_, index) => place(`7${index}`, `Shop ${index}`));
    server({ '/places': { chosen: null, places: many } });
    show(<PlacePicker channel={channel} picked={() => undefined} />);
    fireEvent.change(await screen.findByLabelText('Search accounts'), { target: { value: 'shop 3' } });
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    fireEvent.change(screen.getByLabelText('Search accounts'), { target: { value: 'oven' } });
    expect(screen.queryAllByRole('radio')).toHaveLength(0);
    screen.getByText('No account is called that.');
  });

  it('a person without any account is told what to do', async () => {
    server({ '/places': { chosen: null, places: [] } });
    show(<PlacePicker channel={channel} picked={() => undefined} />);
    await screen.findByText(/sees no account there/);
    expect(screen.queryByRole('button', { name: 'Post here' })).toBeNull();
  });

  it('is there for connected channels of several accounts alone', () => {
    const { connected, ...byHand } = channel;
    expect(connected && hasPlaces(channel)).toBe(true);
    expect(hasPlaces(byHand as ChannelView)).toBe(false);
    expect(hasPlaces({ ...channel, kind: 'x', settings: { server: 'https://api.x.com' } })).toBe(false);
  });
});

describe('after a channel was removed', () => {
  it.each([
    ['ended', null, /the network has ended its access/],
    ['by-hand', 'https://x.com/settings/connected_apps', /end it there by hand/],
    ['unreached', 'https://x.com/settings/connected_apps', /did not answer/],
    ['signed-out', 'https://bsky.app/settings/app-passwords', /remove it in the settings/],
    ['shared', null, /another channel lives by it/],
  ] as const)('%s is said, with the page where a person goes on', (outcome, where, words) => {
    show(<AccessOutcome name="Bakery" access={{ outcome, where }} close={() => undefined} />);
    screen.getByText(words);
    expect(screen.queryByRole('link')?.getAttribute('href') ?? null).toBe(where);
  });

  it('the person is led to what is said, from wherever the channel stood', () => {
    show(<AccessOutcome name="Bakery" access={{ outcome: 'ended', where: null }} close={() => undefined} />);
    expect(document.activeElement).toBe(
      screen.getByText(/the network has ended its access/).closest('[role=status]'),
    );
  });
});

it('a right that is missing leads to the network at once', async () => {
  server({ '/connect': { address: 'https://www.facebook.com/dialog' } });
  const went: string[] = [];
  show(<ConnectAgain channel={channel.key} go={(address) => went.push(address)} />);
  await press('Connect again');
  await waitFor(() => expect(went).toEqual(['https://www.facebook.com/dialog']));
});
