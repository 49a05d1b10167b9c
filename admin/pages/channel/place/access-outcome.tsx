import { useEffect, useRef } from 'react';
import { Button, Flex, Link, Typography } from '@strapi/design-system';
import type { AccessEnd } from '../../../../src/channels/connect/access';
import { useWords } from '../../../words';

/** What became of the access of a channel that was removed, and where a person goes on. */
export function AccessOutcome({
  name,
  access: { outcome, where },
  close,
}: {
  name: string;
  access: AccessEnd;
  close: () => void;
}) {
  const t = useWords();
  const isDone = outcome === 'ended' || outcome === 'none';
  const notice = useRef<HTMLDivElement>(null);
  // The card of the channel is gone, perhaps far below: what is left to do is told where the person is led.
  useEffect(() => notice.current?.focus(), [name, outcome]);
  return (
    <Flex
      ref={notice}
      tabIndex={-1}
      gap={4}
      padding={4}
      marginBottom={5}
      hasRadius
      role="status"
      background={isDone ? 'success100' : 'warning100'}
      justifyContent="space-between"
      wrap="wrap"
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography>{t(`presence.access.${outcome}`, { name })}</Typography>
        {where !== null && (
          <Link href={where} isExternal>
            {t('presence.access.where')}
          </Link>
        )}
      </Flex>
      <Button variant="tertiary" size="S" onClick={close}>
        {t('presence.action.close')}
      </Button>
    </Flex>
  );
}
