import { useId } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { ChannelView } from '../../../src/channels/schema';
import { useWords } from '../../words';

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
  kind,
  isBusy,
  connect,
}: {
  channel: ChannelView | null;
  /** Name of the network. */
  kind: string;
  isBusy: boolean;
  connect: () => void;
}) {
  const t = useWords();
  const connectedWords = useConnectedWords();
  const hint = useId();
  const connected = connectedWords(channel);
  return (
    <Box padding={4} background="neutral100" borderColor="neutral200" hasRadius>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        {connected && <Typography fontWeight="semiBold">{connected}</Typography>}
        <Typography id={hint} variant="pi" textColor="neutral700">
          {t('presence.connect.hint', { kind })}
        </Typography>
        <Button
          variant="secondary"
          startIcon={<ExternalLink />}
          loading={isBusy}
          aria-describedby={hint}
          onClick={connect}
        >
          {t(connected ? 'presence.connect.again' : 'presence.connect.save', { kind })}
        </Button>
      </Flex>
    </Box>
  );
}
