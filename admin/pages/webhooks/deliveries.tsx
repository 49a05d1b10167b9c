import { useCallback, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { DeliveryState, DeliveryView } from '../../../src/governance/notices/webhooks';
import { useApi } from '../../api';
import { Listing } from '../../components/listing';
import { Pager } from '../../components/pager';
import { Pill, type Tone } from '../../components/pill';
import { Loaded } from '../../components/states';
import { When } from '../../components/when';
import { refusalOf } from '../../refusal';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { eventWord, isShown } from './events';

const tones: Readonly<Record<DeliveryState, Tone>> = {
  waiting: 'warning',
  delivered: 'success',
  failed: 'danger',
  dropped: 'neutral',
};

/** The last events on their way to one receiver, newest first. */
export function Deliveries({ webhook }: { webhook: string }) {
  const t = useWords();
  const api = useApi();
  const { toggleNotification } = useNotification();
  const [page, setPage] = useState(1);
  const load = useLoad(
    useCallback(() => api.webhookDeliveries(webhook, page), [api, webhook, page]),
    ({ items }) => (items.some(({ state }) => state === 'waiting') ? 5_000 : 30_000),
  );
  const again = (delivery: string) => {
    api
      .redeliver(webhook, delivery)
      .then(load.reload, (error: unknown) =>
        toggleNotification({ type: 'danger', message: refusalOf(error).message }),
      );
  };
  return (
    <Loaded load={load} small>
      {(list) =>
        list.items.length === 0 ? (
          <Typography textColor="neutral600">{t('presence.webhooks.deliveries.none')}</Typography>
        ) : (
          <>
            <Listing
              caption={t('presence.webhooks.deliveries')}
              keyOf={({ key }) => key}
              rows={list.items}
              columns={[
                { id: 'event', label: t('presence.webhooks.event'), cell: EventName },
                {
                  id: 'when',
                  label: t('presence.column.when'),
                  cell: ({ createdAt }) => <When at={createdAt} isSmall />,
                },
                { id: 'state', label: t('presence.column.state'), cell: State },
                {
                  id: 'again',
                  label: t('presence.column.actions'),
                  isLabelHidden: true,
                  align: 'end',
                  cell: ({ key, state }) =>
                    state !== 'waiting' && (
                      <Button size="S" variant="tertiary" onClick={() => again(key)}>
                        {t('presence.webhooks.again')}
                      </Button>
                    ),
                },
              ]}
            />
            <Pager of={list} go={setPage} />
          </>
        )
      }
    </Loaded>
  );
}

function EventName({ type }: DeliveryView) {
  const t = useWords();
  return <>{isShown(type) ? t(eventWord(type)) : type}</>;
}

function State({ state, status, message, attempts, nextAt }: DeliveryView) {
  const t = useWords();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Flex gap={2} wrap="wrap">
        <Pill tone={tones[state]}>{t(`presence.webhooks.state.${state}`)}</Pill>
        {status !== null && (
          <Typography variant="pi" textColor="neutral600">
            {t('presence.webhooks.status', { status })}
          </Typography>
        )}
        {attempts > 1 && (
          <Typography variant="pi" textColor="neutral600">
            {t('presence.webhooks.attempts', { count: attempts })}
          </Typography>
        )}
      </Flex>
      {message && (
        <Typography variant="pi" textColor="neutral800">
          {message}
        </Typography>
      )}
      {nextAt !== null && attempts > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('presence.webhooks.next')} <When at={nextAt} isSmall />
        </Typography>
      )}
    </Flex>
  );
}
