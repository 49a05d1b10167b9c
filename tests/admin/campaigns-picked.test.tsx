import { fireEvent, screen, within } from '@testing-library/react';
import { PickedCampaigns } from '../../admin/pages/campaigns/picked';
import type { CampaignView } from '../../src/publishing/schema';
import { serverThat } from './brand-server';
import { show } from './stage';

const campaign = (key: string, name: string) => ({ key, name, publications: [] }) as unknown as CampaignView;

describe('several campaigns at once', () => {
  it('are duplicated under names of their own, and what was refused is listed with its reason', async () => {
    const calls = serverThat({
      'POST /presence/campaigns/duplicate': {
        answers: [
          { key: 'one', title: 'Rye (copy)', ok: true, code: null, message: null },
          { key: 'two', title: 'Oat (copy)', ok: false, code: 'entry.not-found', message: 'It is gone.' },
        ],
      },
    });
    let isDone = false;
    const campaigns = [campaign('one', 'Rye'), campaign('two', 'Oat')];
    show(<PickedCampaigns campaigns={campaigns} done={() => (isDone = true)} />);
    fireEvent.click(screen.getByRole('button', { name: 'Duplicate' }));
    const dialog = await screen.findByRole('alertdialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Duplicate' }));
    await screen.findByText('1 of 2 went through.');
    screen.getByText('Oat (copy): It is gone.');
    expect(calls.map(({ body }) => body)).toEqual([
      {
        campaigns: [
          { key: 'one', name: 'Rye (copy)' },
          { key: 'two', name: 'Oat (copy)' },
        ],
      },
    ]);
    expect(isDone).toBe(true);
  });

  it('have nothing to offer while none is chosen', () => {
    show(<PickedCampaigns campaigns={[]} done={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
