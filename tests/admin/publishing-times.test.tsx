import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import type { Api } from '../../admin/api';
import { TimeChoice } from '../../admin/components/time-choice';
import { LookAhead, useLookAhead } from '../../admin/pages/campaign/look-ahead';
import type { Line } from '../../admin/pages/campaign/use-campaign';
import { Blackouts } from '../../admin/pages/settings/publishing/blackouts';
import { Slots } from '../../admin/pages/settings/publishing/slots';
import type { When } from '../../src/publishing/time/when';
import { noPlan, type PublishingPlan } from '../../src/publishing/time/schema';
import type { TimesInput } from '../../src/publishing/time/times';
import { show } from './stage';

const channels = [
  { key: 'sky', kind: 'bluesky', name: 'Bluesky' },
  { key: 'letter', kind: 'email', name: 'Letter' },
] as const;

let plan: PublishingPlan;
function Plan({ part: Part, start }: { part: typeof Slots; start?: Partial<PublishingPlan> }) {
  const [value, setValue] = useState<PublishingPlan>({ ...noPlan('Europe/Berlin'), ...start });
  plan = value;
  const change = (next: Partial<PublishingPlan>) => setValue({ ...value, ...next });
  return <Part value={value} change={change} errorAt={() => undefined} channels={channels} />;
}

describe('the slots of a week', () => {
  it('are added on several days at once, shown by day, and taken away one by one', () => {
    show(<Plan part={Slots} />);
    expect(screen.getByText(/Bluesky has no slots yet/)).toBeTruthy();
    for (const day of ['Tuesday', 'Thursday', 'Friday'])
      fireEvent.click(screen.getByRole('checkbox', { name: day }));
    fireEvent.change(screen.getByLabelText('Time of day'), { target: { value: '07:30' } });
    const add = screen.getByRole('button', { name: 'Add slots' });
    fireEvent.click(add);
    expect(plan.slots).toEqual([1, 3].map((weekday) => ({ channel: 'sky', weekday, time: '07:30' })));
    // What is there already is not there twice.
    expect(add.hasAttribute('disabled') || add.getAttribute('aria-disabled') === 'true').toBe(true);
    const week = screen.getByRole('group', { name: 'Slots of Bluesky' });
    expect(within(within(week).getByRole('group', { name: 'Wednesday' })).getByText('07:30')).toBeTruthy();
    fireEvent.click(within(week).getByRole('button', { name: 'Remove Monday, 07:30' }));
    expect(plan.slots).toEqual([{ channel: 'sky', weekday: 3, time: '07:30' }]);
  });
});

describe('times without publishing', () => {
  it('hold for all channels or those that are ticked', () => {
    show(<Plan part={Blackouts} />);
    fireEvent.click(screen.getByRole('button', { name: 'Add a time without publishing' }));
    fireEvent.change(screen.getByLabelText('What for'), { target: { value: 'Fair' } });
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-12-24T12:00' } });
    expect(plan.blackouts).toMatchObject([{ name: 'Fair', from: '2026-12-24T12:00', channels: [] }]);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Letter' }));
    expect(plan.blackouts).toMatchObject([{ channels: ['letter'] }]);
  });
});

describe('when something goes out', () => {
  let when: When;
  function Choice({ isSite = false }: { isSite?: boolean }) {
    const [value, setValue] = useState<When>({ kind: 'now' });
    when = value;
    return <TimeChoice value={value} change={setValue} isSite={isSite} />;
  }

  it('can be the next free slot, or a while after the website', () => {
    show(<Choice />);
    fireEvent.click(screen.getByRole('radio', { name: 'Next free slot' }));
    expect(when).toEqual({ kind: 'slot' });
    fireEvent.click(screen.getByRole('radio', { name: 'After the website' }));
    expect(when).toEqual({ kind: 'after', minutes: 60 });
    fireEvent.change(screen.getByLabelText('How long after it is live'), { target: { value: '3' } });
    expect(when).toEqual({ kind: 'after', minutes: 180 });
  });

  it('is never after itself', () => {
    show(<Choice isSite />);
    expect(screen.queryByRole('radio', { name: 'After the website' })).toBeNull();
  });
});

describe('a look ahead', () => {
  const copy = { text: '', link: 'https://x.test', pictures: [], edited: false };
  const line = (channel: string, channelName: string): Line => ({
    ...{ channel, channelName, kind: 'bluesky', copy, isChanged: false, publication: null },
  });
  const lines = [line('sky', 'Bluesky'), line('letter', 'Letter')];

  function Look({ ask }: { ask: Api['lookAhead'] }) {
    const views = useLookAhead(lines, () => ({ kind: 'slot' }), ask);
    return <LookAhead views={views} lines={lines} zone="Europe/Berlin" />;
  }

  it('says when each goes out, what it clashes with, and why one has no time', async () => {
    const asked: TimesInput[] = [];
    const until = Date.UTC(2026, 10, 27, 11);
    show(
      <Look
        ask={async (input) => {
          asked.push(input);
          return [
            {
              ...{ channel: 'sky', dueAt: Date.UTC(2026, 10, 26, 17), afterMinutes: null, problem: null },
              clashes: [{ code: 'time.blackout', name: 'Fair', until }],
            },
            {
              ...{ channel: 'letter', dueAt: null, afterMinutes: null, clashes: [] },
              problem: { code: 'time.no-slots', message: 'This channel has no slots.' },
            },
          ];
        }}
      />,
    );
    await waitFor(() => screen.getByText(/18:00|6:00/));
    expect(screen.getByText(/in “Fair”, until .*27/)).toBeTruthy();
    expect(screen.getByText(/This channel has no slots/)).toBeTruthy();
    const times = lines.map(({ channel }) => ({ channel, when: { kind: 'slot' }, hasLink: true }));
    expect(asked).toEqual([{ campaign: null, times }]);
  });
});
