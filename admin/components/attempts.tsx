import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { AttemptView } from '../../src/publishing/schema';
import { useWords } from '../words';
import { When } from './when';

const Details = styled.details`
  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary600};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    width: fit-content;
  }
`;

/** Each try to deliver, folded away. */
export function Attempts({ attempts }: { attempts: readonly AttemptView[] }) {
  const t = useWords();
  if (attempts.length === 0) return null;
  return (
    <Details>
      <summary>{t('presence.publication.attempts', { count: attempts.length })}</summary>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {attempts.map(({ number, startedAt, outcome, message }) => (
          <Box
            tag="li"
            key={number}
            paddingLeft={3}
            borderStyle="solid"
            borderWidth="0 0 0 2px"
            borderColor="neutral200"
          >
            <Typography variant="pi" fontWeight="semiBold" tag="p">
              {number}. {t(`presence.outcome.${outcome ?? 'running'}`)} · <When at={startedAt} isSmall />
            </Typography>
            {message && (
              <Typography variant="pi" textColor="neutral600" tag="p">
                {message}
              </Typography>
            )}
          </Box>
        ))}
      </Flex>
    </Details>
  );
}
