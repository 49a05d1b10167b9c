import { useIntl } from 'react-intl';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Score } from '../../../src/brand/findings/schema';
import { useWords } from '../../words';
import { Fold } from './fold';

const Sum = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  color: ${({ theme }) => theme.colors.neutral800};

  td,
  th {
    padding: 0.2rem 0;
    text-align: start;
    font-weight: inherit;
  }
  td {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  tr:last-child > * {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }
`;

/** How well it keeps to the brand, and how that number comes about. */
export function ScoreLine({ score }: { score: Score }) {
  const t = useWords();
  const intl = useIntl();
  const lines = score.lines.filter(({ count }) => count > 0);
  const minus = (total: number) => intl.formatNumber(-total);
  return (
    <Fold title={t('presence.find.score', { score: score.score })}>
      <Sum>
        <tbody>
          <tr>
            <th scope="row">{t('presence.find.score.start')}</th>
            <td>{intl.formatNumber(100)}</td>
          </tr>
          {lines.map(({ severity, count, cost, total }) => (
            <tr key={severity}>
              <th scope="row">{t(`presence.find.score.${severity}`, { count, cost })}</th>
              <td>{minus(total)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('presence.find.score.sum')}</th>
            <td>{intl.formatNumber(score.score)}</td>
          </tr>
        </tbody>
      </Sum>
      {score.waived + score.baseline > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
          {t('presence.find.score.free', { count: score.waived + score.baseline })}
        </Typography>
      )}
    </Fold>
  );
}
