import { useCallback, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Globe, Plus } from '@strapi/icons';
import { Page, useNotification } from '@strapi/strapi/admin';
import type { WebhookMade, WebhookView } from '../../../src/governance/notices/webhooks';
import { useApi } from '../../api';
import { Loaded, Nothing } from '../../components/states';
import { rights } from '../../plugin';
import { useLoad } from '../../use-load';
import { useWords, WithWords } from '../../words';
import { SettingsFrame } from '../settings/frame';
import { WebhookCard } from './card';
import { WebhookForm } from './form';
import { Secret } from './secret';

/** Settings: which systems are told of events. */
export default function WebhooksPage() {
  return (
    <WithWords fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('settings.manage')}>
        <Webhooks />
      </Page.Protect>
    </WithWords>
  );
}

function Webhooks() {
  const t = useWords();
  const api = useApi();
  const { toggleNotification } = useNotification();
  const load = useLoad(useCallback(() => api.webhooks(), [api]));
  const [open, setOpen] = useState<WebhookView | 'new'>();
  const [made, setMade] = useState<WebhookMade>();
  const list = load.value ?? [];

  const keep = (webhook: WebhookView) =>
    load.put(
      list.some(({ key }) => key === webhook.key)
        ? list.map((each) => (each.key === webhook.key ? webhook : each))
        : [...list, webhook],
    );
  const show = (fresh: WebhookMade) => {
    keep(fresh.webhook);
    setMade(fresh);
  };
  const add = (
    <Button startIcon={<Plus />} onClick={() => setOpen('new')}>
      {t('presence.webhooks.add')}
    </Button>
  );

  return (
    <SettingsFrame title={t('presence.webhooks.title')} subtitle={t('presence.webhooks.subtitle')}>
      <Loaded load={load}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <Nothing
              icon={<Globe width="2.4rem" height="2.4rem" />}
              title={t('presence.webhooks.none')}
              action={add}
            >
              {t('presence.webhooks.none.text')}
            </Nothing>
          ) : (
            <>
              <Flex justifyContent="space-between" gap={3} wrap="wrap">
                <Typography textColor="neutral600">{t('presence.webhooks.hint')}</Typography>
                {add}
              </Flex>
              {webhooks.map((webhook) => (
                <WebhookCard
                  key={webhook.key}
                  webhook={webhook}
                  edit={() => setOpen(webhook)}
                  renewed={show}
                  removed={() => load.put(webhooks.filter(({ key }) => key !== webhook.key))}
                />
              ))}
            </>
          )
        }
      </Loaded>
      {open && (
        <WebhookForm
          webhook={open === 'new' ? null : open}
          close={() => setOpen(undefined)}
          made={show}
          saved={(webhook) => {
            keep(webhook);
            toggleNotification({ type: 'success', message: t('presence.webhooks.saved') });
          }}
        />
      )}
      {made && <Secret secret={made.secret} close={() => setMade(undefined)} />}
    </SettingsFrame>
  );
}
