import { useState } from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import { CopyPictures } from '../../admin/pages/campaign/pictures/copy-pictures';
import { Shown } from '../../admin/pages/campaign/pictures/shown';
import type { Line } from '../../admin/pages/campaign/use-campaign';
import { checkCopy } from '../../src/channels/check-copy';
import { channelRules } from '../../src/channels/rules';
import type { BuiltInKind, Copy, CopyPicture } from '../../src/channels/schema';
import { show } from './stage';

const picture: CopyPicture = { hash: 'loaf', url: '/uploads/loaf.jpg', alt: 'A loaf' };
let asked: string[];
let answer: () => Promise<Response>;
const says = (value: unknown, status = 200) => {
  answer = async () => ({ ok: status < 400, status, json: async () => value }) as Response;
};

beforeEach(() => {
  asked = [];
  says({ focus: { x: 80, y: 30 }, from: 'eye' });
  globalThis.fetch = (async (url: unknown) => {
    asked.push(String(url).replace('http://cms.test', ''));
    return answer();
  }) as typeof fetch;
});

function open(kind: BuiltInKind = 'instagram', first: CopyPicture = picture) {
  let held: Copy = { text: '', link: null, pictures: [first], edited: false };
  function Editor() {
    const [copy, setCopy] = useState(held);
    held = copy;
    const line = { channel: 'c', kind, copy } as Line;
    return (
      <CopyPictures
        line={line}
        rules={channelRules[kind]}
        check={checkCopy(channelRules[kind], copy)}
        canEdit
        entry={{ uid: 'api::article.article', documentId: 'rye', locale: 'en' }}
        set={(part) => setCopy((now) => ({ ...now, ...part }))}
      />
    );
  }
  show(<Editor />);
  return () => held.pictures[0];
}

const pick = async (name: RegExp, option: RegExp) => {
  fireEvent.keyDown(screen.getByRole('combobox', { name }), { key: 'ArrowDown' });
  const found = await screen.findByRole('option', { name: option });
  await act(async () => void fireEvent.keyDown(found, { key: 'Enter' }));
};
const ring = () => screen.getByRole('slider', { name: 'What must be seen' });

describe('the shape of a picture in a copy', () => {
  it('offers what the channel shows whole, and cuts around what is proposed', async () => {
    const now = open();
    await pick(/Shape of picture 1/, /Portrait, 4:5/);
    expect(asked).toEqual(['/presence/copies/picture-focus?hash=loaf&ratio=4%3A5']);
    expect(now()).toEqual({ ...picture, shape: { ratio: '4:5', by: 'cut', focus: { x: 80, y: 30 } } });
    expect(ring().getAttribute('aria-valuetext')).toBe('80 % from the left, 30 % from the top');
  });

  it('keeps what was written while the proposal was on its way', async () => {
    let arrive: (value: Response) => void = () => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    const now = open();
    await pick(/Shape of picture 1/, /Square/);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Rye, just out of the oven' } });
    await act(async () =>
      arrive({
        ok: true,
        status: 200,
        json: async () => ({ focus: { x: 1, y: 2 }, from: 'library' }),
      } as Response),
    );
    expect(now()).toMatchObject({
      alt: 'Rye, just out of the oven',
      shape: { ratio: '1:1', by: 'cut', focus: { x: 1, y: 2 } },
    });
  });

  it('is cut all the same where nothing could be proposed', async () => {
    says({ error: { message: 'gone', details: { code: 'picture.not-found' } } }, 404);
    const now = open();
    await pick(/Shape of picture 1/, /Square/);
    expect(now()?.shape).toEqual({ ratio: '1:1', by: 'cut' });
  });

  it('has its point moved by arrow keys, as far as the edges', async () => {
    const shape = { ratio: '1:1', by: 'cut', focus: { x: 95, y: 0 } } as const;
    const now = open('instagram', { ...picture, shape });
    const press = (key: string, shiftKey = false) => fireEvent.keyDown(ring(), { key, shiftKey });
    press('ArrowRight');
    press('ArrowUp');
    expect(now()?.shape?.focus).toEqual({ x: 96, y: 0 });
    press('ArrowRight', true);
    press('ArrowDown', true);
    expect(now()?.shape?.focus).toEqual({ x: 100, y: 10 });
    press('Enter');
    expect(now()?.shape?.focus).toEqual({ x: 100, y: 10 });
  });

  it('keeps the whole picture beside white, or goes back to what it is', async () => {
    const now = open('instagram', { ...picture, shape: { ratio: '1:1', by: 'cut', focus: { x: 5, y: 5 } } });
    await pick(/What does not fit/, /Keep, with white/);
    expect(now()?.shape).toEqual({ ratio: '1:1', by: 'pad' });
    expect(screen.queryByRole('slider')).toBeNull();
    await pick(/Shape of picture 1/, /As it is/);
    expect(now()).toEqual(picture);
  });

  it.each(['slack', 'email', 'webhook'] as const)(
    'is not asked where the file itself is shown: %s',
    (kind) => {
      open(kind);
      expect(screen.queryByRole('combobox')).toBeNull();
    },
  );
});

it('is seen in the preview', () => {
  const shape = { ratio: '1:1', by: 'cut', focus: { x: 90, y: 50 } } as const;
  show(<Shown picture={{ ...picture, shape }} as={(props) => <img {...props} />} />);
  const image = screen.getByRole<HTMLImageElement>('img');
  Object.defineProperties(image, { naturalWidth: { value: 3_000 }, naturalHeight: { value: 1_000 } });
  fireEvent.load(image);
  const { aspectRatio, objectFit, objectPosition } = image.style;
  expect({ aspectRatio, objectFit, objectPosition }).toEqual({
    aspectRatio: '1',
    objectFit: 'cover',
    objectPosition: '100% 50%',
  });
});
