import type { FixPlace, PreflightItem } from './schema';

/** What a check found, before it is known about which publication. */
export type Found = Omit<PreflightItem, 'publication'>;

const found =
  (severity: Found['severity']) =>
  (code: string, message: string, what: string, where: FixPlace): Found => ({
    ...{ code, severity, message },
    fix: { what, where },
  });

export const red = found('red');
export const amber = found('amber');

/** A time as sentences say it: `24 Dec 2026, 09:00`. */
export const shown = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
