import { useCallback, useId } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { appNameFor } from '../../../src/channels/connect/apps';
import type { ChannelView } from '../../../src/channels/schema';
import { useApi } from '../../api';
import { Failed, Waiting } from '../../components/states';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { AppField } from './app/app-field';
import type { ChannelDraft } from './draft';

/** Whose account a channel is connected to and until when, in one sentence; null where it was not connected. */
export function useConnectedWords(): (
  channel: Pick<ChannelView, 'connected' | 'name'> | null,
) => string | null {
  const t = useWords();
  const intl = useIntl();
  return (channel) => {
    const known = channel?.connected;
    if (!known) return null;
    const until = known.until === null ? null : intl.formatDate(known.until, { dateStyle: 'long' });
    return t('presence.connect.as', { as: known.as || channel.name, until: until ?? 'none' });
  };
}

/** The way to an account by its network, instead of a token that is copied. */
export function ConnectField({
  channel,
  draft,
  kind,
  isBusy,
  connect,
}: {
  channel: ChannelView | null;
  draft: ChannelDraft;
  /** Name of the network. */
  kind: string;
  isBusy: boolean;
  connect: () => void;
}) {
  const t = useWords();
  const connectedWords = useConnectedWords();
  const hint = useId();
  const connected = connectedWords(channel);
  const api = useApi();
  const name = appNameFor(draft.kind, draft.settings);
  const isNeeded = name !== null;
  const load = useLoad(useCallback(async () => (isNeeded ? await api.connectApps() : []), [api, isNeeded]));
  const app = load.value?.find((one) => one.name === name);
  const isMissing = app !== undefined && (app.from === null || app.isUnreadable);
  return (
    <Box padding={4} background="neutral100" borderColor="neutral200" hasRadius>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        {connected && <Typography fontWeight="semiBold">{connected}</Typography>}
        {load.refusal && <Failed refusal={load.refusal} retry={load.reload} small />}
        {isNeeded && load.isLoading && !app && <Waiting small />}
        {app && (
          <AppField
            // Another log-in has another app.
            key={app.name}
            app={app}
            network={t(`presence.channel.${app.name}`)}
            changed={(next) =>
              load.put((load.value ?? []).map((one) => (one.name === next.name ? next : one)))
            }
          />
        )}
        <Typography id={hint} variant="pi" textColor="neutral700">
          {t(isMissing ? 'presence.app.first' : 'presence.connect.hint', { kind })}
        </Typography>
        <Button
          variant="secondary"
          startIcon={<ExternalLink />}
          loading={isBusy}
          disabled={isMissing}
          aria-describedby={hint}
          onClick={connect}
        >
          {t(connected ? 'presence.connect.again' : 'presence.connect.save', { kind })}
        </Button>
      </Flex>
    </Box>
  );
}
