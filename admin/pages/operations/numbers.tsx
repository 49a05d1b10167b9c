import { useIntl } from 'react-intl';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Standing } from '../../../src/publishing/running/schema';
import { useWords } from '../../words';
import { useSpan } from './use-span';

const Tiles = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};

  @media (max-width: 767px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));

    /* Seven in two columns: the last has a row of its own. */
    > :last-child {
      grid-column: span 2;
    }
  }
`;

const shown = ['due', 'late', 'running', 'parked', 'doubt', 'dead'] as const;

/** The numbers on top: what waits, for how long, and what needs a person. */
export function Numbers({ of }: { of: Standing }) {
  const t = useWords();
  const intl = useIntl();
  const span = useSpan();
  const tiles = shown.map((name) => [name, intl.formatNumber(of[name])] as const);
  return (
    <Tiles aria-label={t('presence.operations.numbers')}>
      {[...tiles, ['lag', of.lag === 0 ? t('presence.operations.none-waits') : span(of.lag)] as const].map(
        ([name, value]) => (
          <Box key={name} padding={4} background="neutral0" hasRadius shadow="tableShadow">
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {t(`presence.operations.number.${name}`)}
            </Typography>
            <Typography tag="dd" variant="beta" textColor="neutral800">
              {value}
            </Typography>
          </Box>
        ),
      )}
    </Tiles>
  );
}
