import { Box, Flex, Typography } from '@strapi/design-system';
import { channelKinds } from '../../../src/channels/rules/kinds';
import type { ChannelKind } from '../../../src/channels/schema';
import type { PublicationState } from '../../../src/publishing/schema';
import { KindIcon, kindTones, StateIcon } from '../../components/publication-state';
import { useWords } from '../../words';

/** What the colours and signs of the calendar mean: those that are shown. */
export function Legend({
  kinds,
  states,
  hasStopped,
  hasPractice,
}: {
  kinds: ReadonlySet<ChannelKind>;
  states: ReadonlySet<PublicationState>;
  hasStopped: boolean;
  hasPractice: boolean;
}) {
  const t = useWords();
  if (kinds.size === 0) return null;
  return (
    <Flex tag="ul" gap={5} wrap="wrap" aria-label={t('presence.calendar.legend')} paddingTop={3}>
      {channelKinds
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <Flex tag="li" key={kind} gap={2} alignItems="center">
            <Box
              width="4px"
              height="1.6rem"
              background={kindTones[kind] === 'neutral' ? 'neutral500' : `${kindTones[kind]}600`}
            />
            <KindIcon kind={kind} />
            <Typography variant="pi">{t(`presence.channel.${kind}`)}</Typography>
          </Flex>
        ))}
      {[...states].map((state) => (
        <Flex tag="li" key={state} gap={2} alignItems="center">
          <StateIcon state={state} />
          <Typography variant="pi">{t(`presence.publication.${state}`)}</Typography>
        </Flex>
      ))}
      {hasStopped && (
        <Typography tag="li" variant="pi">
          <strong>{t('presence.calendar.stopped')}</strong>: {t('presence.calendar.stopped.means')}
        </Typography>
      )}
      {hasPractice && (
        <Typography tag="li" variant="pi">
          <strong>{t('presence.practice.mark')}</strong>: {t('presence.calendar.practice.means')}
        </Typography>
      )}
    </Flex>
  );
}
