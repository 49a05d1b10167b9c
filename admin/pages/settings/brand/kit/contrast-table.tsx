import { styled } from 'styled-components';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BrandKit } from '../../../../../src/brand/schema';
import { useWords } from '../../../../words';
import { Swatch } from '../fields/colour';
import { contrast, enoughFor, isColour } from './contrast';

const Frame = styled.div`
  overflow-x: auto;

  table {
    border-collapse: separate;
    border-spacing: 4px;
  }
  th {
    font-weight: ${({ theme }) => theme.fontWeights.semiBold};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    color: ${({ theme }) => theme.colors.neutral800};
    text-align: start;
    max-width: 12rem;
    overflow-wrap: break-word;
  }
  tbody th {
    min-width: 9.6rem;
    padding-inline-end: 0.8rem;
  }
`;

const Sample = styled.td<{ $text: string; $ground: string }>`
  min-width: 7.2rem;
  padding: 0.6rem 0.8rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ $ground }) => $ground};
  color: ${({ $text }) => $text};

  /* A sample to look at, not a text to read. */
  &::before {
    content: 'Aa';
    font-size: 1.6rem;
  }
`;

const Said = styled.span`
  display: block;
  margin-top: 0.2rem;
  padding: 0 0.4rem;
  border-radius: 2px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.1rem;
  white-space: nowrap;
`;

/** Which colour can be read on which, by WCAG; white and black stand beside those of the palette. */
export function ContrastTable({ palette }: { palette: BrandKit['palette'] }) {
  const t = useWords();
  const intl = useIntl();
  const own = palette.filter(({ hex }) => isColour(hex));
  const all = [
    ...own,
    ...[
      { name: t('presence.kit.contrast.white'), hex: '#ffffff' },
      { name: t('presence.kit.contrast.black'), hex: '#000000' },
    ].filter(({ hex }) => !own.some((colour) => colour.hex.toLowerCase() === hex)),
  ];
  return (
    <Frame tabIndex={0} role="group" aria-label={t('presence.kit.contrast')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('presence.kit.contrast.corner')}</th>
            {all.map(({ name, hex }) => (
              <th key={hex} scope="col">
                {name || hex}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {own.map((ground) => (
            <tr key={ground.hex}>
              <th scope="row">
                <Flex gap={2}>
                  <Swatch hex={ground.hex} />
                  {ground.name || ground.hex}
                </Flex>
              </th>
              {all.map((text) => {
                if (text.hex === ground.hex) return <td key={text.hex} />;
                const ratio = contrast(text.hex, ground.hex);
                return (
                  <Sample key={text.hex} $text={text.hex} $ground={ground.hex}>
                    <Said>
                      {t('presence.kit.contrast.ratio', { ratio: intl.formatNumber(ratio) })}{' '}
                      {t(`presence.kit.contrast.${enoughFor(ratio)}`)}
                    </Said>
                  </Sample>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Box paddingTop={2}>
        <Typography variant="pi" textColor="neutral600">
          {t('presence.kit.contrast.means')}
        </Typography>
      </Box>
    </Frame>
  );
}
