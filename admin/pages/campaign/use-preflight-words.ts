import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { PreflightItem, PreflightValues } from '../../../src/publishing/preflight/schema';
import { own } from '../../../src/shared/own';

/** What was found and what mends it, in the user's language; what only the server can say stays in its words. */
export function usePreflightWords() {
  const intl = useIntl();
  return useMemo(() => {
    const say = (id: string, values: Readonly<Record<string, string | number>>): string | undefined =>
      own(intl.messages as Readonly<Record<string, unknown>>, id) === undefined
        ? undefined
        : intl.formatMessage({ id }, values).trim();
    return {
      sentence: ({ code, message, values }: Pick<PreflightItem, 'code' | 'message' | 'values'>): string =>
        (values && say(`presence.preflight.say.${code}`, shown(values, intl))) ?? message,
      fix: ({ key, what }: NonNullable<PreflightItem['fix']>): string =>
        say(`presence.preflight.fix.${key}`, {}) ?? what,
    };
  }, [intl]);
}

/** Values as a person reads them: times on the clock that they were told by, and money. */
function shown(values: PreflightValues, intl: IntlShape): Readonly<Record<string, string | number>> {
  const { at, zone, sum, cap, currency } = values;
  const money = (amount: string | number | undefined) =>
    intl.formatNumber(Number(amount) / 100, { style: 'currency', currency: String(currency) });
  return {
    ...values,
    ...(typeof at === 'number'
      ? { at: intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: String(zone) }) }
      : {}),
    ...(currency === undefined ? {} : { sum: money(sum), cap: money(cap) }),
  };
}
