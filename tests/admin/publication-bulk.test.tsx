import { fireEvent, screen, within } from '@testing-library/react';
import { PublicationBulk } from '../../admin/components/publication-bulk';
import type { PublicationView } from '../../src/publishing/schema';
import { serverThat } from './brand-server';
import { show } from './stage';

const row = (key: string, actions: PublicationView['actions']) =>
  ({ key, campaignName: `Campaign ${key}`, channelName: 'Bluesky', actions }) as PublicationView;
const rows = [row('one', ['cancel', 'reschedule']), row('two', ['cancel'])];

describe('many publications at once', () => {
  it('offers only what one of them allows', () => {
    show(<PublicationBulk rows={rows} done={() => undefined} />);
    const bar = screen.getByRole('group', { name: 'What to do with the chosen ones' });
    expect(
      within(bar)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Move by…', 'Move to…', 'Call off']);
  });

  it('moves all by some days, and lists what was refused with its reason', async () => {
    let done = 0;
    const calls = serverThat({
      'POST /presence/publications/bulk': {
        answers: [
          { key: 'one', title: 'Rye', ok: true, code: null, message: null },
          {
            key: 'two',
            title: 'Oat',
            ok: false,
            code: 'publication.not-possible',
            message: 'It is delivered now.',
          },
        ],
      },
    });
    show(<PublicationBulk rows={rows} done={() => (done += 1)} />);
    fireEvent.click(screen.getByRole('button', { name: 'Move by…' }));
    const dialog = await screen.findByRole('alertdialog');
    const confirm = within(dialog).getByRole('button', { name: 'Do it for 2' });
    fireEvent.change(within(dialog).getByLabelText('Days'), { target: { value: '0' } });
    expect(confirm.getAttribute('aria-disabled') === 'true' || confirm.hasAttribute('disabled')).toBe(true);
    fireEvent.change(within(dialog).getByLabelText('Days'), { target: { value: '-2' } });
    fireEvent.change(within(dialog).getByLabelText('Hours'), { target: { value: '1.5' } });
    fireEvent.click(confirm);
    await screen.findByText('1 of 2 went through.');
    screen.getByText('Oat: It is delivered now.');
    expect(calls.map(({ body }) => body)).toEqual([
      { action: 'shift', keys: ['one', 'two'], days: -2, minutes: 90 },
    ]);
    expect(done).toBe(1);
  });
});
