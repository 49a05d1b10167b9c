import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { GoogleFields } from '../../admin/pages/channel/google-fields';
import { inputOf, newDraft, type ChannelDraft } from '../../admin/pages/channel/draft';
import { channelInput } from '../../src/channels/schema';
import { show } from './stage';

type Draft = Extract<ChannelDraft, { kind: 'google-business' }>;

it('the location on Google may be left open, and is entered as a test lists it', () => {
  let draft = { ...newDraft('google-business'), name: 'Bakery' } as Draft;
  function Form() {
    const [held, setHeld] = useState(draft);
    draft = held;
    return <GoogleFields draft={held} change={setHeld} errorAt={() => undefined} />;
  }
  show(<Form />);
  const location = () => {
    const input = channelInput.parse(inputOf(draft));
    return input.kind === 'google-business' ? input.settings.location : undefined;
  };
  const type = (value: string) => fireEvent.change(screen.getByLabelText(/^Location/), { target: { value } });
  expect(location()).toBeNull();
  type(' accounts/123/locations/456 ');
  expect(location()).toBe('accounts/123/locations/456');
  type(' ');
  expect(location()).toBeNull();
  expect(draft.settings.button).toBe('LEARN_MORE');
});
