import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Flex, Grid, TextButton, Typography } from '@strapi/design-system';
import type { Recurrence, RepeatRule } from '../../../src/publishing/repeat/schema';
import { Choice, TextLine, Tick } from '../../components/input';
import { ZoneField } from '../../components/zone-field';
import { useWords } from '../../words';

const week = [1, 2, 3, 4, 5, 6, 7];
/** A Monday: only its name is shown. */
const monday = Date.UTC(2024, 0, 1, 12);
const units = ['daily', 'weekly', 'monthly', 'yearly'] as const;
const days = Array.from({ length: 31 }, (_, index) => String(index + 1));

const Cell = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** When a campaign comes again, and when it no longer does. */
export function RepeatFields({ rule, change }: { rule: RepeatRule; change: (rule: RepeatRule) => void }) {
  const t = useWords();
  return (
    <Grid.Root gap={5}>
      {rule.kind === 'recurring' ? (
        <RuleFields rule={rule.rule} change={(next) => change({ ...rule, rule: next })} />
      ) : (
        <>
          <Cell>
            <TextLine
              type="number"
              label={t('presence.repeat.cool-down')}
              value={String(rule.coolDown)}
              change={(text) => change({ ...rule, coolDown: Number(text) })}
            />
          </Cell>
          <Cell>
            <Choice
              label={t('presence.repeat.at')}
              value={rule.time === null ? 'slot' : 'time'}
              options={(['time', 'slot'] as const).map((value) => ({
                value,
                label: t(`presence.repeat.at.${value}`),
              }))}
              change={(at) => change({ ...rule, time: at === 'slot' ? null : '09:00' })}
            />
          </Cell>
          {rule.time !== null && (
            <Cell>
              <TextLine
                type="time"
                label={t('presence.plan.slot.time')}
                value={rule.time}
                change={(time) => change({ ...rule, time })}
              />
            </Cell>
          )}
          {rule.time !== null && <ZoneCell zone={rule.zone} change={(zone) => change({ ...rule, zone })} />}
        </>
      )}
      <EndFields rule={rule} change={change} />
    </Grid.Root>
  );
}

/** By whose clock it comes again. Seldom another one than that of the business, so the list of all zones comes when asked for. */
function ZoneCell({ zone, change }: { zone: string; change: (zone: string) => void }) {
  const t = useWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <Cell>
      {isAsked ? (
        <ZoneField
          label={t('presence.time.zone')}
          hint={t('presence.repeat.zone.hint')}
          value={zone}
          change={change}
        />
      ) : (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography variant="pi" fontWeight="bold">
            {t('presence.time.zone')}
          </Typography>
          <Typography>{t('presence.repeat.zone', { zone: zone.replaceAll('_', ' ') })}</Typography>
          <TextButton onClick={() => setAsked(true)}>{t('presence.repeat.zone.change')}</TextButton>
        </Flex>
      )}
    </Cell>
  );
}

function RuleFields({ rule, change }: { rule: Recurrence; change: (rule: Recurrence) => void }) {
  const t = useWords();
  const intl = useIntl();
  const { from, time, zone, interval } = rule;
  const clock = { from, time, zone, interval };
  const pick = (every: Recurrence['every']) =>
    change(
      every === 'weekly'
        ? { ...clock, every, weekdays: [1] }
        : every === 'monthly'
          ? { ...clock, every, day: Number(from.slice(8)) || 1 }
          : { ...clock, every },
    );
  return (
    <>
      <Cell>
        <Choice
          label={t('presence.repeat.every')}
          value={rule.every}
          options={units.map((value) => ({ value, label: t(`presence.repeat.every.${value}`) }))}
          change={pick}
        />
      </Cell>
      <Cell>
        <TextLine
          type="number"
          label={t('presence.repeat.interval')}
          hint={t('presence.repeat.interval.hint')}
          value={String(interval)}
          change={(text) => change({ ...rule, interval: Number(text) })}
        />
      </Cell>
      {rule.every === 'monthly' && (
        <Cell>
          <Choice
            label={t('presence.repeat.day')}
            value={String(rule.day)}
            options={[
              ...days.map((value) => ({ value, label: value })),
              { value: 'last', label: t('presence.repeat.day.last') },
            ]}
            change={(day) => change({ ...rule, day: day === 'last' ? 'last' : Number(day) })}
          />
        </Cell>
      )}
      <Cell>
        <TextLine
          type="time"
          label={t('presence.plan.slot.time')}
          value={time}
          change={(next) => change({ ...rule, time: next })}
        />
      </Cell>
      <ZoneCell zone={zone} change={(next) => change({ ...rule, zone: next })} />
      <Cell>
        <TextLine
          type="date"
          label={t('presence.repeat.from')}
          value={from}
          change={(next) => change({ ...rule, from: next })}
        />
      </Cell>
      {rule.every === 'weekly' && (
        <Grid.Item col={12} direction="column" alignItems="stretch">
          <Flex gap={4} wrap="wrap" role="group" aria-label={t('presence.plan.slot.days')}>
            {week.map((day) => (
              <Tick
                key={day}
                label={intl.formatDate(monday + (day - 1) * 86_400_000, { weekday: 'long', timeZone: 'UTC' })}
                value={rule.weekdays.includes(day)}
                change={(isOn) =>
                  change({
                    ...rule,
                    weekdays: week.filter((each) => (each === day ? isOn : rule.weekdays.includes(each))),
                  })
                }
              />
            ))}
          </Flex>
        </Grid.Item>
      )}
    </>
  );
}

function EndFields({ rule, change }: { rule: RepeatRule; change: (rule: RepeatRule) => void }) {
  const t = useWords();
  const { end } = rule;
  const from = rule.kind === 'recurring' ? rule.rule.from : '';
  const set = (next: RepeatRule['end']) => change({ ...rule, end: next });
  return (
    <>
      <Cell>
        <Choice
          label={t('presence.repeat.end')}
          value={end.kind}
          options={(['never', 'until', 'count'] as const).map((value) => ({
            value,
            label: t(`presence.repeat.end.${value}`),
          }))}
          change={(kind) =>
            set(kind === 'never' ? { kind } : kind === 'until' ? { kind, day: from } : { kind, runs: 2 })
          }
        />
      </Cell>
      {end.kind === 'until' && (
        <Cell>
          <TextLine
            type="date"
            label={t('presence.repeat.end.day')}
            value={end.day}
            change={(day) => set({ kind: 'until', day })}
          />
        </Cell>
      )}
      {end.kind === 'count' && (
        <Cell>
          <TextLine
            type="number"
            label={t('presence.repeat.end.runs')}
            hint={t('presence.repeat.end.runs.hint')}
            value={String(end.runs)}
            change={(runs) => set({ kind: 'count', runs: Number(runs) })}
          />
        </Cell>
      )}
    </>
  );
}
