import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { isTimeQuestion, localTimeOf, TimeChoice } from '../../admin/components/time-choice';
import type { Refusal } from '../../admin/refusal';
import type { When } from '../../src/publishing/time/when';
import { show } from './stage';

const autumn: Refusal = {
  message: 'In Europe/Berlin the clocks show 2026-10-25T02:30 twice that day. Choose one.',
  code: 'time.overlap',
  path: null,
  status: 400,
  problems: [],
  details: {
    choices: [
      { choice: 'earlier', at: Date.UTC(2026, 9, 25, 0, 30), shown: '2026-10-25T02:30+02:00' },
      { choice: 'later', at: Date.UTC(2026, 9, 25, 1, 30), shown: '2026-10-25T02:30+01:00' },
    ],
  },
};

let last: When;
function Sample({ start, refusal }: { start: When; refusal?: Refusal }) {
  const [when, setWhen] = useState(start);
  last = when;
  return <TimeChoice value={when} change={setWhen} refusal={refusal} />;
}

describe('the choice of a time', () => {
  const night: When = { kind: 'at', local: '2026-10-25T02:30', zone: 'Europe/Berlin' };

  it.each([
    [Date.UTC(2026, 9, 25, 0, 30), 'Europe/Berlin', '2026-10-25T02:30'],
    [Date.UTC(2026, 9, 25, 1, 30), 'Europe/Berlin', '2026-10-25T02:30'],
    [Date.UTC(2026, 0, 1, 23, 5), 'Asia/Kolkata', '2026-01-02T04:35'],
    [Date.UTC(2026, 0, 1, 0, 0), 'UTC', '2026-01-01T00:00'],
  ])('shows %d in %s as %s', (at, zone, local) => {
    expect(localTimeOf(at, zone)).toBe(local);
  });

  it('answers in place which of two equal clock times is meant', () => {
    show(<Sample start={night} refusal={autumn} />);
    expect(screen.getByText(/twice that day/).closest('[role=alert]')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: /\+01:00/ }));
    expect(last).toEqual({ ...night, choice: 'later' });
  });

  it('forgets the answer when another time is chosen', () => {
    show(<Sample start={{ ...night, choice: 'later' }} />);
    fireEvent.change(screen.getByLabelText('Date and time'), { target: { value: '2026-10-26T09:00' } });
    expect(last).toEqual({ kind: 'at', local: '2026-10-26T09:00', zone: 'Europe/Berlin' });
  });

  it('takes only a question about the time for one', () => {
    expect(isTimeQuestion(autumn)).toBe(true);
    expect(isTimeQuestion({ ...autumn, details: {} })).toBe(false);
    expect(isTimeQuestion(undefined)).toBe(false);
  });
});
