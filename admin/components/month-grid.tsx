import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { styled } from 'styled-components';
import { useWords } from '../words';
import { monthAfter, useDayText, useMonthText, weekdayOf } from './day';

/** One day of a month; `content` is null where there is nothing to say. */
export interface MonthDay {
  readonly day: string;
  readonly content: ReactNode | null;
}

// On narrow screens only the days that have something remain, one below the other.
const Grid = styled.table`
  width: 100%;
  table-layout: fixed;
  border-collapse: collapse;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};

  th {
    padding: 0.8rem;
    text-align: start;
    font-size: ${({ theme }) => theme.fontSizes[0]};
    color: ${({ theme }) => theme.colors.neutral600};
  }
  td {
    height: 9.6rem;
    padding: 0.8rem;
    vertical-align: top;
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
    overflow-wrap: anywhere;
  }
  td[data-outside] {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  td[data-today] {
    box-shadow: inset 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }

  @media (max-width: 767px) {
    &,
    tbody,
    tr,
    td {
      display: block;
      height: auto;
    }
    thead,
    tr[data-empty],
    td[data-empty] {
      display: none;
    }
    td {
      border-width: 0 0 1px;
    }
  }
`;

/** A month as a grid of days, with the way to the months around it. What is due, published or planned fills the days. */
export function MonthGrid({
  month,
  days,
  today,
  label,
  go,
}: {
  month: string;
  days: readonly MonthDay[];
  today: string;
  /** Says what the grid is about. */
  label: string;
  go: (month: string) => void;
}) {
  const t = useWords();
  const intl = useIntl();
  const monthText = useMonthText();
  const dayText = useDayText();
  const weeks = weeksOf(days);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography tag="h2" variant="beta" aria-live="polite">
          {monthText(month)}
        </Typography>
        <Flex gap={2}>
          <IconButton label={t('presence.life.month.back')} onClick={() => go(monthAfter(month, -1))}>
            <ChevronLeft />
          </IconButton>
          <Button variant="tertiary" size="S" onClick={() => go(today.slice(0, 7))}>
            {t('presence.life.month.today')}
          </Button>
          <IconButton label={t('presence.life.month.on')} onClick={() => go(monthAfter(month, 1))}>
            <ChevronRight />
          </IconButton>
        </Flex>
      </Flex>
      <Grid role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {Array.from({ length: 7 }, (_, index) => (
              <th key={index} role="columnheader" scope="col">
                {intl.formatDate(new Date(Date.UTC(2024, 0, 1 + index)), {
                  weekday: 'short',
                  timeZone: 'UTC',
                })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {weeks.map((week) => (
            <tr
              key={week.find((each) => each)?.day}
              role="row"
              {...(week.every((each) => (each?.content ?? null) === null) ? { 'data-empty': true } : {})}
            >
              {week.map((each, index) =>
                each ? (
                  <td
                    key={each.day}
                    role="cell"
                    {...(each.content === null ? { 'data-empty': true } : {})}
                    {...(each.day === today ? { 'data-today': true, 'aria-current': 'date' as const } : {})}
                  >
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      <time dateTime={each.day} aria-label={dayText(each.day)}>
                        {Number(each.day.slice(8))}
                      </time>
                    </Typography>
                    {each.content}
                  </td>
                ) : (
                  <td key={index} role="cell" data-outside data-empty />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </Grid>
    </Flex>
  );
}

/** Days in rows of seven, Monday first; null where another month's day would stand. */
function weeksOf(days: readonly MonthDay[]): (MonthDay | null)[][] {
  const [first] = days;
  if (!first) return [];
  const cells = [...Array.from({ length: weekdayOf(first.day) }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
  return weeks.map((week) => [...week, ...Array.from({ length: 7 - week.length }, () => null)]);
}
