import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { inputOf, newDraft, type ChannelDraft } from '../../admin/pages/channel/draft';
import { LinkedinFields } from '../../admin/pages/channel/linkedin-fields';
import { channelInput } from '../../src/channels/schema';
import { show } from './stage';

type Draft = Extract<ChannelDraft, { kind: 'linkedin' }>;

it('who posts on LinkedIn may be left open, and is entered as LinkedIn names it', () => {
  let draft = { ...newDraft('linkedin'), name: 'Bakery' } as Draft;
  function Form() {
    const [held, setHeld] = useState(draft);
    draft = held;
    return <LinkedinFields draft={held} change={setHeld} errorAt={() => undefined} />;
  }
  show(<Form />);
  const author = () => {
    const input = channelInput.parse(inputOf(draft));
    return input.kind === 'linkedin' ? input.settings.author : undefined;
  };
  const type = (value: string) =>
    fireEvent.change(screen.getByLabelText(/^Page or person/), { target: { value } });
  expect(author()).toBeNull();
  type('urn:li:organization:1234567');
  expect(author()).toBe('urn:li:organization:1234567');
  type(' ');
  expect(author()).toBeNull();
});
