import { useCallback } from 'react';
import { useIntl } from 'react-intl';

const instant = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** A day of the calendar in the user's language; no zone moves it. */
export function useDayText(): (day: string) => string {
  const intl = useIntl();
  return useCallback(
    (day) => intl.formatDate(instant(day), { dateStyle: 'medium', timeZone: 'UTC' }),
    [intl],
  );
}

/** A month (`2026-11`) in words. */
export function useMonthText(): (month: string) => string {
  const intl = useIntl();
  return useCallback(
    (month) => intl.formatDate(instant(`${month}-01`), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    [intl],
  );
}

/** So many months later; earlier where the number is negative. */
export function monthAfter(month: string, months: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The day on the clock of this browser. */
export const dayHere = (now: number): string => {
  const local = new Date(now);
  return new Date(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()))
    .toISOString()
    .slice(0, 10);
};

/** Column of a day in a week that begins on Monday, from 0. */
export const weekdayOf = (day: string): number => (instant(day).getUTCDay() + 6) % 7;
