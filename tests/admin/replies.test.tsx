import { useState } from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import { PublicationList } from '../../admin/components/publication-list';
import { Preview } from '../../admin/pages/campaign/preview';
import { Replies } from '../../admin/pages/campaign/replies/replies';
import { checkCopy } from '../../src/channels/check-copy';
import { channelRules } from '../../src/channels/rules';
import type { BuiltInKind, Copy } from '../../src/channels/schema';
import type { PublicationView } from '../../src/publishing/schema';
import { show } from './stage';

const copy = (changes: Partial<Copy> = {}): Copy => ({
  ...{ text: 'Fresh rolls', link: null, pictures: [], edited: false },
  ...changes,
});
const replies = (...texts: string[]) => ({ replies: texts.map((text) => ({ text })) });

/** The list as the editor of a copy holds it; `now` is the copy as it stands. */
function editor(kind: BuiltInKind, start: Copy, canEdit = true) {
  const held = { now: start };
  function Editor() {
    const [value, setValue] = useState(start);
    held.now = value;
    const line = {
      ...{ channel: 'c', kind, channelName: 'Channel', copy: value, isChanged: false, publication: null },
    };
    const rules = channelRules[kind];
    return (
      <>
        <Replies
          {...{ line, rules, canEdit }}
          check={checkCopy(kind, value)}
          set={(part) => setValue((before) => ({ ...before, ...part }))}
          locale="en"
        />
        <Preview copy={value} kind={kind} channel={undefined} pageUrl={null} />
      </>
    );
  }
  show(<Editor />);
  return held;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const texts = ({ now }: { now: Copy }) => (now.replies ?? []).map(({ text }) => text);
/** What a screen reader is told. */
const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
const box = (name: string) => screen.getByRole('textbox', { name });

it('is not there on a channel that takes nothing beneath a post', () => {
  editor('slack', copy());
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByText('Thread')).toBeNull();
});

it('adds a post, writes it, counts it as the network counts, and shows it beneath the preview', () => {
  const held = editor('bluesky', copy());
  press('Add a post to the thread');
  expect(document.activeElement).toBe(box('Post 2 of the thread'));
  fireEvent.change(box('Post 2 of the thread'), { target: { value: '👨‍👩‍👧‍👦 Rolls' } });
  expect(texts(held)).toEqual(['👨‍👩‍👧‍👦 Rolls']);
  expect(screen.getByText(/^7 of 300 characters/)).toBeTruthy();
  expect(within(screen.getByRole('list', { name: 'Posted beneath it' })).getByText('👨‍👩‍👧‍👦 Rolls')).toBeTruthy();
});

it('says at its place what is wrong with a post', () => {
  editor('bluesky', copy(replies('a', 'x'.repeat(301))));
  expect(screen.getByText(/^Text 2 beneath the post is 1 character too long for Bluesky/)).toBeTruthy();
});

it('moves and removes by keyboard: the writing goes where the post went, and it is said', () => {
  const held = editor('mastodon', copy(replies('one', 'two', 'three')));
  press('Move post 3 of the thread up');
  expect(texts(held)).toEqual(['two', 'one', 'three']);
  expect(document.activeElement).toBe(box('Post 2 of the thread'));
  expect(said()).toContain('Now it is post 2 of the thread');
  press('Move post 2 of the thread down');
  expect(texts(held)).toEqual(['one', 'two', 'three']);
  press('Remove post 4 of the thread');
  expect(texts(held)).toEqual(['one', 'two']);
  expect(document.activeElement).toBe(box('Post 3 of the thread'));
  press('Remove post 2 of the thread');
  press('Remove post 2 of the thread');
  expect(texts(held)).toEqual([]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a post to the thread' }));
});

it('splits a text that is too long, says into how many, and leaves nothing out', () => {
  const text = Array.from({ length: 30 }, (_, n) => `This is sentence number ${n}.`).join(' ');
  const held = editor('bluesky', copy({ text }));
  press('Split into a thread');
  expect([held.now.text, ...texts(held)].join(' ')).toBe(text);
  expect(checkCopy('bluesky', held.now).problems).toEqual([]);
  expect(said()).toContain(`Split into ${1 + texts(held).length} posts`);
  expect(screen.queryByRole('button', { name: 'Split into a thread' })).toBeNull();
});

it('takes no more than the network takes, and changes nothing for whoever may only read', () => {
  editor('bluesky', copy(replies(...Array<string>(24).fill('a'))));
  expect(screen.queryByRole('button', { name: 'Add a post to the thread' })).toBeNull();
  document.body.innerHTML = '';
  editor('bluesky', copy(replies('a')), false);
  expect(screen.queryByRole('button')).toBeNull();
  expect(box('Post 2 of the thread')).toHaveProperty('disabled', true);
});

it('is no empty heading for whoever may only read', () => {
  editor('bluesky', copy(), false);
  expect(screen.queryByRole('region', { name: 'Thread' })).toBeNull();
});

it('says of a post that was delivered what is missing beneath it', () => {
  const row = {
    ...{ key: 'p', kind: 'mastodon', channelName: 'Mastodon', campaignName: 'Rolls', campaign: 'c' },
    ...{ entry: { uid: 'api::a.a', documentId: 'd', locale: null }, entryTitle: 'Rolls', copy: copy() },
    ...{ state: 'delivered', note: 'The post is there, but not its first comment: No.', problem: null },
    ...{ attempts: [], actions: [], inDoubt: 0, hold: null, recall: null, correction: null },
    ...{ dueAt: null, zone: '', nextAt: null, deliveredAt: 0, receipt: null, url: null },
  } as unknown as PublicationView;
  show(<PublicationList rows={[row]} changed={() => undefined} canAct={false} />);
  expect(screen.getByText('The post is there, but not its first comment: No.')).toBeTruthy();
});
