import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import type { LifeDay } from '../../../src/governance/lifecycle/schema';
import { entryIdOf } from '../../../src/shared/entry-key';
import { useLifeApi } from '../../life-api';
import { dayHere, useMonthText } from '../../components/day';
import { EntryLink } from '../../components/entry-link';
import { MonthGrid } from '../../components/month-grid';
import { Loaded } from '../../components/states';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';

/** What is due, by the days of a month. */
export function LifeCalendar({
  month,
  uid,
  change,
}: {
  month: string | null;
  uid: string | undefined;
  change: (part: Readonly<Record<string, string>>) => void;
}) {
  const t = useWords();
  const api = useLifeApi();
  const monthText = useMonthText();
  const today = dayHere(Date.now());
  const shown = month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7);
  const load = useLoad(useCallback(() => api.month(shown, uid), [api, shown, uid]));
  return (
    <Loaded load={load}>
      {(days) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <MonthGrid
            month={days[0]?.day.slice(0, 7) ?? shown}
            today={today}
            label={t('presence.life.month.label', { month: monthText(shown) })}
            days={days.map((day) => ({
              day: day.day,
              content: day.reviews + day.ends > 0 ? <Due of={day} uid={uid} /> : null,
            }))}
            go={(next) => change({ month: next })}
          />
          {days.every(({ reviews, ends }) => reviews + ends === 0) && (
            <Typography textColor="neutral600">{t('presence.life.month.none')}</Typography>
          )}
        </Flex>
      )}
    </Loaded>
  );
}

function Due({ of: { day, reviews, ends, entries }, uid }: { of: LifeDay; uid: string | undefined }) {
  const t = useWords();
  const rest = reviews + ends - entries.length;
  const query = new URLSearchParams({ on: day, ...(uid ? { uid } : {}) }).toString();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={1}>
      {entries.map((entry) => (
        <Box
          tag="li"
          key={`${entry.kind} ${entryIdOf(entry)}`}
          background={entry.kind === 'end' ? 'danger100' : 'primary100'}
          hasRadius
          padding={1}
        >
          <Typography tag="p" variant="pi" textColor="neutral800">
            {t(`presence.life.kind.${entry.kind}`)}
          </Typography>
          <EntryLink entry={entry} title={entry.title} />
        </Box>
      ))}
      {rest > 0 && (
        <Box tag="li">
          <Link tag={RouterLink} to={`/plugins/presence/life?${query}`}>
            {t('presence.life.month.rest', { count: rest })}
          </Link>
        </Box>
      )}
    </Flex>
  );
}
