import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { AppView } from '../../../../src/channels/connect/apps';
import { useWords } from '../../../words';

/** Addresses that a network has to know before it sends anybody back, to be copied. */
export function ReturnAddresses({ returns }: Pick<AppView, 'returns'>) {
  const t = useWords();
  const { toggleNotification } = useNotification();
  const copy = async (address: string) => {
    try {
      await navigator.clipboard.writeText(address);
      toggleNotification({ type: 'success', message: t('presence.app.return.copied') });
    } catch {
      // Without https a page may not write there: the address can be marked.
      toggleNotification({ type: 'warning', message: t('presence.app.return.not-copied') });
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" fontWeight="bold">
        {t('presence.app.return', { count: returns.length })}
      </Typography>
      {returns.map(({ kind, address }) => (
        <Flex key={kind} gap={2} justifyContent="space-between">
          <Box minWidth={0}>
            <Typography variant="pi" tag="code" style={{ overflowWrap: 'anywhere' }}>
              {address}
            </Typography>
          </Box>
          <IconButton
            label={t('presence.app.return.copy', { network: t(`presence.channel.${kind}`) })}
            onClick={() => void copy(address)}
          >
            <Duplicate />
          </IconButton>
        </Flex>
      ))}
    </Flex>
  );
}
