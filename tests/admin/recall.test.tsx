import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { PublicationBulk } from '../../admin/components/publication-bulk';
import { RecallCampaign } from '../../admin/pages/campaign/recall-campaign';
import type { CampaignView, PublicationView } from '../../src/publishing/schema';
import { refused, serverThat } from './brand-server';
import { show } from './stage';

const one = (kind: PublicationView['kind'], channelName: string, part: Partial<PublicationView> = {}) =>
  ({
    ...{ key: channelName, kind, channelName, channel: channelName, recall: null, correction: null },
    ...{ state: 'delivered', actions: ['recall'], campaignName: 'Rye' },
    ...part,
  }) as PublicationView;
const campaignOf = (publications: readonly PublicationView[]) =>
  ({ key: 'c1', publications }) as CampaignView;

const recalled = (row: PublicationView, state: 'recalled' | 'kept', message: string): PublicationView => ({
  ...row,
  ...(state === 'recalled' ? { state, actions: [] } : {}),
  recall: { state, message, by: 'Olga', reason: 'Wrong price', at: 1, endedAt: 2 },
});

function Page({ campaign }: { campaign: CampaignView }) {
  const [shown, setShown] = useState(campaign);
  return <RecallCampaign campaign={shown} done={setShown} />;
}

const sky = one('bluesky', 'Sky');
const letter = one('email', 'Letter');
const gram = one('instagram', 'Gram');
const doubt = one('webhook', 'Partner', { state: 'unknown', actions: ['answer'] });
const later = one('webhook', 'Feed', { state: 'scheduled', actions: ['cancel'] });

describe('taking a campaign back', () => {
  it('says of each channel what will happen, takes it back with a reason, and shows what became of it', async () => {
    const fresh = campaignOf([
      recalled(sky, 'recalled', 'The post was deleted at Bluesky.'),
      recalled(letter, 'kept', 'What “Letter” sent cannot be called back.'),
      doubt,
      { ...later, state: 'cancelled', actions: [] },
    ]);
    const calls = serverThat({ 'POST /presence/campaigns/c1/recall': fresh });
    show(<Page campaign={campaignOf([sky, letter, doubt, later])} />);
    fireEvent.click(screen.getByRole('button', { name: 'Take back campaign' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'The post on Sky is deleted there.',
      'What Letter sent cannot be called back. Send a correction to the same people instead.',
      'Nobody knows whether it arrived at Partner, so it is left as it is. Look there, and answer first.',
      'Feed has not gone out: it is called off.',
    ]);
    expect(calls).toEqual([]);
    fireEvent.change(dialog.getByLabelText(/^Reason/), { target: { value: 'Wrong price' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Take back campaign' }));
    const receipts = within(await screen.findByRole('alertdialog', { name: 'What became of it' }));
    expect(receipts.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'SkyTaken back by Olga. The post was deleted at Bluesky. Reason: Wrong price',
      'LetterOlga wanted it back. What “Letter” sent cannot be called back. Reason: Wrong price',
      'PartnerNobody knows whether it arrived at Partner, so it is left as it is. Look there, and answer first.',
      'FeedCancelled: it was not out.',
    ]);
    expect(calls.map(({ body }) => body)).toEqual([{ reason: 'Wrong price' }]);
    fireEvent.click(receipts.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('does not promise what no channel does', async () => {
    show(<Page campaign={campaignOf([letter, gram])} />);
    fireEvent.click(screen.getByRole('button', { name: 'Take back campaign' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'The post on Gram stays: it cannot be deleted from here. Delete it there by hand.',
      'What Letter sent cannot be called back. Send a correction to the same people instead.',
    ]);
    const confirm = dialog.getByRole('button', { name: 'Take back campaign' });
    expect(confirm.hasAttribute('disabled')).toBe(true);
  });

  it('is not offered while nothing is out', () => {
    show(<Page campaign={campaignOf([later])} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('keeps the question with the sentence of the server where it is refused', async () => {
    serverThat({
      'POST /presence/campaigns/c1/recall': refused('The workflow of this entry guards what is published.', {
        code: 'gate.unpublish-guarded',
      }),
    });
    show(<Page campaign={campaignOf([sky])} />);
    fireEvent.click(screen.getByRole('button', { name: 'Take back campaign' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Take back campaign' }));
    await dialog.findByText('The workflow of this entry guards what is published.');
  });
});

describe('taking back chosen ones', () => {
  it('means only those that went out, says the same once, and lists what was kept', async () => {
    const calls = serverThat({
      'POST /presence/publications/bulk': {
        answers: [
          { key: 'Sky', title: 'Rye', ok: true, code: null, message: null },
          { key: 'two', title: 'Oat', ok: false, code: 'recall.not-possible', message: 'It is kept there.' },
        ],
      },
    });
    show(<PublicationBulk rows={[sky, { ...sky, key: 'two' }, later]} done={() => undefined} />);
    fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'The post on Sky is deleted there. (2×)',
    ]);
    fireEvent.click(dialog.getByRole('button', { name: 'Do it for 2' }));
    await screen.findByText('Oat: It is kept there.');
    expect(calls.map(({ body }) => body)).toEqual([{ action: 'recall', keys: ['Sky', 'two'], reason: '' }]);
  });
});
