import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Flex, Typography } from '@strapi/design-system';
import { Card } from '../../components/card';
import { TextBox, Tick } from '../../components/input';
import { useWords } from '../../words';
import type { SettingsPart } from './part';

const week = [1, 2, 3, 4, 5, 6, 7];
/** A Monday: only its name is shown. */
const monday = Date.UTC(2024, 0, 1, 12);

/** Days on which the business works: what the time that a stage may last is counted in. */
export function Calendar({ value, change, errorAt }: SettingsPart) {
  const t = useWords();
  const intl = useIntl();
  const { workdays, holidays } = value.calendar;
  const [text, setText] = useState(holidays.join('\n'));
  const wrong = holidays.flatMap((_, index) => errorAt(`calendar.holidays[${index}]`) ?? []);
  return (
    <Card title={t('presence.settings.calendar')} hint={t('presence.settings.calendar.hint')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex
          tag="fieldset"
          borderStyle="none"
          padding={0}
          margin={0}
          direction="column"
          alignItems="stretch"
          gap={2}
        >
          <Typography tag="legend" variant="pi" fontWeight="bold">
            {t('presence.settings.workdays')}
          </Typography>
          <Flex gap={4} wrap="wrap">
            {week.map((day) => (
              <Tick
                key={day}
                label={intl.formatDate(monday + (day - 1) * 86_400_000, { weekday: 'long', timeZone: 'UTC' })}
                value={workdays.includes(day)}
                change={(isOn) =>
                  change({
                    calendar: {
                      holidays,
                      workdays: week.filter((each) => (each === day ? isOn : workdays.includes(each))),
                    },
                  })
                }
              />
            ))}
          </Flex>
          {errorAt('calendar.workdays') && (
            <Typography variant="pi" textColor="danger600" role="alert">
              {errorAt('calendar.workdays')}
            </Typography>
          )}
        </Flex>
        <TextBox
          label={t('presence.settings.holidays')}
          hint={t('presence.settings.holidays.hint')}
          error={wrong[0]}
          value={text}
          change={(next) => {
            setText(next);
            change({ calendar: { workdays, holidays: next.split(/\s+/).filter(Boolean) } });
          }}
        />
      </Flex>
    </Card>
  );
}
