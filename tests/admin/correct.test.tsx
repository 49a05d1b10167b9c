import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CorrectionLine, CorrectOne } from '../../admin/components/correct';
import type { PublicationView } from '../../src/publishing/schema';
import { refused, serverThat } from './brand-server';
import { show } from './stage';

const toot = {
  ...{ key: 'p1', kind: 'mastodon', channelName: 'Toots', state: 'delivered', correction: null },
  copy: { text: 'Rye is 2.40 today.', link: null, pictures: [], edited: false },
} as unknown as PublicationView;
const held = {
  ...toot,
  correction: {
    state: 'held',
    message: 'Not approved yet.',
    text: 'Rye is 4.20.',
    by: 'Emil',
    at: 1,
    endedAt: null,
  },
} as PublicationView;

const nothing = () => undefined;

describe('correcting the words of a post', () => {
  it('begins with the words that are there, counts as the channel does, and sends the new ones', async () => {
    const done = jest.fn();
    const calls = serverThat({ 'POST /presence/publications/p1/correct': held });
    show(<CorrectOne publication={toot} close={nothing} done={done} />);
    const dialog = within(await screen.findByRole('alertdialog'));
    const send = dialog.getByRole('button', { name: 'Send correction' });
    const words = dialog.getByLabelText(/^New words/);
    expect(words).toHaveProperty('value', 'Rye is 2.40 today.');
    expect(send).toHaveProperty('disabled', true);
    fireEvent.change(words, { target: { value: 'Rye is 4.20.' } });
    expect(dialog.getByText('12 of 500 characters')).toBeTruthy();
    fireEvent.click(send);
    await waitFor(() => expect(done).toHaveBeenCalledWith(held));
    expect(calls.map(({ body }) => body)).toEqual([{ text: 'Rye is 4.20.' }]);
  });

  it('says of X that an edit is a new version, and how long it can be made', async () => {
    show(<CorrectOne publication={{ ...toot, kind: 'x' }} close={nothing} done={nothing} />);
    expect(await screen.findByText(/for 30 minutes after it went out.*X Premium/)).toBeTruthy();
  });

  it('does not send what is too long, and says what the server refused', async () => {
    serverThat({
      'POST /presence/publications/p1/correct': refused('A correction is being sent.', {
        code: 'correction.under-way',
      }),
    });
    show(<CorrectOne publication={toot} close={nothing} done={nothing} />);
    const dialog = within(await screen.findByRole('alertdialog'));
    const words = dialog.getByLabelText(/^New words/);
    fireEvent.change(words, { target: { value: 'x'.repeat(501) } });
    expect(dialog.getByRole('button', { name: 'Send correction' })).toHaveProperty('disabled', true);
    fireEvent.change(words, { target: { value: 'Rye is 4.20.' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Send correction' }));
    expect(await dialog.findByText(/A correction is being sent/)).toBeTruthy();
  });

  it('says where it stands, and is called off while it waits', async () => {
    const done = jest.fn();
    serverThat({ 'DELETE /presence/publications/p1/correct': toot });
    show(<CorrectionLine publication={held} canAct done={done} />);
    screen.getByText('Emil corrected the words; that waits for its approval. Not approved yet.');
    screen.getByText('“Rye is 4.20.”');
    fireEvent.click(screen.getByRole('button', { name: 'Call off the correction on Toots' }));
    await waitFor(() => expect(done).toHaveBeenCalledWith(toot));
  });

  it('shows no button to who may only read', () => {
    show(<CorrectionLine publication={held} canAct={false} done={nothing} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
