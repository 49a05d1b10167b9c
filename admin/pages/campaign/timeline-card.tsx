import { memo } from 'react';
import { useIntl } from 'react-intl';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Card } from '../../components/card';
import { ChannelName, PublicationStateBadge } from '../../components/publication-state';
import { useAgo, When } from '../../components/when';
import { useWords } from '../../words';
import { lineOf, type Timed } from './timeline';

const Track = styled.div`
  position: relative;
  height: 1.2rem;
  border-radius: 0.6rem;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const Point = styled.span<{ $share: number; $isPast: boolean }>`
  position: absolute;
  top: 0;
  left: calc(${({ $share }) => $share * 100}% - 0.6rem);
  width: 1.2rem;
  height: 1.2rem;
  border-radius: 50%;
  border: 2px solid ${({ theme }) => theme.colors.neutral0};
  background: ${({ theme, $isPast }) => ($isPast ? theme.colors.success600 : theme.colors.primary600)};
`;

const Now = styled.span<{ $share: number }>`
  position: absolute;
  top: -0.4rem;
  bottom: -0.4rem;
  left: calc(${({ $share }) => $share * 100}% - 1px);
  width: 2px;
  background: ${({ theme }) => theme.colors.danger600};
`;

/** When each channel goes out, on one line: its words for everybody, the picture beside it for the eye. */
export const TimelineCard = memo(function TimelineCard({
  list,
  zone,
  now,
}: {
  list: readonly Timed[];
  /** The clock that times are told by. */
  zone: string;
  now: number;
}) {
  const t = useWords();
  const intl = useIntl();
  const ago = useAgo();
  const { points, now: nowShare, open } = lineOf(list, now);
  if (points.length === 0) return null;
  return (
    <Card
      title={t('presence.timeline.title')}
      hint={t('presence.timeline.hint', {
        zone,
        now: intl.formatDate(now, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }),
      })}
    >
      <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
        {points.map(({ of, at, share }) => (
          <Box tag="li" key={of.key}>
            <Flex gap={3} wrap="wrap" justifyContent="space-between" paddingBottom={2}>
              <Flex gap={3} wrap="wrap">
                <ChannelName kind={of.kind} name={of.channelName} />
                <PublicationStateBadge state={of.state} />
              </Flex>
              <Flex gap={2} wrap="wrap">
                <When at={at} zone={zone} />
                <Typography variant="pi" textColor="neutral600">
                  {ago(at, now)}
                </Typography>
              </Flex>
            </Flex>
            <Track aria-hidden>
              {nowShare !== null && <Now $share={nowShare} />}
              <Point $share={share} $isPast={of.deliveredAt !== null} />
            </Track>
          </Box>
        ))}
      </Flex>
      {open.length > 0 && (
        <Box paddingTop={4}>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('presence.timeline.open', { channels: open.map(({ channelName }) => channelName).join(', ') })}
          </Typography>
        </Box>
      )}
    </Card>
  );
});
