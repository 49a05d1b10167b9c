import { fireEvent, screen, within } from '@testing-library/react';
import { dayHere, monthAfter, weekdayOf } from '../../admin/components/day';
import { MonthGrid } from '../../admin/components/month-grid';
import { filterOf } from '../../admin/pages/lifecycle/filter';
import { Access } from '../../admin/pages/oversight/access';
import { PolicyRow } from '../../admin/pages/oversight/policy-row';
import { daysOfMonth } from '../../src/governance/lifecycle/day';
import type { PolicyView } from '../../src/governance/oversight/schema';
import { show } from './stage';

describe('a month', () => {
  const grid = (month: string, go = (_: string): void => undefined) =>
    show(
      <MonthGrid
        month={month}
        today="2026-11-22"
        label="What is due"
        days={daysOfMonth(month).map((day) => ({
          day,
          content: day.endsWith('-30') ? <p>Walnut rye</p> : null,
        }))}
        go={go}
      />,
    );

  it('is a table of weeks that begin on Monday, with its days in their columns', () => {
    grid('2026-11');
    const table = screen.getByRole('table', { name: 'What is due' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    const weeks = within(table).getAllByRole('row').slice(1);
    expect(weeks).toHaveLength(6);
    expect(weeks.every((week) => within(week).getAllByRole('cell').length === 7)).toBe(true);
    const monday = within(weeks[5]!).getAllByRole('cell')[0]!;
    expect(monday.textContent).toBe('30Walnut rye');
  });

  it('marks today, hides empty days on a phone, and leads to the months around', () => {
    const asked: string[] = [];
    grid('2026-11', (month) => asked.push(month));
    const today = screen.getAllByRole('cell').find((cell) => cell.getAttribute('aria-current') === 'date');
    expect(today?.textContent).toBe('22');
    expect(today?.dataset['empty']).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Month before' }));
    fireEvent.click(screen.getByRole('button', { name: 'Month after' }));
    fireEvent.click(screen.getByRole('button', { name: 'This month' }));
    expect(asked).toEqual(['2026-10', '2026-12', '2026-11']);
  });

  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2028-02', 12, '2029-02'],
  ])('%s and %d is %s', (month, step, to) => {
    expect(monthAfter(month, step)).toBe(to);
  });

  it.each([
    ['2026-11-23', 0],
    ['2026-11-22', 6],
    ['2028-02-29', 1],
  ])('%s stands in column %d', (day, column) => {
    expect(weekdayOf(day)).toBe(column);
  });

  it('knows the day on the clock of the browser', () => {
    const noon = new Date(2026, 10, 22, 12).getTime();
    expect(dayHere(noon)).toBe('2026-11-22');
  });
});

describe('the address of the list', () => {
  it.each([
    ['standing=overdue&q=rye', { standing: 'overdue', q: 'rye' }],
    ['standing=burnt&trend=up', {}],
    [
      'on=2026-11-30&uid=api::article.article&trend=halved',
      { on: '2026-11-30', uid: 'api::article.article', trend: 'halved' },
    ],
  ])('%s narrows it to %j', (query, filter) => {
    const known = Object.entries(filterOf(new URLSearchParams(query))).filter(
      ([, value]) => value !== undefined,
    );
    expect(Object.fromEntries(known)).toEqual(filter);
  });
});

describe('a policy', () => {
  const policy = (part: Partial<PolicyView>): PolicyView => ({
    id: 'approvers',
    area: 'security',
    state: 'broken',
    said: 'one',
    values: { count: 1 },
    names: ['Rosa Lindner'],
    mend: { kind: 'roles', to: '/settings/roles' },
    ...part,
  });

  it('says its state in a word, what was found, whom it names, and where to mend it', () => {
    show(<PolicyRow policy={policy({})} />);
    expect(screen.getByText('Not kept')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Enough people can approve' })).toBeTruthy();
    expect(screen.getByText(/Only one person can/)).toBeTruthy();
    expect(screen.getByText('Rosa Lindner')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the roles' }).getAttribute('href')).toBe('/settings/roles');
  });

  it('asks for nothing where it is kept', () => {
    show(<PolicyRow policy={policy({ state: 'kept', said: 'kept', values: { count: 3 } })} />);
    expect(screen.getByText('3 people can.')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says what to do where no page of the admin helps', () => {
    show(
      <PolicyRow
        policy={policy({ id: 'encryption', said: 'broken', names: [], mend: { kind: 'key', to: null } })}
      />,
    );
    expect(screen.getByText(/ENCRYPTION_KEY/)).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('folds many names', () => {
    show(
      <PolicyRow policy={policy({ names: Array.from({ length: 7 }, (_, index) => `Person ${index}`) })} />,
    );
    expect(screen.getByText('7 names').tagName).toBe('SUMMARY');
  });
});

describe('who reaches a type', () => {
  it('names everybody as everybody, and says when there is nobody', () => {
    const reach = {
      kind: 'role',
      name: 'Public',
      isPublic: true,
      to: '/settings/users-permissions/roles/2',
    } as const;
    show(
      <Access
        rows={[{ uid: 'a', name: 'Article', readers: [{ ...reach, actions: ['find'] }], writers: [] }]}
      />,
    );
    expect(screen.getByRole('link', { name: 'Public (everybody)' }).getAttribute('href')).toBe(reach.to);
    expect(screen.getByText('Nobody')).toBeTruthy();
  });
});
