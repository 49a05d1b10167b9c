import { useState, type ReactNode } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { OneCopy } from '../../admin/pages/campaign/one-copy';
import { CopyPictures } from '../../admin/pages/campaign/pictures/copy-pictures';
import { Replies } from '../../admin/pages/campaign/replies/replies';
import { isSameStanding, type Line } from '../../admin/pages/campaign/use-campaign';
import { CopyVideo } from '../../admin/pages/campaign/video/copy-video';
import { useKept, useSteady } from '../../admin/use-steady';
import { channelRules } from '../../src/channels/rules';
import type { Copy } from '../../src/channels/schema';
import { show, staged } from './stage';

const line = (kind: Line['kind'], text = 'Rye'): Line => ({
  ...{ channel: kind, kind, channelName: kind, isChanged: false, publication: null },
  copy: { text, link: null, pictures: [], edited: false },
});
const kinds = ['x', 'mastodon', 'threads'] as const;
const entry = { uid: 'api::article.article', documentId: 'd1', locale: 'en' };
const reader = { id: '1', mayWaive: false };
const nothing: never[] = [];

/** A copy that tells when its text is looked at. */
function watched(kind: Line['kind'], looked: () => void): Line {
  const { copy, ...rest } = line(kind);
  return {
    ...rest,
    copy: {
      ...copy,
      get text() {
        looked();
        return 'Rye';
      },
    },
  };
}

function Page({ looked }: { looked: (kind: string) => void }) {
  const [lines, setLines] = useState(() => kinds.map((kind) => watched(kind, () => looked(kind))));
  const same = useSteady(async () => undefined);
  const write = useSteady((channel: string, copy: Copy) =>
    setLines((before) => before.map((one) => (one.channel === channel ? { ...one, copy } : one))),
  );
  return lines.map((one) => (
    <OneCopy
      key={one.channel}
      {...{ line: one, entry, reader, write }}
      {...{ canManage: true, channel: undefined, pageUrl: null, asked: undefined, brand: undefined }}
      {...{
        names: nothing,
        waivers: nothing,
        derive: same,
        lookAgain: same,
        decided: same,
        checkAgain: same,
      }}
    />
  ));
}

describe('the copies of a campaign', () => {
  it('are not drawn anew by a key in another one', () => {
    const seen = new Set<string>();
    show(<Page looked={(kind) => seen.add(kind)} />);
    expect([...seen].sort()).toEqual(['mastodon', 'threads', 'x']);
    seen.clear();
    const [first] = screen.getAllByLabelText<HTMLTextAreaElement>('Text');
    fireEvent.change(first!, { target: { value: 'Rye!' } });
    expect(first!.value).toBe('Rye!');
    expect(seen).not.toContain('mastodon');
    expect(seen).not.toContain('threads');
  });
});

describe('the parts of a copy', () => {
  const watchedText = (looked: () => void, part: object) =>
    Object.defineProperty({ ...part }, 'text' in part ? 'text' : 'alt', {
      enumerable: true,
      get() {
        looked();
        return 'Rye';
      },
    });
  const check = { count: 3, limit: 500, unit: 'characters' as const, problems: [] };
  const same = { canEdit: true, check, set: () => undefined };

  it.each<[string, (copy: Copy) => ReactNode, (looked: () => void) => Partial<Copy>]>([
    [
      'pictures',
      (copy) => (
        <CopyPictures
          {...same}
          rules={channelRules.mastodon}
          line={{ ...line('mastodon'), copy }}
          entry={entry}
        />
      ),
      (looked) => ({ pictures: [watchedText(looked, { hash: 'h', url: '/h.jpg', alt: '' }) as never] }),
    ],
    [
      'video',
      (copy) => <CopyVideo {...same} rules={channelRules.mastodon} line={{ ...line('mastodon'), copy }} />,
      (looked) => ({ video: watchedText(looked, { hash: 'h', url: '/h.mp4', alt: '' }) as never }),
    ],
    [
      'first comment',
      (copy) => (
        <Replies {...same} rules={channelRules.facebook} line={{ ...line('facebook'), copy }} locale="en" />
      ),
      (looked) => ({ replies: [watchedText(looked, { text: '' }) as never] }),
    ],
  ])('stay as they are while the words change: %s', (_, drawn, parts) => {
    let looks = 0;
    const { copy } = line('mastodon');
    const own = parts(() => (looks += 1));
    const { rerender } = show(drawn(Object.assign({ ...copy }, own)));
    expect(looks).toBeGreaterThan(0);
    looks = 0;
    rerender(staged(drawn(Object.assign({ ...copy, text: 'Rye!' }, own))));
    expect(looks).toBe(0);
    rerender(
      staged(
        drawn(
          Object.assign(
            { ...copy, text: 'Rye!' },
            parts(() => (looks += 1)),
          ),
        ),
      ),
    );
    expect(looks).toBeGreaterThan(0);
  });
});

describe('what is kept while only words change', () => {
  const one = [line('x'), line('mastodon')];
  it.each<[string, readonly Line[], boolean]>([
    ['other words', [line('x', 'Wheat'), line('mastodon')], true],
    ['another channel', [line('x'), line('threads')], false],
    ['one less', [line('x')], false],
    ['one more', [...one, line('threads')], false],
    [
      'a link',
      [{ ...line('x'), copy: { ...line('x').copy, link: 'https://a.example' } }, line('mastodon')],
      false,
    ],
    ['a publication', [{ ...line('x'), publication: {} as never }, line('mastodon')], false],
  ])('%s', (_, now, isSame) => {
    expect(isSameStanding(one, now)).toBe(isSame);
  });

  it('is the same object, until it says something else', () => {
    const seen: (readonly Line[])[] = [];
    function Shown({ lines }: { lines: readonly Line[] }) {
      seen.push(useKept(lines, isSameStanding));
      return null;
    }
    const { rerender } = show(<Shown lines={one} />);
    const more = [...one, line('threads')];
    rerender(staged(<Shown lines={[line('x', 'Wheat'), line('mastodon')]} />));
    rerender(staged(<Shown lines={more} />));
    expect(seen[0]).toBe(one);
    expect(seen[1]).toBe(one);
    expect(seen[2]).toBe(more);
  });
});
