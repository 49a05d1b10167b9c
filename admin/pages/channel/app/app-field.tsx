import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { AppView } from '../../../../src/channels/connect/apps';
import { useApi } from '../../../api';
import { Ask } from '../../../components/ask';
import { useWords } from '../../../words';
import { AppForm } from './app-form';

/** The app by which a channel is connected: which one it is, or the form in which it is entered. */
export function AppField({
  app,
  network,
  changed,
}: {
  app: AppView;
  /** Name of the network. */
  network: string;
  changed: (app: AppView) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [isOpen, setOpen] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const isThere = app.from !== null && !app.isUnreadable;

  if (!isThere || isOpen)
    return (
      <AppForm
        app={app}
        network={network}
        saved={(next) => {
          setOpen(false);
          changed(next);
        }}
        {...(isThere ? { cancel: () => setOpen(false) } : {})}
      />
    );
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="pi">
        {t(app.from === 'config' ? 'presence.app.from-config' : 'presence.app.from-admin', {
          network,
          id: app.clientId,
        })}
      </Typography>
      {app.from === 'admin' && (
        <Flex gap={2} wrap="wrap">
          <Button size="S" variant="tertiary" onClick={() => setOpen(true)}>
            {t('presence.app.change')}
          </Button>
          <Button size="S" variant="danger-light" onClick={() => setRemoving(true)}>
            {t('presence.app.remove')}
          </Button>
        </Flex>
      )}
      {isRemoving && (
        <Ask
          title={t('presence.app.remove.title', { network })}
          confirm={t('presence.app.remove')}
          variant="danger-light"
          close={() => setRemoving(false)}
          act={async () => changed(await api.removeConnectApp(app.name))}
        >
          {t('presence.app.remove.text', { network })}
        </Ask>
      )}
    </Flex>
  );
}
