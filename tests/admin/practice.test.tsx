import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { draftOf } from '../../admin/pages/channel/draft';
import { ChannelForm } from '../../admin/pages/channel/form';
import { PracticePost } from '../../admin/pages/practice/post';
import type { PracticePostView } from '../../src/channels/practice';
import type { ChannelView } from '../../src/channels/schema';
import { show } from './stage';

const channel: ChannelView = {
  key: '00000000-0000-4000-8000-000000000001',
  kind: 'mastodon',
  name: 'Mastodon',
  settings: { instance: 'https://mastodon.social', visibility: 'public' },
  hasSecret: true,
  practice: true,
  state: 'ready',
  stateReason: '',
  testedAt: null,
  createdAt: 0,
  updatedAt: 0,
};

/** Notes what is sent, and answers with the channel. */
function server() {
  const sent: { method: string; body: Record<string, unknown> }[] = [];
  globalThis.fetch = (async (_url: unknown, init?: RequestInit) => {
    sent.push({ method: init?.method ?? 'GET', body: JSON.parse(String(init?.body ?? '{}')) });
    return { ok: true, status: 200, json: async () => channel } as Response;
  }) as typeof fetch;
  return sent;
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('practice mode', () => {
  it('is left only after a word about what waits', async () => {
    const sent = server();
    const saved: ChannelView[] = [];
    show(
      <ChannelForm
        start={{ ...draftOf(channel), practice: false }}
        channel={channel}
        close={() => undefined}
        saved={(one) => saved.push(one)}
      />,
    );
    await press('Save');
    expect(sent).toEqual([]);
    await screen.findByText(/Publications that are waiting go there too/);
    await press('Publish for real');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(sent).toMatchObject([{ method: 'PUT', body: { kind: 'mastodon', practice: false } }]);
  });

  it('shows a post as people would see it, and says that it is practice', async () => {
    server();
    const post: PracticePostView = {
      ...{ kind: 'mastodon', id: '1', channel: channel.key, channelName: 'Mastodon', createdAt: 0 },
      ...{ text: 'Fresh rolls #bread', subject: null, html: null, card: null },
      pictures: [{ src: 'data:image/jpeg;base64,', alt: 'Rolls on a tray' }],
    };
    show(<PracticePost post={post} canManage={false} removed={() => undefined} />);
    expect(screen.getByText('Practice')).toBeTruthy();
    expect(screen.getByAltText('Rolls on a tray')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete this practice post' })).toBeNull();
  });
});
