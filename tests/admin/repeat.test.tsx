import { fireEvent, screen, waitFor } from '@testing-library/react';
import { blankRepeat, RepeatForm } from '../../admin/pages/campaign/repeat-card';
import { repeatRule, type RepeatRule, type RepeatView } from '../../src/publishing/repeat/schema';
import { show } from './stage';

const zone = 'Europe/Berlin';
// A Thursday, half past six in the evening in Berlin.
const first = Date.UTC(2026, 10, 26, 17, 30);
const blank = (kind: 'recurring' | 'evergreen') => blankRepeat(kind, first, zone);

const view = (part: Partial<RepeatView>): RepeatView => ({
  ...{ key: crypto.randomUUID(), rule: blank('recurring'), state: 'on', problem: null },
  ...{ runs: 2, campaigns: [], nextAt: Date.UTC(2026, 11, 10, 17, 30) },
  ...part,
});

describe('a repeat', () => {
  it.each(['recurring', 'evergreen'] as const)('starts out as a %s rule that the server takes', (kind) => {
    expect(repeatRule.safeParse(blank(kind)).success).toBe(true);
  });

  it('is filled in and saved as a whole', async () => {
    const saved: (RepeatRule | null)[] = [];
    show(<RepeatForm view={view({})} blank={blank} canManage save={async (rule) => void saved.push(rule)} />);
    expect(screen.queryByRole('button', { name: 'Save the repeat' })).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Monday' }));
    fireEvent.change(screen.getByLabelText('Time of day'), { target: { value: '08:15' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save the repeat' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const rule = { every: 'weekly', weekdays: [1, 4], from: '2026-11-26', time: '08:15', zone, interval: 1 };
    expect(saved[0]).toEqual({ kind: 'recurring', rule, end: { kind: 'never' } });
  });

  it('is meant by the clocks of the zone that is picked', async () => {
    // All zones of the world cost jsdom ten seconds.
    jest.spyOn(Intl, 'supportedValuesOf').mockReturnValue([zone, 'Asia/Tokyo']);
    const saved: (RepeatRule | null)[] = [];
    show(<RepeatForm view={view({})} blank={blank} canManage save={async (rule) => void saved.push(rule)} />);
    fireEvent.click(screen.getByText('Take another time zone'));
    const zones = screen.getByLabelText(/^Time zone/);
    fireEvent.focus(zones);
    fireEvent.keyDown(zones, { key: 'ArrowDown' });
    fireEvent.change(zones, { target: { value: 'Tokyo' } });
    const tokyo = await screen.findByText('Asia/Tokyo');
    fireEvent.pointerUp(tokyo);
    // While the list is open, all but it is hidden from a screen reader.
    fireEvent.click(await screen.findByText('Save the repeat'));
    await waitFor(() => expect(saved).toMatchObject([{ rule: { zone: 'Asia/Tokyo', time: '18:30' } }]));
  });

  it('is shown and not changed to those who may not', () => {
    show(<RepeatForm view={view({})} blank={blank} canManage={false} save={async () => undefined} />);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Monday' }));
    expect(screen.queryByRole('button', { name: 'Save the repeat' })).toBeNull();
  });

  it('says how often it was made and when it comes next', () => {
    show(<RepeatForm view={view({})} blank={blank} canManage save={async () => undefined} />);
    expect(screen.getByText(/2 runs so far/)).toBeTruthy();
    expect(screen.getByText(/Dec 10, 2026/)).toBeTruthy();
  });

  it('that is paused says why, and is resumed as it is', async () => {
    const saved: (RepeatRule | null)[] = [];
    const paused = view({
      state: 'paused',
      problem: { code: 'repeat.not-approved', message: 'Have it approved.' },
    });
    show(<RepeatForm view={paused} blank={blank} canManage save={async (rule) => void saved.push(rule)} />);
    expect(screen.getByText('Have it approved.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Resume' }));
    await waitFor(() => expect(saved).toEqual([paused.rule]));
  });
});
