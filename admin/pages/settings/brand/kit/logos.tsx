import { useState } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { Images } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Logo } from '../../../../../src/brand/schema';
import { addressOf } from '../../../../components/address-of';
import { TextLine } from '../../../../components/input';
import { Pill } from '../../../../components/pill';
import { useWords } from '../../../../words';
import { keyFor } from '../../workflows/draft';
import { Entries } from '../fields/entries';
import { MediaChoice, type MediaFile } from '../fields/media-choice';
import { NumberLine } from '../fields/lines';
import { Cell, Cells, Ticked } from '../fields/switched';
import type { KitPart } from '../part';

// Logos are often white or have no ground of their own, so they stand on a chequered one.
const Picture = styled.img`
  flex: none;
  width: 9.6rem;
  height: 4.8rem;
  object-fit: contain;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: repeating-conic-gradient(#d0d0d0 0% 25%, #f4f4f4 0% 50%) 0 0 / 1.2rem 1.2rem;
`;

/** Logos as files of the media library: those in use, and those that nobody should see any more. */
export function Logos({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  const [choosing, setChoosing] = useState<'new' | number>();
  const { logos } = kit;
  const take = ([file]: readonly MediaFile[]) => {
    if (!file) return;
    const { hash, url } = file;
    if (typeof choosing === 'number')
      change({ logos: logos.map((logo, index) => (index === choosing ? { ...logo, hash, url } : logo)) });
    else change({ logos: [...logos, logoOf(file, logos)] });
  };
  return (
    <>
      <Entries
        rows={logos}
        change={(next) => change({ logos: next })}
        path="logos"
        places={places}
        isFixed={isFixed}
        add={t('presence.kit.logos.add')}
        begin={() => setChoosing('new')}
        none={t('presence.kit.logos.none')}
        nameOf={({ name }) => name}
        line={(row) => (
          <>
            <Picture src={addressOf(row.url)} alt="" />
            <Typography fontWeight="semiBold">{row.name}</Typography>
            <Pill tone={row.retired ? 'neutral' : 'success'}>
              {t(row.retired ? 'presence.kit.logo.retired' : 'presence.kit.logo.current')}
            </Pill>
          </>
        )}
      >
        {(row, set, path) => (
          <Cells>
            <Cell>
              <TextLine
                label={t('presence.kit.logo.name')}
                error={places.at(`${path}.name`)}
                value={row.name}
                change={(name) => set({ name })}
              />
            </Cell>
            <Cell>
              <TextLine
                label={t('presence.kit.key')}
                hint={t('presence.kit.logo.key.hint')}
                error={places.at(`${path}.key`)}
                value={row.key}
                change={(key) => set({ key })}
              />
            </Cell>
            <Cell>
              <NumberLine
                label={t('presence.kit.logo.width')}
                hint={t('presence.kit.logo.width.hint')}
                error={places.at(`${path}.minWidth`)}
                value={row.minWidth}
                change={(minWidth) => set({ minWidth })}
              />
            </Cell>
            <Cell>
              <NumberLine
                label={t('presence.kit.logo.space')}
                hint={t('presence.kit.logo.space.hint')}
                error={places.at(`${path}.clearSpace`)}
                factor={100}
                value={row.clearSpace}
                change={(clearSpace) => set({ clearSpace })}
              />
            </Cell>
            <Cell>
              <Ticked
                label={t('presence.kit.logo.retired')}
                hint={t('presence.kit.logo.retired.hint')}
                value={row.retired}
                change={(retired) => set({ retired })}
              />
            </Cell>
            <Cell>
              <Box>
                <Button
                  variant="tertiary"
                  size="S"
                  startIcon={<Images />}
                  onClick={() => setChoosing(logos.indexOf(row))}
                >
                  {t('presence.kit.logo.file')}
                </Button>
              </Box>
            </Cell>
          </Cells>
        )}
      </Entries>
      {choosing !== undefined && (
        <MediaChoice
          close={() => setChoosing(undefined)}
          take={(files) => {
            take(files);
            setChoosing(undefined);
          }}
        />
      )}
    </>
  );
}

function logoOf({ name, hash, url }: MediaFile, logos: readonly Logo[]): Logo {
  const plain = name.replace(/\.\w+$/, '').slice(0, 60);
  const keys = logos.map(({ key }) => key);
  return { key: keyFor(plain, keys), name: plain, hash, url, retired: false, minWidth: 0, clearSpace: 0 };
}
