import { useState } from 'react';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CopyPictures } from '../../admin/pages/campaign/pictures/copy-pictures';
import type { Line } from '../../admin/pages/campaign/use-campaign';
import { checkCopy } from '../../src/channels/check-copy';
import { channelRules } from '../../src/channels/rules';
import type { BuiltInKind, Copy, CopyPicture } from '../../src/channels/schema';
import { show } from './stage';

const loaf: CopyPicture = {
  ...{ hash: 'loaf', url: '/uploads/loaf.jpg', alt: 'A loaf' },
  shape: { ratio: '1:1', by: 'cut', focus: { x: 80, y: 30 } },
};
const drawn = { src: 'data:image/jpeg;base64,AAAA', width: 1_200, height: 629 };
let asked: { path: string; body: Readonly<Record<string, unknown>> }[];
let answers: Record<string, { value: unknown; status: number }>;

beforeEach(() => {
  asked = [];
  answers = {
    '/presence/copies/card/preview': { value: drawn, status: 200 },
    '/presence/copies/card': {
      value: { hash: 'card', url: '/uploads/card.jpg', alt: 'Rye, fresh' },
      status: 201,
    },
  };
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    const path = String(url).replace('http://cms.test', '');
    asked.push({ path, body: JSON.parse(String(init?.body)) as Record<string, unknown> });
    const { value, status } = answers[path] ?? { value: {}, status: 404 };
    return { ok: status < 400, status, json: async () => value } as Response;
  }) as typeof fetch;
});

const refuses = (path: string, code: string, status: number) => {
  answers[path] = { value: { error: { message: 'English', details: { code } } }, status };
};

function open(
  pictures: CopyPicture[],
  kind: BuiltInKind = 'bluesky',
  canEdit = true,
  language?: 'de',
  more: Partial<Copy> = {},
) {
  let held: Copy = { text: 'Rye is back. Come early.', link: null, pictures, edited: false, ...more };
  function Editor() {
    const [copy, setCopy] = useState(held);
    held = copy;
    return (
      <CopyPictures
        line={{ channel: 'c', kind, copy } as Line}
        rules={channelRules[kind]}
        check={checkCopy(channelRules[kind], copy)}
        canEdit={canEdit}
        entry={{ uid: 'api::article.article', documentId: 'rye', locale: 'de' }}
        set={(part) => setCopy((now) => ({ ...now, ...part }))}
      />
    );
  }
  show(<Editor />, language);
  return () => held.pictures;
}

const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const isReady = (name = /Use this card/) =>
  waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(false), {
    timeout: 5_000,
  });
const last = () => asked[asked.length - 1]?.body;
const brand = { uid: 'api::article.article', locale: 'de' };

describe('a card of the brand', () => {
  it('is drawn from the copy, and becomes the picture of a copy that had none', async () => {
    const pictures = open([]);
    press(/Make a card/);
    expect(screen.queryByRole('combobox', { name: /Template/ })).toBeNull();
    await isReady();
    expect(asked.map(({ body }) => body)).toEqual([
      { ...brand, template: 'title', title: 'Rye is back', ratio: '1.91:1' },
    ]);
    const seen = screen.getByRole<HTMLImageElement>('img', { name: 'Preview of the card: Rye is back' });
    expect(seen.src).toBe(drawn.src);
    await act(async () => press(/Use this card/));
    expect(asked.map(({ path }) => path)).toEqual(['/presence/copies/card/preview', '/presence/copies/card']);
    expect(pictures()).toEqual([{ hash: 'card', url: '/uploads/card.jpg', alt: 'Rye, fresh' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is drawn once nobody types any more, and not without a title', async () => {
    open([]);
    press(/Make a card/);
    await isReady();
    const title = screen.getByRole('textbox', { name: /Title/ });
    for (const value of ['R', 'Ry', 'Rye']) fireEvent.change(title, { target: { value } });
    await isReady();
    expect(asked.map(({ body }) => body['title'])).toEqual(['Rye is back', 'Rye']);
    fireEvent.change(title, { target: { value: ' ' } });
    expect(screen.getByText('Write what is to stand on the card.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /Use this card/ }).disabled).toBe(true);
  });

  it('takes the place of the picture that it was made of, cut around what must be seen', async () => {
    const pictures = open([loaf, { ...loaf, hash: 'crumb' }]);
    press(/Make a card of picture 1/);
    await isReady();
    expect(last()).toEqual({
      ...{ ...brand, template: 'photo', picture: 'loaf', focus: { x: 80, y: 30 } },
      ...{ title: 'Rye is back', ratio: '1.91:1' },
    });
    await act(async () => press(/Use this card/));
    expect(pictures().map(({ hash, shape }) => [hash, shape?.ratio])).toEqual([
      ['card', undefined],
      ['crumb', '1:1'],
    ]);
  });

  it('puts the logo on the whole picture, which still shows what it showed', async () => {
    const pictures = open([loaf]);
    press(/Put the logo on picture 1/);
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
    await isReady();
    expect(last()).toEqual({ ...brand, template: 'badge', picture: 'loaf', focus: { x: 80, y: 30 } });
    await act(async () => press(/Use this card/));
    expect(pictures()).toEqual([{ hash: 'card', url: '/uploads/card.jpg', alt: 'A loaf' }]);
  });

  it.each([[[]], [[loaf]]])('is described next, without looking for the place', async (pictures) => {
    open(pictures);
    press(/Make a card/);
    await isReady();
    await act(async () => press(/Use this card/));
    await waitFor(() => expect(document.activeElement?.getAttribute('name')).toMatch(/pictures\.0\.alt$/));
  });

  it.each(['card-no-fonts', 'card-title-too-long', 'card-no-logo', 'card-logo-too-large', 'not-found'])(
    'says in German why there is none: %s',
    async (code) => {
      refuses('/presence/copies/card/preview', `picture.${code}`, 400);
      open([], 'bluesky', true, 'de');
      press(/Karte erstellen/);
      const saidNow = () => within(screen.getByRole('dialog')).getByRole('alert').textContent;
      await waitFor(() => expect(saidNow()).toMatch(/^.{41,}/), { timeout: 5_000 });
      expect(saidNow()).not.toMatch(/English|presence\./);
      expect(screen.getByRole<HTMLButtonElement>('button', { name: /Diese Karte/ }).disabled).toBe(true);
    },
  );

  it('stays open where somebody may not upload', async () => {
    refuses('/presence/copies/card', 'picture.card-not-allowed', 403);
    const pictures = open([]);
    press(/Make a card/);
    await isReady();
    await act(async () => press(/Use this card/));
    expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toContain('may not upload');
    expect(pictures()).toEqual([]);
  });

  it('is not offered beside a video, which has no room for it', () => {
    open([], 'mastodon', true, undefined, { video: { hash: 'film', url: '/uploads/film.mp4', alt: '' } });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is offered where a copy with pictures can be changed', () => {
    open([], 'bluesky', false);
    open([], 'website');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
