import { useIntl } from 'react-intl';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Report } from '../../../src/brand/findings/schema';
import { useWords } from '../../words';

const Tiles = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

/** How everything stands now, in five numbers. */
export function Summary({ report: { meanScore, counts, entries } }: { report: Report }) {
  const t = useWords();
  const intl = useIntl();
  const figures = [
    [
      'presence.report.mean',
      meanScore === null ? '–' : intl.formatNumber(meanScore, { maximumFractionDigits: 1 }),
    ],
    ['presence.report.errors', intl.formatNumber(counts.error)],
    ['presence.report.warnings', intl.formatNumber(counts.warning)],
    ['presence.report.suggestions', intl.formatNumber(counts.suggestion)],
    ['presence.report.checked-entries', intl.formatNumber(entries)],
  ] as const;
  return (
    <Tiles>
      {figures.map(([word, value]) => (
        <Box key={word} padding={4} background="neutral100" hasRadius>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {t(word)}
          </Typography>
          <Typography tag="dd" variant="alpha" textColor="neutral800">
            {value}
          </Typography>
        </Box>
      ))}
    </Tiles>
  );
}
