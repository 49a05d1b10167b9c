import { Flex, Grid, Typography } from '@strapi/design-system';
import { Card } from '../../../components/card';
import { TextLine, Tick } from '../../../components/input';
import { localTimeOf } from '../../../components/time-choice';
import { useWords } from '../../../words';
import { Rows } from '../rows';
import type { PlanPart } from './part';

const day = 86_400_000;

/** Times in which nothing goes out, for all channels or some. */
export function Blackouts({ value, change, errorAt, channels }: PlanPart) {
  const t = useWords();
  const midnight = (at: number) => `${localTimeOf(at, value.zone).slice(0, 10)}T00:00`;
  const blank = {
    name: '',
    from: midnight(Date.now() + day),
    to: midnight(Date.now() + 2 * day),
    channels: [],
  };
  return (
    <Card title={t('presence.plan.blackouts')} hint={t('presence.plan.blackouts.hint')}>
      <Rows
        rows={value.blackouts}
        change={(blackouts) => change({ blackouts })}
        blank={blank}
        none={t('presence.plan.blackouts.none')}
        add={t('presence.plan.blackouts.add')}
        nameOf={({ name }) => name}
      >
        {(row, set, index) => (
          <Grid.Root gap={4}>
            <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
              <TextLine
                label={t('presence.plan.blackout.name')}
                error={errorAt(`blackouts[${index}].name`)}
                value={row.name}
                change={(name) => set({ name })}
              />
            </Grid.Item>
            <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
              <TextLine
                type="datetime-local"
                label={t('presence.plan.blackout.from')}
                error={errorAt(`blackouts[${index}].from`)}
                value={row.from}
                change={(from) => set({ from })}
              />
            </Grid.Item>
            <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
              <TextLine
                type="datetime-local"
                label={t('presence.plan.blackout.to')}
                error={errorAt(`blackouts[${index}].to`)}
                value={row.to}
                change={(to) => set({ to })}
              />
            </Grid.Item>
            {channels.length > 1 && (
              <Grid.Item col={12} direction="column" alignItems="stretch" gap={2}>
                <Typography variant="pi" fontWeight="bold">
                  {t('presence.plan.blackout.channels')}
                </Typography>
                <Flex gap={4} wrap="wrap" role="group" aria-label={t('presence.plan.blackout.channels')}>
                  {channels.map(({ key, name }) => (
                    <Tick
                      key={key}
                      label={name}
                      value={row.channels.includes(key)}
                      change={(isOn) =>
                        set({
                          channels: channels
                            .map((each) => each.key)
                            .filter((each) => (each === key ? isOn : row.channels.includes(each))),
                        })
                      }
                    />
                  ))}
                </Flex>
                <Typography variant="pi" textColor="neutral600">
                  {t('presence.plan.blackout.all')}
                </Typography>
              </Grid.Item>
            )}
          </Grid.Root>
        )}
      </Rows>
    </Card>
  );
}
