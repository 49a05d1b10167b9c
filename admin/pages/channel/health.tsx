import { Box, Flex, Typography } from '@strapi/design-system';
import { Clock, Information, WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { isConnectable } from '../../../src/channels/connect/kinds';
import type { HealthItem } from '../../../src/channels/health/health';
import type { ChannelKind } from '../../../src/channels/schema';
import { scopePurpose } from '../../../src/channels/connect/oauth/network';
import { useWords } from '../../words';
import { ConnectAgain } from './place/connect-again';

const looks = {
  info: { Icon: Information, fill: 'neutral500', text: 'neutral600' },
  warning: { Icon: Clock, fill: 'warning600', text: 'neutral800' },
  error: { Icon: WarningCircle, fill: 'danger600', text: 'danger700' },
} as const;

/** How long a channel goes on working, and what to do before it stops. */
export function ChannelHealth({
  kind,
  channel,
  items,
}: {
  kind: ChannelKind;
  /** Its key. */
  channel: string;
  items: readonly HealthItem[];
}) {
  const t = useWords();
  const intl = useIntl();
  if (items.length === 0) return null;
  /** What does not work without a right. */
  const without = (purposes: unknown): string =>
    String(purposes ?? '')
      .split(',')
      .flatMap((purpose) => scopePurpose.safeParse(purpose).data ?? [])
      .map((purpose) => t(`presence.health.without.${purpose}`))
      .join(', ');
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1} aria-label={t('presence.channels.health')}>
      {items.map((item) => {
        const { code, severity, values, at, daysLeft } = item;
        const { Icon, fill, text } = looks[severity];
        const isQuota = code === 'channel.quota-left' || code === 'channel.quota-used-up';
        const format = isQuota
          ? ({ dateStyle: 'medium', timeStyle: 'short' } as const)
          : ({ dateStyle: 'long' } as const);
        return (
          <Flex tag="li" key={`${code} ${at}`} gap={2} alignItems="flex-start">
            <Box flex="none" paddingTop="2px">
              <Icon aria-hidden fill={fill} width="1.4rem" height="1.4rem" />
            </Box>
            <Box>
              <Typography variant="pi" textColor={text} style={{ overflowWrap: 'anywhere' }}>
                {t(`presence.health.${code}`, {
                  ...values,
                  without: without(values['without']),
                  days: daysLeft,
                  date: at === null ? 'none' : intl.formatDate(at, format),
                  connect: isConnectable(kind) ? 'yes' : 'no',
                })}
              </Typography>
              {code === 'channel.rights-fewer' && <ConnectAgain channel={channel} />}
            </Box>
          </Flex>
        );
      })}
    </Flex>
  );
}
