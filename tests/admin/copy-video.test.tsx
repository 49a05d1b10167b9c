import { useState } from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { CopyVideo } from '../../admin/pages/campaign/video/copy-video';
import { Preview } from '../../admin/pages/campaign/preview';
import type { Line } from '../../admin/pages/campaign/use-campaign';
import { checkCopy } from '../../src/channels/check-copy';
import { channelRules } from '../../src/channels/rules';
import type { BuiltInKind, Copy } from '../../src/channels/schema';
import { show } from './stage';

const picture = { hash: 'loaf', url: '/uploads/loaf.jpg', alt: 'A loaf' };
const video = { hash: 'kneading', url: '/uploads/kneading.mp4', alt: 'Hands knead dough' };
const facts = {
  ...{
    format: 'mp4',
    bytes: 4_200_000,
    seconds: 30,
    width: 1_080,
    height: 1_920,
    codec: 'h264',
    sound: 'aac',
  },
  isQuickToStart: true,
};
let answer: { status: number; body: unknown };
let asked: string[];
beforeEach(() => {
  answer = { status: 200, body: facts };
  asked = [];
  globalThis.fetch = (async (url: unknown) => {
    asked.push(String(url).replace('http://cms.test', ''));
    return { ok: answer.status < 400, status: answer.status, json: async () => answer.body } as Response;
  }) as typeof fetch;
});

const chosen = {
  name: 'kneading.mp4',
  hash: 'kneading',
  url: '/uploads/kneading.mp4',
  alternativeText: 'Hands knead dough',
};

function open(kind: BuiltInKind, first: Partial<Copy> = {}, canEdit = true, language?: 'de') {
  let held: Copy = { text: 'How it is made', link: null, pictures: [picture], edited: false, ...first };
  function Editor() {
    const [copy, setCopy] = useState(held);
    held = copy;
    return (
      <>
        <CopyVideo
          line={{ channel: 'c', kind, copy } as Line}
          rules={channelRules[kind]}
          check={checkCopy(kind, copy)}
          canEdit={canEdit}
          set={(part) => setCopy((now) => ({ ...now, ...part }))}
          library={({ of, take }) => (
            <button type="button" onClick={() => take([chosen])}>
              the {of} of the library
            </button>
          )}
        />
        <Preview copy={copy} kind={kind} channel={undefined} pageUrl={null} />
      </>
    );
  }
  const { container } = show(<Editor />, language);
  return { now: () => held, film: () => container.querySelector('video') };
}

describe('the video of a copy', () => {
  it('is chosen in place of the pictures, which come back where it is removed', async () => {
    const { now, film } = open('mastodon');
    screen.getByText('A video goes out in place of the pictures.');
    fireEvent.click(screen.getByRole('button', { name: 'Choose a video' }));
    fireEvent.click(screen.getByRole('button', { name: 'the videos of the library' }));
    expect(now()).toMatchObject({ video, pictures: [] });
    await screen.findByText(/^MP4 · 1,?080 × 1,?920 · 4.2 MB · 30 s$/);
    expect(asked).toEqual(['/presence/copies/video?hash=kneading']);
    expect(film()?.getAttribute('src')).toMatch(/\/uploads\/kneading\.mp4$/);
    expect(film()?.getAttribute('aria-label')).toBe('Hands knead dough');
    fireEvent.click(screen.getByRole('button', { name: 'Remove the video' }));
    expect(now()).toMatchObject({ video: undefined, pictures: [picture] });
    expect(film()).toBeNull();
  });

  it('says what its channel does not take of the file, and what to do', async () => {
    answer.body = { ...facts, format: 'webm', bytes: 60_000_000 };
    open('telegram', { pictures: [], video });
    await screen.findByText(/Telegram takes videos as MP4, this one is WebM/);
    screen.getByText(/takes videos up to 50 MB, this one has 60 MB/);
  });

  it('says so in German, too', async () => {
    answer.body = { ...facts, format: 'webm', bytes: 60_000_000 };
    open('telegram', { pictures: [], video }, true, 'de');
    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(2);
    for (const { textContent } of items) expect(textContent).toMatch(/^Telegram nimmt Videos/);
  });

  it('says what is wrong with a file that cannot be read', async () => {
    answer = {
      status: 400,
      body: { error: { message: 'This file is no video.', details: { code: 'video.unreadable' } } },
    };
    open('discord', { pictures: [], video });
    await screen.findByText('This file is no video.');
  });

  it('is said in words, where the network has a place for them', async () => {
    const { now } = open('discord', { pictures: [], video });
    fireEvent.change(screen.getByRole('textbox', { name: /Alt text of the video/ }), {
      target: { value: 'Dough' },
    });
    expect(now().video).toEqual({ ...video, alt: 'Dough' });
    await waitFor(() => expect(asked).toHaveLength(1));
  });

  it('is not offered where the channel takes none, and one that is there can be removed', async () => {
    const first = open('google-business');
    expect(screen.queryByRole('button')).toBeNull();
    expect(first.now().video).toBeUndefined();
    document.body.innerHTML = '';
    const { now } = open('google-business', { pictures: [], video });
    expect(screen.queryByRole('button', { name: /Choose/ })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Remove the video' }));
    expect(now().video).toBeUndefined();
  });

  it.each(Object.values(channelRules).flatMap(({ kind, video: rule }) => (rule ? [kind] : [])))(
    'is played in the preview of %s, the address of the page beside it',
    async (kind) => {
      const { film } = open(kind as BuiltInKind, { pictures: [], video, link: 'https://bakery.test/bread' });
      expect(film()?.getAttribute('src')).toMatch(/\/uploads\/kneading\.mp4$/);
      expect(document.querySelectorAll('video')).toHaveLength(1);
      expect(document.body.textContent?.includes('bakery.test')).toBe(
        channelRules[kind as BuiltInKind].link !== 'none',
      );
      await screen.findByRole('button', { name: 'Remove the video' });
    },
  );

  it('is only looked at by whoever may not change it', async () => {
    const { film } = open('mastodon', { pictures: [], video }, false);
    await screen.findByText(/MP4/);
    expect(screen.queryByRole('button')).toBeNull();
    expect(film()).not.toBeNull();
  });
});
