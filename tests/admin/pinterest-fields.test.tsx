import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { Preview } from '../../admin/pages/campaign/preview';
import { inputOf, newDraft, type ChannelDraft } from '../../admin/pages/channel/draft';
import { PinterestFields } from '../../admin/pages/channel/pinterest-fields';
import { channelInput } from '../../src/channels/schema';
import { show } from './stage';

type Draft = Extract<ChannelDraft, { kind: 'pinterest' }>;

it('the board of Pinterest may be left open, and is entered as a test lists it', () => {
  let draft = { ...newDraft('pinterest'), name: 'Bakery' } as Draft;
  function Form() {
    const [held, setHeld] = useState(draft);
    draft = held;
    return <PinterestFields draft={held} change={setHeld} errorAt={() => undefined} />;
  }
  show(<Form />);
  const board = () => {
    const input = channelInput.parse(inputOf(draft));
    return input.kind === 'pinterest' ? input.settings.board : undefined;
  };
  const type = (value: string) => fireEvent.change(screen.getByLabelText(/^Board/), { target: { value } });
  expect(board()).toBeNull();
  type('549755885175');
  expect(board()).toBe('549755885175');
  type(' ');
  expect(board()).toBeNull();
});

it('a pin is shown with its picture, its title and where it leads', () => {
  const pictures = [{ hash: 'a', url: '/a.png', alt: 'A loaf' }];
  const copy = {
    text: 'Every day.',
    title: 'Fresh rye',
    link: 'https://bakery.test/rye',
    pictures,
    edited: false,
  };
  show(<Preview kind="pinterest" copy={copy} channel={undefined} pageUrl={null} />);
  expect(screen.getByAltText('A loaf')).toBeTruthy();
  for (const text of ['Fresh rye', 'Every day.', 'bakery.test']) expect(screen.getByText(text)).toBeTruthy();
});
