import { memo } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { CheckCircle, Lock } from '@strapi/icons';
import type { EntryPanel } from '../../../src/governance/review/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { tellingBlockers } from '../../components/blockers';
import { useEditPath } from '../../components/entry-link';
import { useWords } from '../../words';

/** Whether the entry and its copies may go out, and if not, the way there. */
export const Readiness = memo(function Readiness({
  panel,
  entry,
  isSaved,
}: {
  panel: EntryPanel;
  entry: EntryKey;
  isSaved: boolean;
}) {
  const t = useWords();
  const editPath = useEditPath();
  if (!panel.governed) return null;
  const isReady = panel.blockers.length === 0 && isSaved;
  const tone = isReady ? 'success' : 'warning';
  return (
    <Flex
      gap={4}
      padding={4}
      hasRadius
      background={`${tone}100`}
      borderColor={`${tone}200`}
      justifyContent="space-between"
      wrap="wrap"
      role="status"
    >
      <Flex gap={3} alignItems="flex-start" flex="1 1 30rem">
        <Box flex="none" paddingTop="2px">
          {isReady ? <CheckCircle aria-hidden fill="success600" /> : <Lock aria-hidden fill="warning600" />}
        </Box>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography fontWeight="semiBold">
            {t(
              isReady
                ? 'presence.campaign.approved'
                : isSaved
                  ? 'presence.campaign.not-approved'
                  : 'presence.campaign.save-first',
            )}
          </Typography>
          {isSaved &&
            tellingBlockers(panel.blockers).map(({ code, message, copy }) => (
              <Typography
                key={`${code} ${copy ?? ''} ${message}`}
                tag="p"
                variant="pi"
                textColor="neutral800"
              >
                {message}
              </Typography>
            ))}
        </Flex>
      </Flex>
      <LinkButton tag={RouterLink} to={editPath(entry)} variant="tertiary" size="S">
        {t('presence.campaign.to-entry')}
      </LinkButton>
    </Flex>
  );
});
