import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Slot } from '../../../../src/publishing/time/schema';
import { Card } from '../../../components/card';
import { Choice, TextLine, Tick } from '../../../components/input';
import { useWords } from '../../../words';
import type { PlanPart } from './part';

const week = [1, 2, 3, 4, 5, 6, 7];
/** A Monday: only its name is shown. */
const monday = Date.UTC(2024, 0, 1, 12);

/** Seven columns; on a phone the days stand one below the other. */
const Week = styled.div`
  display: grid;
  grid-template-columns: repeat(7, minmax(0, 1fr));
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};

  > * + * {
    border-inline-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  @media (max-width: 1023px) {
    grid-template-columns: 1fr;

    > * + * {
      border-inline-start: none;
      border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
    }
  }
`;

/** The week of a channel as a grid, and the way to add a time on several days at once. */
export function Slots({ value, change, errorAt, channels }: PlanPart) {
  const t = useWords();
  const intl = useIntl();
  const [channel, setChannel] = useState(channels[0]?.key ?? '');
  const [time, setTime] = useState('09:00');
  const [days, setDays] = useState<readonly number[]>([1, 2, 3, 4, 5]);
  const name = channels.find(({ key }) => key === channel)?.name ?? '';
  const nameOf = (day: number, form: 'long' | 'short') =>
    intl.formatDate(monday + (day - 1) * 86_400_000, { weekday: form, timeZone: 'UTC' });
  const own = value.slots.filter((slot) => slot.channel === channel);
  const isSame = (slot: Slot, weekday: number) =>
    slot.channel === channel && slot.weekday === weekday && slot.time === time;
  const fresh = days.filter((weekday) => !value.slots.some((slot) => isSame(slot, weekday)));

  return (
    <Card title={t('presence.plan.slots')} hint={t('presence.plan.slots.hint')}>
      {channels.length === 0 ? (
        <Typography>{t('presence.plan.no-channels')}</Typography>
      ) : (
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex gap={4} wrap="wrap" alignItems="flex-end">
            <Box flex="1 1 22rem" maxWidth="36rem">
              <Choice
                label={t('presence.plan.channel')}
                value={channel}
                options={channels.map(({ key, name: label }) => ({ value: key, label }))}
                change={setChannel}
              />
            </Box>
            <Box flex="0 1 16rem">
              <TextLine
                type="time"
                label={t('presence.plan.slot.time')}
                error={errorAt('slots')}
                value={time}
                change={setTime}
              />
            </Box>
          </Flex>
          <Flex gap={4} wrap="wrap" role="group" aria-label={t('presence.plan.slot.days')}>
            {week.map((day) => (
              <Tick
                key={day}
                label={nameOf(day, 'long')}
                value={days.includes(day)}
                change={(isOn) => setDays(week.filter((each) => (each === day ? isOn : days.includes(each))))}
              />
            ))}
            <Button
              variant="secondary"
              startIcon={<Plus />}
              disabled={fresh.length === 0 || time === ''}
              onClick={() =>
                change({ slots: [...value.slots, ...fresh.map((weekday) => ({ channel, weekday, time }))] })
              }
            >
              {t('presence.plan.slot.add')}
            </Button>
          </Flex>
          {own.length === 0 ? (
            <Typography textColor="neutral600">{t('presence.plan.week.empty', { channel: name })}</Typography>
          ) : (
            <Week role="group" aria-label={t('presence.plan.week', { channel: name })}>
              {week.map((day) => (
                <Box key={day} padding={3} role="group" aria-label={nameOf(day, 'long')}>
                  <Typography variant="sigma" textColor="neutral600" aria-hidden>
                    {nameOf(day, 'short')}
                  </Typography>
                  <Flex
                    tag="ul"
                    direction={{ initial: 'row', large: 'column' }}
                    wrap="wrap"
                    gap={2}
                    paddingTop={2}
                  >
                    {own
                      .filter((slot) => slot.weekday === day)
                      .sort((a, b) => (a.time < b.time ? -1 : 1))
                      .map((slot) => (
                        <Flex
                          tag="li"
                          key={slot.time}
                          gap={1}
                          background="primary100"
                          hasRadius
                          paddingLeft={2}
                        >
                          <Typography textColor="primary700" fontWeight="bold">
                            {slot.time}
                          </Typography>
                          <IconButton
                            variant="ghost"
                            size="XS"
                            label={t('presence.plan.slot.remove', {
                              day: nameOf(day, 'long'),
                              time: slot.time,
                            })}
                            onClick={() => change({ slots: value.slots.filter((each) => each !== slot) })}
                          >
                            <Cross />
                          </IconButton>
                        </Flex>
                      ))}
                  </Flex>
                </Box>
              ))}
            </Week>
          )}
        </Flex>
      )}
    </Card>
  );
}
