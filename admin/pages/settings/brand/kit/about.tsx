import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { Ask } from '../../../../components/ask';
import { TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';
import { Languages, Types } from '../fields/several';
import { Cell, Cells, Stack } from '../fields/switched';
import type { BrandPart } from '../part';

/** What a brand is called, what it is for, its place among the others, and its end. */
export function About({
  brand,
  change,
  places,
  isFixed,
  isFirst,
  isLast,
  move,
  remove,
}: BrandPart & { isFirst: boolean; isLast: boolean; move: (by: -1 | 1) => void; remove: () => void }) {
  const t = useWords();
  const [isAsking, setAsking] = useState(false);
  const isMain = brand.key === 'main';
  return (
    <Stack>
      <Cells>
        <Cell>
          <TextLine
            label={t('presence.kit.brand.name')}
            error={places.at('name')}
            value={brand.name}
            change={(name) => change({ name })}
          />
        </Cell>
        <Cell>
          <TextLine
            label={t('presence.kit.key')}
            hint={t('presence.kit.brand.key.hint')}
            error={places.at('key')}
            disabled={isMain}
            value={brand.key}
            change={(key) => change({ key })}
          />
        </Cell>
        {!isMain && (
          <>
            <Cell>
              <Types
                hint={t('presence.kit.brand.types.hint')}
                error={places.within('uids')}
                value={brand.uids}
                change={(uids) => change({ uids })}
              />
            </Cell>
            <Cell>
              <Languages
                hint={t('presence.kit.brand.languages.hint')}
                error={places.within('locales')}
                value={brand.locales}
                change={(locales) => change({ locales })}
              />
            </Cell>
          </>
        )}
      </Cells>
      <Typography tag="p" textColor="neutral600">
        {t(isMain ? 'presence.kit.brand.main' : 'presence.kit.brand.first-counts')}
      </Typography>
      {!isMain && !isFixed && (
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" startIcon={<ArrowUp />} disabled={isFirst} onClick={() => move(-1)}>
            {t('presence.kit.brand.earlier')}
          </Button>
          <Button variant="tertiary" startIcon={<ArrowDown />} disabled={isLast} onClick={() => move(1)}>
            {t('presence.kit.brand.later')}
          </Button>
          <Button variant="danger-light" startIcon={<Trash />} onClick={() => setAsking(true)}>
            {t('presence.kit.brand.remove')}
          </Button>
        </Flex>
      )}
      {isAsking && (
        <Ask
          title={t('presence.brand.remove', { name: brand.name })}
          confirm={t('presence.action.delete')}
          variant="danger"
          act={async () => remove()}
          close={() => setAsking(false)}
        >
          <Box>
            <Typography>{t('presence.kit.brand.remove.text')}</Typography>
          </Box>
        </Ask>
      )}
    </Stack>
  );
}
