import { recentOf } from '../../engine/recent';
import type { Hit, SubjectRule } from '../../engine/rule';
import { findingIn, isMasked } from '../../house/finding';
import type { Severity } from '../../schema';
import { calendarOf, weekdayOf } from '../read/calendar';
import { readDates, type DayFact } from '../read/dates';

/** A day that does not fall on the day of the week beside it. Without a year, the occurrences around today count. */
export const weekdayRule = (severity: Severity): SubjectRule => ({
  kind: 'subject',
  id: 'fact.weekday',
  severity,
  explanation: 'A date and the day of the week beside it belong together: Tuesday, 3 March 2026.',
  examples: { fail: ['We open on Monday, 3 March 2026.'], pass: ['We open on Tuesday, 3 March 2026.'] },
  find: (subject, quoteOf) =>
    subject.blocks
      .filter(({ kind, text }) => kind !== 'code' && /\d/.test(text))
      .flatMap((block) =>
        datesIn(block.text, block.locale)
          .filter((day) => !isMasked(block, day))
          .flatMap((day) => {
            const right = rightWeekday(day, subject.today);
            if (right === null) return [];
            const { start, end, said } = day;
            const name = calendarOf(block.locale).days[right] ?? '';
            const hit: Hit = {
              start,
              end,
              message: `“${said}”: that day is a ${name}. Which one is right, the date or the day of the week?`,
              words: { key: 'fact.weekday', values: { said, name } },
            };
            return findingIn(block, hit, quoteOf, {
              rule: 'fact.weekday',
              severity,
              message: hit.message,
              words: { key: 'fact.weekday', values: { said, name } },
            });
          }),
      ),
});

/** The same blocks are read again while somebody types in another. */
const kept = recentOf<readonly DayFact[]>(500_000);

function datesIn(text: string, locale: string | null): readonly DayFact[] {
  const key = `${locale}|${text}`;
  const known = kept.get(key);
  if (known) return known;
  const made = readDates(text, locale);
  kept.set(key, made);
  return made;
}

/** The weekday of the date where it is another one than the text says; null where it is right, or nobody can tell. */
function rightWeekday({ year, month, day, weekday }: DayFact, today: string | null): number | null {
  if (weekday === null) return null;
  if (year !== null) return weekdayOf(year, month, day) === weekday ? null : weekdayOf(year, month, day);
  if (today === null || (month === 2 && day === 29)) return null;
  const now = Number(today.slice(0, 4));
  const days = [now - 1, now, now + 1].map((one) => weekdayOf(one, month, day));
  if (days.includes(weekday)) return null;
  const isOver = `${two(month)}-${two(day)}` < today.slice(5);
  return days[isOver ? 2 : 1] ?? null;
}

const two = (value: number): string => String(value).padStart(2, '0');
