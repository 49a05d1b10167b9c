import { Box, Typography } from '@strapi/design-system';
import type { BrandKit } from '../../../../../src/brand/schema';
import { TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';
import { ColourLine, Swatch } from '../fields/colour';
import { Entries } from '../fields/entries';
import { Cell, Cells, Stack } from '../fields/switched';
import type { KitPart } from '../part';
import { isColour } from './contrast';
import { ContrastTable } from './contrast-table';

type Colour = BrandKit['palette'][number];
const blank = (): Colour => ({ name: '', hex: '#c8553d' });

/** The colours of the business, and which of them can be read on which. */
export function Palette({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  const { palette } = kit;
  return (
    <Stack>
      <Entries
        rows={palette}
        change={(next) => change({ palette: next })}
        path="palette"
        places={places}
        isFixed={isFixed}
        blank={blank}
        add={t('presence.kit.palette.add')}
        none={t('presence.kit.palette.none')}
        nameOf={({ name, hex }) => name || hex}
        line={({ name, hex }) => (
          <>
            <Swatch hex={hex} />
            <Typography fontWeight="semiBold">{name}</Typography>
            <Typography variant="pi" textColor="neutral600">
              {hex}
            </Typography>
          </>
        )}
      >
        {(row, set, path) => (
          <Cells>
            <Cell>
              <TextLine
                label={t('presence.kit.palette.name')}
                error={places.at(`${path}.name`)}
                value={row.name}
                change={(name) => set({ name })}
              />
            </Cell>
            <Cell>
              <ColourLine
                label={t('presence.kit.palette.colour')}
                error={places.at(`${path}.hex`)}
                value={row.hex}
                change={(hex) => set({ hex })}
              />
            </Cell>
          </Cells>
        )}
      </Entries>
      {palette.filter(({ hex }) => isColour(hex)).length > 0 && (
        <Box tag="section" aria-label={t('presence.kit.contrast')} paddingTop={4}>
          <Typography variant="delta" tag="h3">
            {t('presence.kit.contrast')}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={4}>
            {t('presence.kit.contrast.hint')}
          </Typography>
          <ContrastTable palette={palette} />
        </Box>
      )}
    </Stack>
  );
}
