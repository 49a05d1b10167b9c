import { Typography } from '@strapi/design-system';
import type { WorkerState, WorkerView } from '../../../src/publishing/running/schema';
import { Card } from '../../components/card';
import { Listing } from '../../components/listing';
import { Pill, type Tone } from '../../components/pill';
import { When } from '../../components/when';
import { useWords } from '../../words';
import { useSpan } from './use-span';

const tones: Readonly<Record<WorkerState, Tone>> = {
  working: 'success',
  stopping: 'warning',
  gone: 'danger',
};

/** The processes that send what is due. */
export function Workers({ rows, at }: { rows: readonly WorkerView[]; at: number }) {
  const t = useWords();
  const span = useSpan();
  return (
    <Card title={t('presence.operations.workers')} hint={t('presence.operations.workers.hint')}>
      {rows.length === 0 ? (
        <Typography tag="p" textColor="neutral600">
          {t('presence.operations.workers.none')}
        </Typography>
      ) : (
        <Listing
          caption={t('presence.operations.workers')}
          columns={[
            {
              id: 'host',
              label: t('presence.operations.host'),
              cell: ({ host, pid }) => t('presence.operations.process', { host, pid: String(pid) }),
            },
            {
              id: 'state',
              label: t('presence.operations.state'),
              cell: ({ state }) => (
                <Pill tone={tones[state]}>{t(`presence.operations.worker.${state}`)}</Pill>
              ),
            },
            {
              id: 'doing',
              label: t('presence.operations.doing'),
              cell: ({ doing }) =>
                doing.length === 0
                  ? t('presence.operations.doing.nothing')
                  : doing.map(({ name, count }) => `${name}: ${count}`).join(', '),
            },
            {
              id: 'engine',
              label: t('presence.operations.engine'),
              cell: ({ engine, isCutOff }) =>
                isCutOff
                  ? t('presence.operations.engine.cut-off')
                  : t(`presence.operations.engine.${engine}`),
            },
            {
              id: 'since',
              label: t('presence.operations.since'),
              cell: ({ since }) => <When at={since} isSmall />,
            },
            {
              id: 'beat',
              label: t('presence.operations.beat'),
              cell: ({ beatAt }) =>
                t('presence.operations.beat.ago', { span: span(Math.max(0, at - beatAt)) }),
            },
          ]}
          rows={rows}
          keyOf={({ instance }) => instance}
        />
      )}
    </Card>
  );
}
