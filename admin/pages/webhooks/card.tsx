import { useId, useState } from 'react';
import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Key, Pencil, Trash } from '@strapi/icons';
import type { WebhookMade, WebhookTested, WebhookView } from '../../../src/governance/notices/webhooks';
import { useApi } from '../../api';
import { Ask } from '../../components/ask';
import { Pill } from '../../components/pill';
import { Failed } from '../../components/states';
import { refusalOf, type Refusal } from '../../refusal';
import { useWords } from '../../words';
import { Deliveries } from './deliveries';

/** One receiver: what it is told, whether it takes it, and what to do with it. */
export function WebhookCard({
  webhook,
  edit,
  renewed,
  removed,
}: {
  webhook: WebhookView;
  edit: () => void;
  renewed: (made: WebhookMade) => void;
  removed: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const [tested, setTested] = useState<WebhookTested>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<'remove' | 'renew'>();
  const list = useId();
  const { key, name, url, events, enabled, reason } = webhook;

  const test = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      setTested(await api.testWebhook(key));
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };

  return (
    <Flex
      tag="article"
      aria-label={name}
      direction="column"
      alignItems="stretch"
      gap={4}
      padding={{ initial: 4, medium: 6 }}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
        <Box minWidth={0} flex="1 1 20rem">
          <Typography variant="delta" tag="h2">
            {name}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {url}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {events === null
              ? t('presence.webhooks.which.all')
              : t('presence.webhooks.count', { count: events.length })}
          </Typography>
        </Box>
        <Pill tone={enabled ? 'success' : reason ? 'danger' : 'neutral'}>
          {t(enabled ? 'presence.webhooks.on' : 'presence.webhooks.off')}
        </Pill>
      </Flex>
      {!enabled && reason && (
        <Typography tag="p" textColor="danger700" role="alert">
          {reason} {t('presence.webhooks.off.todo')}
        </Typography>
      )}
      {tested && (
        <Box padding={3} background={tested.accepted ? 'success100' : 'warning100'} hasRadius role="status">
          <Typography textColor="neutral800">
            {tested.accepted ? t('presence.webhooks.tested', { status: tested.status }) : tested.message}
          </Typography>
        </Box>
      )}
      {refusal && <Failed refusal={refusal} small />}
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex gap={2} wrap="wrap">
          <Button size="S" variant="secondary" loading={isBusy} onClick={() => void test()}>
            {t('presence.webhooks.test')}
          </Button>
          <Button
            size="S"
            variant="tertiary"
            aria-expanded={isOpen}
            aria-controls={list}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'presence.webhooks.deliveries.hide' : 'presence.webhooks.deliveries.show')}
          </Button>
        </Flex>
        <Flex gap={2}>
          <IconButton size="S" label={t('presence.webhooks.edit', { name })} onClick={edit}>
            <Pencil />
          </IconButton>
          <IconButton
            size="S"
            label={t('presence.webhooks.renew', { name })}
            onClick={() => setAsked('renew')}
          >
            <Key />
          </IconButton>
          <IconButton
            size="S"
            label={t('presence.webhooks.delete', { name })}
            onClick={() => setAsked('remove')}
          >
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
      <Box id={list} hidden={!isOpen}>
        {isOpen && <Deliveries webhook={key} />}
      </Box>
      {asked === 'remove' && (
        <Ask
          title={t('presence.webhooks.delete', { name })}
          confirm={t('presence.action.delete')}
          variant="danger"
          close={() => setAsked(undefined)}
          act={async () => {
            await api.removeWebhook(key);
            removed();
          }}
        >
          <Typography>{t('presence.webhooks.delete.text')}</Typography>
        </Ask>
      )}
      {asked === 'renew' && (
        <Ask
          title={t('presence.webhooks.renew', { name })}
          confirm={t('presence.webhooks.renew.do')}
          close={() => setAsked(undefined)}
          act={async () => renewed(await api.renewWebhookSecret(key))}
        >
          <Typography>{t('presence.webhooks.renew.text')}</Typography>
        </Ask>
      )}
    </Flex>
  );
}
