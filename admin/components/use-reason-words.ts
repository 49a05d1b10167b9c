import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { PreflightItem } from '../../src/publishing/preflight/schema';
import { own } from '../../src/shared/own';
import type { ToldValues } from '../../src/shared/told';
import { useSentence } from './findings/use-sentence';
import { useWords } from '../words';

type Said = Pick<PreflightItem, 'code' | 'message' | 'values' | 'words'>;

/** Why something will not go out and what mends it, in the user's language; what only the server can say stays in its words. */
export function useReasonWords() {
  const intl = useIntl();
  const t = useWords();
  const finding = useSentence();
  return useMemo(() => {
    const say = (id: string, values: ToldValues): string | undefined =>
      own(intl.messages as Readonly<Record<string, unknown>>, id) === undefined
        ? undefined
        : intl.formatMessage({ id }, values).trim();
    const principal = (one: string): string => {
      const [kind, name] = [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)];
      if (kind === 'role') return t('presence.preflight.who.role', { name });
      if (kind !== 'may') return name;
      const known = { 'review.approve': 'approve', 'review.submit': 'submit' } as const;
      return t(`presence.preflight.who.${own(known, name) ?? 'may'}`, { name });
    };
    return {
      sentence: ({ code, message, values, words }: Said): string =>
        (values &&
          say(`presence.preflight.say.${code}`, {
            ...shown(values, intl),
            ...(values['whom'] === undefined
              ? {}
              : { whom: listed(String(values['whom']), intl, principal) }),
            finding: finding({ message: String(values['finding'] ?? message), ...told(words) }),
          })) ??
        message,
      fix: ({ key, what }: NonNullable<PreflightItem['fix']>): string =>
        say(`presence.preflight.fix.${key}`, {}) ?? what,
    };
  }, [intl, t, finding]);
}

/** A finding's own sentence, where it has one. */
const told = (words: Said['words']) =>
  words ? { words: { key: words.key, ...(words.values ? { values: words.values } : {}) } } : {};

/** Values as a person reads them: times on the clock that they were told by, and money. */
function shown(values: ToldValues, intl: IntlShape): ToldValues {
  const { zone, sum, cap, currency } = values;
  const money = (amount: string | number | undefined) =>
    intl.formatNumber(Number(amount) / 100, { style: 'currency', currency: String(currency) });
  const times = Object.entries(values).filter(
    ([name, value]) => (name === 'at' || name === 'changedAt') && typeof value === 'number',
  );
  const clock = { dateStyle: 'medium', timeStyle: 'short', timeZone: String(zone) } as const;
  return {
    ...values,
    ...Object.fromEntries(times.map(([name, value]) => [name, intl.formatDate(value, clock)])),
    ...(currency === undefined ? {} : { sum: money(sum), cap: money(cap) }),
  };
}

/** `role:owner|role:lawyer;may:review.approve`: who may take each place, and all the places. */
function listed(whom: string, intl: IntlShape, principal: (one: string) => string): string {
  const places = whom.split(';').map((place) => {
    const either = place.split('|').map(principal);
    return intl.formatList(either, { type: 'disjunction' });
  });
  return intl.formatList(places, { type: 'conjunction' });
}
