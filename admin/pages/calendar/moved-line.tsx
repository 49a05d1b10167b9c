import { useIntl } from 'react-intl';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useWords } from '../../words';
import type { Moved } from './use-moves';

/** Says what was moved, also to who does not see it, and takes it back. The line is always there, so that readers hear it change. */
export function MovedLine({ moved, undo }: { moved: Moved | undefined; undo: () => void }) {
  const t = useWords();
  const intl = useIntl();
  const { now } = moved ?? {};
  const text =
    now &&
    t(moved?.isUndone ? 'presence.calendar.moved.back' : 'presence.calendar.moved', {
      title: now.entryTitle || now.campaignName,
      channel: now.channelName,
      time: intl.formatDate(now.dueAt, {
        dateStyle: 'full',
        timeStyle: 'short',
        ...(now.zone ? { timeZone: now.zone } : {}),
      }),
      zone: now.zone.replaceAll('_', ' '),
    });
  return (
    <div role="status">
      {text && (
        <Flex gap={3} wrap="wrap" padding={3} background="success100" borderColor="success200" hasRadius>
          <Typography textColor="neutral800">{text}</Typography>
          {!moved?.isUndone && (
            <Button size="S" variant="tertiary" onClick={undo}>
              {t('presence.calendar.undo')}
            </Button>
          )}
        </Flex>
      )}
    </div>
  );
}
