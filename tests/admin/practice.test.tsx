import { Navigate } from 'react-router-dom';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { draftOf } from '../../admin/pages/channel/draft';
import { ChannelForm } from '../../admin/pages/channel/form';
import { PracticePosts } from '../../admin/pages/practice/posts';
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
  template: null,
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

  const post: PracticePostView = {
    ...{ kind: 'mastodon', id: '1', channel: channel.key, channelName: 'Mastodon', createdAt: 0 },
    ...{ text: 'Fresh rolls #bread', subject: null, html: null, video: null, card: null },
    ...{ under: null, editedAt: null },
    pictures: [{ src: 'data:image/jpeg;base64,', alt: 'Rolls on a tray' }],
  };
  const list = (posts: readonly PracticePostView[]) => (
    <PracticePosts posts={posts} canManage={false} removed={() => undefined} />
  );

  it('shows a post as people would see it, and says that it is practice', () => {
    show(list([post]));
    expect(screen.getByText('Practice')).toBeTruthy();
    expect(screen.getByAltText('Rolls on a tray')).toBeTruthy();
    expect(screen.queryByText(/edited/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete this practice post' })).toBeNull();
  });

  it('says of a post that its words were changed, and when', () => {
    show(list([{ ...post, editedAt: Date.UTC(2026, 10, 26, 9) }]));
    expect(screen.getByText(/^edited/).textContent).toBe('edited Nov 26, 2026, 10:00 AM');
  });

  it('shows a thread beneath the post that it began with, in its order', () => {
    const part = (id: string, under: string | null, text: string) => ({
      ...post,
      id,
      under,
      text,
      pictures: [],
    });
    // The newest comes first.
    show(
      list([part('3', '2', 'The third'), part('2', '1', 'The second'), part('9', '8', 'Elsewhere'), post]),
    );
    const beneath = screen.getByRole('list', { name: 'Beneath this post' });
    expect(
      within(beneath)
        .getAllByRole('article')
        .map(({ id }) => id),
    ).toEqual(['2', '3']);
    expect(screen.getAllByText('Beneath another post')).toHaveLength(1);
    expect(screen.getAllByRole('article').map(({ id }) => id)).toEqual(['9', '1', '2', '3']);
  });

  it('brings the post that the address names into view', () => {
    const seen: string[] = [];
    Element.prototype.scrollIntoView = function note(this: Element) {
      seen.push(this.getAttribute('aria-label') ?? '');
    };
    const other: PracticePostView = {
      ...post,
      kind: 'linkedin',
      id: 'urn:li:share:7',
      channelName: 'LinkedIn',
    };
    show(
      <>
        <Navigate to={{ hash: encodeURIComponent(other.id) }} replace />
        {list([post, other])}
      </>,
    );
    expect(new Set(seen)).toEqual(new Set(['LinkedIn: Fresh rolls #bread']));
  });
});
