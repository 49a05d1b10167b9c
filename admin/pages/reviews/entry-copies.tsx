import { useCallback } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { isOver } from '../../../src/publishing/status';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { Preview } from '../campaign/preview';

/** The texts for the channels that still go out, as they will look there. */
export function EntryCopies({ entry, pageUrl }: { entry: EntryKey; pageUrl: string | null }) {
  const t = useWords();
  const api = useApi();
  const load = useLoad(
    useCallback(async () => {
      const { items } = await api.campaigns(entry);
      const open = items
        .flatMap(({ publications }) => publications)
        .filter(({ state }) => !isOver(state) && state !== 'rejected');
      // Only for the looks of a preview; who may not see channels sees it without their names.
      const channels = open.length > 0 ? await api.channels().catch(() => []) : [];
      return open.map((one) => ({ one, channel: channels.find(({ key }) => key === one.channel) }));
    }, [api, entry]),
  );
  if (!load.value || load.value.length === 0) return null;
  return (
    <Card title={t('presence.review.copies')} hint={t('presence.review.copies.hint')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {load.value.map(({ one, channel }) => (
          <Box key={one.key} tag="section" aria-label={one.channelName}>
            <Box paddingBottom={2}>
              <Typography tag="h3" variant="omega" fontWeight="semiBold">
                {one.channelName}
              </Typography>
            </Box>
            <Preview copy={one.copy} kind={one.kind} channel={channel} pageUrl={pageUrl} />
          </Box>
        ))}
      </Flex>
    </Card>
  );
}
