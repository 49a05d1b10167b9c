import { useIntl } from 'react-intl';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { InsightsView } from '../../src/ecosystem/schema';
import { useWords } from '../words';
import { headlines } from './sources';

const Tiles = styled.dl<{ $narrow: boolean }>`
  display: grid;
  grid-template-columns: repeat(${({ $narrow }) => ($narrow ? 2 : 4)}, minmax(0, 1fr));
  gap: ${({ theme, $narrow }) => theme.spaces[$narrow ? 2 : 4]};
  width: 100%;

  @media (max-width: 767px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

/** Views, clicks, opens and likes, side by side. */
export function Figures({
  of,
  size = 'large',
}: {
  of: Pick<InsightsView, 'kinds'>;
  /** `narrow` is two small ones beside each other, `row` four. */
  size?: 'large' | 'narrow' | 'row';
}) {
  const isSmall = size !== 'large';
  const t = useWords();
  const intl = useIntl();
  const values = headlines(of);
  return (
    <Tiles $narrow={size === 'narrow'}>
      {(['views', 'clicks', 'opens', 'likes'] as const).map((name) => (
        <Box key={name} padding={isSmall ? 2 : 4} background="neutral100" hasRadius>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {t(`presence.figure.${name}`)}
          </Typography>
          <Typography tag="dd" variant={isSmall ? 'delta' : 'alpha'} textColor="neutral800">
            {intl.formatNumber(values[name], { notation: isSmall ? 'compact' : 'standard' })}
          </Typography>
        </Box>
      ))}
    </Tiles>
  );
}

const Bars = styled.svg`
  display: block;
  width: 100%;
  height: 4.8rem;
  fill: ${({ theme }) => theme.colors.primary500};
`;

/** Touches a step as small bars; the numbers are read out as one sentence. */
export function Trend({ of }: { of: InsightsView }) {
  const t = useWords();
  const totals = of.steps.map((_, step) =>
    of.series.reduce((sum, { points }) => sum + Math.max(0, points[step] ?? 0), 0),
  );
  const top = Math.max(1, ...totals);
  const width = 100 / Math.max(1, totals.length);
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      <Bars
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('presence.trend.label', { list: totals.join(', ') })}
      >
        {totals.map((total, step) => {
          const height = total === 0 ? 0.8 : Math.max(1.5, (total / top) * 40);
          return (
            <rect
              key={of.steps[step]}
              x={step * width + width * 0.12}
              y={40 - height}
              width={width * 0.76}
              height={height}
            />
          );
        })}
      </Bars>
    </Flex>
  );
}
