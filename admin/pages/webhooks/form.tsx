import { useState } from 'react';
import { Box, Button, Flex, Grid, Modal } from '@strapi/design-system';
import type { EventType } from '../../../src/governance/notices/events';
import type { WebhookInput, WebhookMade, WebhookView } from '../../../src/governance/notices/webhooks';
import { useApi } from '../../api';
import { Choice, Labelled, TextLine, Tick, YesNo } from '../../components/input';
import { Failed } from '../../components/states';
import { refusalOf, type Refusal } from '../../refusal';
import { useErrorAt } from '../../use-problems';
import { useWords } from '../../words';
import { eventWord, shownEvents } from './events';

const blank: WebhookInput = { name: '', url: '', events: null, enabled: true };

const inputOf = ({ name, url, events, enabled }: WebhookInput): WebhookInput => ({
  name,
  url,
  events,
  enabled,
});

/** Makes or changes a webhook. */
export function WebhookForm({
  webhook,
  close,
  made,
  saved,
}: {
  webhook: WebhookView | null;
  close: () => void;
  made: (made: WebhookMade) => void;
  saved: (webhook: WebhookView) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [draft, setDraft] = useState(webhook ? inputOf(webhook) : blank);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const errorAt = useErrorAt(refusal);
  const change = (part: Partial<WebhookInput>) => setDraft((before) => ({ ...before, ...part }));

  const save = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      if (webhook) saved(await api.updateWebhook(webhook.key, draft));
      else made(await api.createWebhook(draft));
      close();
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('presence.action.close')}>
          <Modal.Title>{webhook ? webhook.name : t('presence.webhooks.add')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <TextLine
              label={t('presence.webhooks.name')}
              hint={t('presence.webhooks.name.hint')}
              required
              error={errorAt('name')}
              value={draft.name}
              change={(name) => change({ name })}
            />
            <TextLine
              type="url"
              label={t('presence.webhooks.url')}
              hint={t('presence.webhooks.url.hint')}
              placeholder="https://www.bakery.example/hooks/presence"
              required
              error={errorAt('url')}
              value={draft.url}
              change={(url) => change({ url })}
            />
            <YesNo
              label={t('presence.webhooks.enabled')}
              value={draft.enabled}
              change={(enabled) => change({ enabled })}
            />
            <Choice
              label={t('presence.webhooks.which')}
              value={draft.events === null ? 'all' : 'some'}
              options={(['all', 'some'] as const).map((each) => ({
                value: each,
                label: t(`presence.webhooks.which.${each}`),
              }))}
              change={(which) => change({ events: which === 'all' ? null : [] })}
            />
            {draft.events && (
              <EventTicks
                events={draft.events}
                error={errorAt('events')}
                change={(events) => change({ events })}
              />
            )}
            {refusal && <Failed refusal={refusal} small />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close}>
            {t('presence.action.cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => void save()}>
            {t('presence.action.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function EventTicks({
  events,
  error,
  change,
}: {
  events: readonly EventType[];
  error: string | undefined;
  change: (events: EventType[]) => void;
}) {
  const t = useWords();
  return (
    <Labelled label={t('presence.webhooks.events')} error={error}>
      <Box role="group" aria-label={t('presence.webhooks.events')} width="100%">
        <Grid.Root gap={3}>
          {shownEvents.map((event) => (
            <Grid.Item key={event} col={6} xs={12}>
              <Tick
                label={t(eventWord(event))}
                value={events.includes(event)}
                change={(isTicked) =>
                  change(isTicked ? [...events, event] : events.filter((each) => each !== event))
                }
              />
            </Grid.Item>
          ))}
        </Grid.Root>
      </Box>
    </Labelled>
  );
}
