import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PublicationView } from '../../src/publishing/schema';
import { useWords } from '../words';

const Details = styled.details`
  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary600};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    width: fit-content;
  }
`;

/** What was sent, as somebody can prove it later; folded away. */
export function Receipt({ receipt }: Pick<PublicationView, 'receipt'>) {
  const t = useWords();
  if (!receipt) return null;
  const lines = [
    ['presence.publication.receipt.seal', receipt.seal],
    ['presence.publication.receipt.copy', receipt.copySeal],
    ['presence.publication.receipt.bytes', receipt.sha256],
    ['presence.publication.receipt.answer', receipt.answer],
  ] as const;
  return (
    <Details>
      <summary>{t('presence.publication.receipt')}</summary>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={1} paddingTop={2}>
        {lines
          .filter(([, value]) => value)
          .map(([word, value]) => (
            <div key={word}>
              <Typography tag="dt" variant="pi" textColor="neutral600">
                {t(word)}
              </Typography>
              <Typography tag="dd" variant="pi" style={{ overflowWrap: 'anywhere' }}>
                {value}
              </Typography>
            </div>
          ))}
      </Flex>
    </Details>
  );
}
