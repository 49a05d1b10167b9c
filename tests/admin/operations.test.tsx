import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Alerts } from '../../admin/pages/operations/alerts';
import { ByChannel } from '../../admin/pages/operations/by-channel';
import { DeadLetters } from '../../admin/pages/operations/dead-letters';
import { Numbers } from '../../admin/pages/operations/numbers';
import { Workers } from '../../admin/pages/operations/workers';
import type { CauseView } from '../../src/publishing/running/dead-letters';
import {
  alertId,
  type AlertView,
  type ChannelStanding,
  type WorkerView,
} from '../../src/publishing/running/schema';
import { totalOf } from '../../src/publishing/running/standing';
import { refused, serverThat } from './brand-server';
import { show, staged } from './stage';

const now = Date.UTC(2026, 10, 26, 9);
const alert = (part: Partial<AlertView>): AlertView => ({
  ...{ id: 'lag', severity: 'warning', channel: 'sky', name: 'Sky', count: 2, ms: 0, until: null },
  ...part,
});
const of = (part: Partial<ChannelStanding>): ChannelStanding => ({
  ...{ channel: 'sky', name: 'Sky', kind: 'bluesky', state: 'ready', shutUntil: null },
  ...totalOf([]),
  ...part,
});
const deadPath = 'GET /presence/operations/dead';
const retryPath = 'POST /presence/operations/dead/retry';
const cause: CauseView = {
  ...{ code: 'webhook.status', channel: 'hook', name: 'Partner', kind: 'webhook', count: 250 },
  ...{ message: 'It answered 500.', means: 'The receiver did not take it. Look at its log.' },
  samples: [{ key: 'p1', campaign: 'c1', campaignName: 'Rye week', dueAt: now }],
};

describe('what needs a person', () => {
  it('says that there is nothing to do while all is well', () => {
    show(<Alerts of={[]} may={() => true} />);
    screen.getByText('Publishing runs. Nothing here needs you.');
  });

  it('says what happened, to which channel and for how long, and what to do', () => {
    show(<Alerts of={[alert({ ms: 5 * 60_000, count: 7 })]} may={() => true} />);
    screen.getByText('Sky is 5 minutes behind: 7 publications are due.');
    screen.getByText(/^Wait if many were planned/);
    screen.getByText('Look at it');
  });

  it('leads to where it is mended, for those who may go there', () => {
    const shut = alert({ id: 'channel-shut', severity: 'critical', count: 0 });
    const { unmount } = show(<Alerts of={[shut]} may={() => true} />);
    screen.getByText(/Nothing waits for it\.$/);
    expect(screen.getByRole('link', { name: 'Channels' }).getAttribute('href')).toBe(
      '/plugins/presence/channels',
    );
    unmount();
    show(<Alerts of={[shut]} may={() => false} />);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it.each(alertId.options)('has words for %s', (id) => {
    show(<Alerts of={[alert({ id, until: now })]} may={() => false} />);
    expect(screen.getByRole('listitem').textContent).not.toMatch(/presence\.|[{}]/);
  });
});

describe('the numbers', () => {
  it('show what waits, and for how long', () => {
    show(<Numbers of={{ ...totalOf([]), due: 1_200, lag: 90_000, dead: 3 }} />);
    const tile = (name: string) => screen.getByText(name).nextElementSibling?.textContent;
    expect(tile('Due')).toBe('1,200');
    expect(tile('Failed')).toBe('3');
    expect(tile('Longest wait')).toBe('1 minute');
  });

  it('stand for each channel beside whether it takes something', () => {
    show(
      <ByChannel
        rows={[
          of({}),
          of({ channel: 'hook', name: 'Partner', state: 'blocked', parked: 4 }),
          of({ channel: 'old', name: 'Old', kind: null, state: null, dead: 1 }),
          of({ channel: 'mast', name: 'Mastodon', shutUntil: now }),
        ]}
      />,
    );
    const row = (name: string) => within(screen.getByText(name).closest('tr') as HTMLElement);
    row('Sky').getByText('Yes');
    row('Partner').getByText('No: sign in again');
    row('Partner').getByText('4');
    row('Old').getByText('Removed');
    row('Mastodon').getByText('Later: quota used up');
  });

  it('leave out what is nowhere, but never what is due, late or failed', () => {
    show(<ByChannel rows={[of({ parked: 4 })]} />);
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads).toEqual(['Channel', 'Takes posts', 'Longest wait', 'Due', 'Late', 'Parked', 'Failed']);
  });

  it('say so where no channel is connected', () => {
    show(<ByChannel rows={[]} />);
    screen.getByText('No channel is connected yet, so nothing can be sent.');
  });
});

describe('the processes', () => {
  const worker: WorkerView = {
    ...{ instance: 'one', host: 'web-1', pid: 4_711, engine: 'bullmq', since: now, beatAt: now - 3_000 },
    ...{ state: 'working', doing: [{ channel: 'sky', name: 'Sky', count: 4 }], isCutOff: false },
  };

  it('say who they are, what they do, and when they were heard of', () => {
    show(
      <Workers
        rows={[
          worker,
          { ...worker, instance: 'two', host: 'web-2', state: 'gone', doing: [], isCutOff: true },
        ]}
        at={now}
      />,
    );
    const row = (name: string) => within(screen.getByText(name).closest('tr') as HTMLElement);
    row('web-1 (process 4711)').getByText('Sky: 4');
    row('web-1 (process 4711)').getByText('3 seconds ago');
    row('web-2 (process 4711)').getByText('Gone');
    row('web-2 (process 4711)').getByText('BullMQ, Redis is away');
  });

  it('say so where there is none', () => {
    show(<Workers rows={[]} at={now} />);
    screen.getByText('None. Nothing goes out until one is started.');
  });
});

describe('what failed for good', () => {
  it('is tried again by its cause, portion by portion, and says what became of it', async () => {
    let lists = 0;
    let changes = 0;
    const calls = serverThat({
      [deadPath]: () => ({ seenAt: now, causes: (lists += 1) > 1 ? [] : [cause] }),
      [retryPath]: ({ after }: { after: number }) =>
        after === 0
          ? { retried: 100, held: 0, refused: [], next: 640 }
          : {
              ...{ retried: 47, held: 2, next: null },
              refused: [{ code: 'copy.too-long', message: 'The text is too long.', count: 1 }],
            },
    });
    show(<DeadLetters dead={250} canAct changed={() => (changes += 1)} />);
    await screen.findByText('Partner: 250 publications');
    screen.getByText('It answered 500.');
    screen.getByText('The receiver did not take it. Look at its log.');
    expect(screen.getByRole('link', { name: 'Rye week' }).getAttribute('href')).toBe(
      '/plugins/presence/campaigns/c1',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Try again on Partner: webhook.status' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Try again' }));
    await screen.findByText('147 are tried again.');
    screen.getByText('2 wait for an approval.');
    screen.getByText('One not: The text is too long.');
    await screen.findByText('Nothing failed.');
    expect(changes).toBe(1);
    expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual(
      [0, 640].map((after) => ({ channel: 'hook', code: 'webhook.status', seenAt: now, after })),
    );
  });

  it('is asked for once when the page opens, and again when their number is another one', async () => {
    const calls = serverThat({ [deadPath]: { seenAt: now, causes: [cause] } });
    const at = (dead: number) => <DeadLetters dead={dead} canAct changed={() => undefined} />;
    const { rerender } = show(at(250));
    await screen.findByText('Partner: 250 publications');
    rerender(staged(at(250)));
    expect(calls).toHaveLength(1);
    rerender(staged(at(251)));
    await waitFor(() => expect(calls).toHaveLength(2));
  });

  it('says a reason once, whatever portion it came from', async () => {
    const reason = { code: 'copy.too-long', message: 'The text is too long.' };
    serverThat({
      [deadPath]: { seenAt: now, causes: [cause] },
      [retryPath]: ({ after }: { after: number }) => ({
        ...{ retried: 1, held: 0, next: after === 0 ? 640 : null },
        refused: [{ ...reason, count: after === 0 ? 2 : 3 }],
      }),
    });
    show(<DeadLetters dead={250} canAct changed={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Try again on Partner: webhook.status' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Try again' }));
    await screen.findByText('5 not: The text is too long.');
  });

  it('says in words what Strapi says in two of its own', async () => {
    serverThat({ [deadPath]: refused('Internal Server Error', {}, 500) });
    show(<DeadLetters dead={1} canAct changed={() => undefined} />);
    await screen.findByText(/^The server failed while it worked on this\. Try again;/);
  });

  it('keeps the dialog with the sentence of the server where it is refused', async () => {
    serverThat({
      [deadPath]: { seenAt: now, causes: [cause] },
      [retryPath]: refused('The database is away.', {}, 500),
    });
    show(<DeadLetters dead={250} canAct changed={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: /^Try again on/ }));
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Try again' }));
    await dialog.findByText('The database is away.');
  });

  it('is only shown to who may not act', async () => {
    serverThat({ [deadPath]: { seenAt: now, causes: [cause] } });
    show(<DeadLetters dead={250} canAct={false} changed={() => undefined} />);
    await screen.findByText('Partner: 250 publications');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says why it could not be read', async () => {
    serverThat({ [deadPath]: refused('The database is away.', {}, 500) });
    show(<DeadLetters dead={0} canAct changed={() => undefined} />);
    await screen.findByText('The database is away.');
  });
});
