import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useHolds } from '../../admin/components/holds';
import { useCampaignHolds } from '../../admin/pages/campaign/campaign-holds';
import { PreflightFix } from '../../admin/pages/campaign/preflight-fix';
import type { HoldView } from '../../src/publishing/operations/hold';
import type { CampaignView } from '../../src/publishing/schema';
import { refused, serverThat } from './brand-server';
import { show } from './stage';

const sky = '00000000-0000-4000-8000-000000000001';
const partner = '00000000-0000-4000-8000-000000000002';
const campaign = '00000000-0000-4000-8000-000000000003';
const hold = (key: string, part: Partial<HoldView> = {}): HoldView => ({
  ...{ key, scope: 'all', target: null, name: '', reason: '', by: 'Olga' },
  at: Date.UTC(2026, 10, 26, 9),
  ...part,
});
const ofSky = hold('h1', { scope: 'channel', target: sky, name: 'Sky', reason: 'Wrong price' });

const held = { key: campaign, publications: [{ channel: sky }] };

const holdsPath = 'GET /presence/publishing/holds';
const stopPath = 'POST /presence/publishing/holds';
const channels = {
  'GET /presence/channels': [
    { key: sky, name: 'Sky' },
    { key: partner, name: 'Partner' },
  ],
};

function Holds(props: Parameters<typeof useHolds>[0]) {
  const { stop, standing } = useHolds(props);
  return (
    <>
      {stop}
      {standing}
    </>
  );
}

function CampaignHolds({ settle }: { settle: (fresh: CampaignView) => void }) {
  return <>{useCampaignHolds(held as CampaignView, true, settle).standing}</>;
}

const openStop = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Stop publishing' }));
  const dialog = within(await screen.findByRole('alertdialog'));
  await dialog.findByRole('radio', { name: 'Only the channel Partner' });
  return dialog;
};

describe('stopping what goes out', () => {
  it('stops everything with a reason, says so, and gives the focus back', async () => {
    let changes = 0;
    const calls = serverThat({
      ...channels,
      [holdsPath]: [],
      [stopPath]: hold('h1', { reason: 'A recall of flour' }),
    });
    show(<Holds canManage changed={() => (changes += 1)} />);
    const dialog = await openStop();
    dialog.getByText('A post that is being sent at this moment may still arrive.');
    dialog.getByText(/^Nothing is lost/);
    expect(dialog.queryByRole('radio', { name: 'This campaign' })).toBeNull();
    fireEvent.change(dialog.getByLabelText(/^Reason/), { target: { value: 'A recall of flour' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Stop now' }));
    const told = (await screen.findByText('Publishing is stopped: everything')).closest('[role="status"]');
    expect(told?.textContent).toMatch(/By Olga, since Nov 26, 2026.*: A recall of flour/);
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      ...{ scope: 'all', reason: 'A recall of flour' },
    });
    expect(changes).toBe(1);
    const button = await screen.findByRole('button', { name: 'Stop publishing' });
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('stops one channel, and does not offer what is stopped already', async () => {
    const calls = serverThat({
      ...channels,
      [holdsPath]: [ofSky],
      [stopPath]: hold('h2', { scope: 'channel', target: partner, name: 'Partner' }),
    });
    show(<Holds canManage changed={() => undefined} />);
    await screen.findByText('Publishing is stopped: the channel Sky');
    const dialog = await openStop();
    expect(dialog.queryByRole('radio', { name: 'Only the channel Sky' })).toBeNull();
    fireEvent.click(dialog.getByRole('radio', { name: 'Only the channel Partner' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Stop now' }));
    await screen.findByText('Publishing is stopped: the channel Partner');
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      ...{ scope: 'channel', target: partner, reason: '' },
    });
  });

  it('keeps the dialog with the sentence of the server where it is refused', async () => {
    serverThat({
      ...channels,
      [holdsPath]: [],
      [stopPath]: refused('This channel does not exist any more.', { code: 'hold.target-unknown' }),
    });
    show(<Holds canManage changed={() => undefined} />);
    const dialog = await openStop();
    fireEvent.click(dialog.getByRole('radio', { name: 'Only the channel Sky' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Stop now' }));
    await dialog.findByText('This channel does not exist any more.');
    expect(screen.queryByText(/^Publishing is stopped/)).toBeNull();
  });

  it('says why the list could not be read, and still lets a person stop', async () => {
    serverThat({ ...channels, [holdsPath]: refused('The database is away.', {}, 500) });
    show(<Holds canManage changed={() => undefined} />);
    await screen.findByText('The database is away.');
    await openStop();
  });
});

describe('going on', () => {
  it('asks first, lifts it, and the focus goes to what is left', async () => {
    let changes = 0;
    const calls = serverThat({
      [holdsPath]: [ofSky],
      'DELETE /presence/publishing/holds/h1': null,
    });
    show(<Holds canManage changed={() => (changes += 1)} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Go on' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    dialog.getByText('Publishing is stopped: the channel Sky');
    expect(calls.map(({ method }) => method)).toEqual(['GET']);
    fireEvent.click(dialog.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(screen.queryByText(/^Publishing is stopped/)).toBeNull());
    expect(changes).toBe(1);
    const button = await screen.findByRole('button', { name: 'Stop publishing' });
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('says it where somebody was faster', async () => {
    serverThat({
      [holdsPath]: [ofSky],
      'DELETE /presence/publishing/holds/h1': refused('It was lifted already.', {}, 404),
    });
    show(<Holds canManage changed={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Go on' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Go on' }));
    await dialog.findByText('It was lifted already.');
  });

  it('shows what is stopped, without buttons, to those who may not', async () => {
    serverThat({ [holdsPath]: [ofSky] });
    show(<Holds canManage={false} changed={() => undefined} />);
    await screen.findByText('Publishing is stopped: the channel Sky');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('on the page of a campaign', () => {
  it('shows what concerns it, and stops it first of all', async () => {
    const calls = serverThat({
      ...channels,
      [holdsPath]: [
        ofSky,
        hold('h2', { scope: 'channel', target: partner, name: 'Partner' }),
        hold('h3', { scope: 'campaign', target: partner, name: 'Another' }),
      ],
      [stopPath]: hold('h4', { scope: 'campaign', target: campaign, name: 'Rye' }),
    });
    show(<Holds canManage campaign={held} changed={() => undefined} />);
    await screen.findByText('Publishing is stopped: the channel Sky');
    expect(screen.getAllByText(/^Publishing is stopped/)).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Stop publishing' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByRole('radio', { name: 'This campaign' }).getAttribute('aria-checked')).toBe('true');
    fireEvent.click(dialog.getByRole('button', { name: 'Stop now' }));
    await screen.findByText('Publishing is stopped: this campaign');
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      ...{ scope: 'campaign', target: campaign, reason: '' },
    });
  });

  it('is where “Will it go out?” leads, and the campaign is asked for again after it went on', async () => {
    const fresh: CampaignView[] = [];
    serverThat({
      [holdsPath]: [ofSky],
      'DELETE /presence/publishing/holds/h1': null,
      [`GET /presence/campaigns/${campaign}`]: held,
    });
    show(
      <>
        <CampaignHolds settle={(one) => fresh.push(one)} />
        <PreflightFix
          fix={{ key: 'let-go-on', what: 'Let it go on', where: 'operations' }}
          entry={{ uid: 'api::article.article', documentId: 'd1', locale: 'en' }}
          channel={sky}
        />
      </>,
    );
    const stopped = await screen.findByText('Publishing is stopped: the channel Sky');
    const anchor = screen.getByRole('link', { name: /^Let it go on/ }).getAttribute('href');
    expect(stopped.closest(anchor ?? '')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(fresh).toEqual([held]));
  });
});
