import { useState } from 'react';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { MentionMenu } from '../../admin/pages/campaign/mention-menu';
import { Preview } from '../../admin/pages/campaign/preview';
import { TextBox } from '../../admin/components/input';
import { withMentionAt } from '../../src/channels/mentions/insert';
import type { BuiltInKind, Copy } from '../../src/channels/schema';
import type { Mentionable } from '../../src/shared/accounts';
import { show } from './stage';

const names: readonly Mentionable[] = [
  { name: 'Mill Florian', accounts: { x: 'millflorian', linkedin: 'urn:li:organization:2414183' } },
  { name: 'Ada', accounts: { mastodon: 'ada@mastodon.example' } },
];

function open(kind: BuiltInKind, first: string, language?: 'de') {
  let held = first;
  function Editor() {
    const [text, setText] = useState(first);
    held = text;
    const copy: Copy = { text, link: null, pictures: [], edited: true };
    return (
      <>
        <TextBox
          label="Text"
          name="c:text"
          value={text}
          change={setText}
          action={<MentionMenu {...{ kind, names }} field="c:text" set={(part) => setText(part.text)} />}
        />
        <Preview copy={copy} kind={kind} channel={undefined} pageUrl={null} />
      </>
    );
  }
  show(<Editor />, language);
  return { now: () => held, input: () => screen.getByLabelText<HTMLTextAreaElement>('Text') };
}

const choose = async (name: string) => {
  const button = screen.getByRole('button', { name: 'Mention' });
  fireEvent.keyDown(button, { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name }));
};

describe('mentioning somebody in a copy', () => {
  it.each([
    ['', 0, 0, '@mill', 5],
    ['Rye of ', 7, 7, 'Rye of @mill', 12],
    ['Rye of the mill today', 7, 15, 'Rye of @mill today', 12],
    ['Rye', 3, 3, 'Rye @mill', 9],
    ['Rye is here', 4, 4, 'Rye @mill is here', 10],
    ['Rye (of )', 8, 8, 'Rye (of @mill)', 13],
    ['Rye.', 3, 3, 'Rye @mill.', 9],
  ])('"%s" at %i to %i is "%s"', (text, start, end, said, caret) => {
    expect(withMentionAt(text, start, end, '@mill')).toEqual({ text: said, caret });
  });

  it('puts the account where the caret stands, and goes on writing there', async () => {
    const { now, input } = open('x', 'Rye of  today');
    act(() => input().setSelectionRange(7, 7));
    await choose('Mill Florian');
    expect(now()).toBe('Rye of @millflorian today');
    await waitFor(() => expect(document.activeElement).toBe(input()));
    expect(input().selectionStart).toBe(19);
  });

  it('offers only those who have an account on the network', async () => {
    open('mastodon', '');
    fireEvent.keyDown(screen.getByRole('button', { name: 'Mention' }), { key: 'Enter' });
    const offered = await screen.findAllByRole('menuitem');
    expect(offered.map(({ textContent }) => textContent)).toEqual(['Ada']);
  });

  it.each(['facebook', 'bluesky', 'slack', 'email'] as const)('is not there for %s', (kind) => {
    open(kind, '');
    expect(screen.queryByRole('button', { name: 'Mention' })).toBeNull();
  });

  it('shows the name alone in the preview of LinkedIn', async () => {
    const { now } = open('linkedin', '');
    await choose('Mill Florian');
    expect(now()).toBe('@[Mill Florian](urn:li:organization:2414183)');
    expect(screen.getByText('Mill Florian').tagName).toBe('SPAN');
    expect(screen.queryByText(/urn:li/, { selector: 'p, span' })).toBeNull();
  });

  it('is said in German', () => {
    open('x', '', 'de');
    screen.getByRole('button', { name: 'Erwähnen' });
  });
});
