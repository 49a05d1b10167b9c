import { Box, Flex, Typography } from '@strapi/design-system';
import type { LocaleFormats } from '../../../../../src/brand/schema';
import { Choice } from '../../../../components/input';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import { Entries } from '../fields/entries';
import { useLanguageOptions } from '../fields/known';
import { SeverityPill } from '../fields/severity-pill';
import { Cell, Cells, Stack } from '../fields/switched';
import type { KitPart } from '../part';
import { examplesOf } from './format-examples';
import { FormatParts } from './format-parts';

/** How numbers, days, prices and phone numbers are written, language by language. */
export function Formats({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  const languages = useLanguageOptions();
  const blank = (): LocaleFormats => ({
    locale: languages.find(({ value }) => !kit.formats.some(({ locale }) => locale === value))?.value ?? 'en',
    severity: 'warning',
    number: null,
    date: null,
    time: null,
    price: null,
    phone: null,
  });
  const nameOf = ({ locale }: LocaleFormats): string =>
    languages.find(({ value }) => value === locale)?.label ?? locale;
  return (
    <Entries
      rows={kit.formats}
      change={(formats) => change({ formats })}
      path="formats"
      places={places}
      isFixed={isFixed}
      blank={blank}
      add={t('presence.kit.formats.add')}
      none={t('presence.kit.formats.none')}
      nameOf={nameOf}
      line={(row) => (
        <>
          <Typography fontWeight="semiBold">{nameOf(row)}</Typography>
          <SeverityPill severity={row.severity} />
          <Typography variant="pi" textColor="neutral600">
            {examplesOf(row)
              .map(({ text }) => text)
              .join(', ')}
          </Typography>
        </>
      )}
    >
      {(row, set, path) => (
        <Stack>
          <Cells>
            <Cell>
              <Choice
                label={t('presence.kit.language')}
                error={places.at(`${path}.locale`)}
                value={row.locale}
                options={[
                  ...languages,
                  ...(languages.some(({ value }) => value === row.locale)
                    ? []
                    : [{ value: row.locale, label: row.locale }]),
                ]}
                change={(locale) => set({ locale })}
              />
            </Cell>
            <Cell>
              <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
            </Cell>
          </Cells>
          <FormatParts row={row} set={set} path={path} places={places} />
          <Right row={row} />
        </Stack>
      )}
    </Entries>
  );
}

/** What is right by what is chosen. */
function Right({ row }: { row: LocaleFormats }) {
  const t = useWords();
  const examples = examplesOf(row);
  return (
    <Box padding={3} background="success100" hasRadius role="status">
      <Typography tag="p" variant="pi" textColor="neutral800" fontWeight="semiBold">
        {t(examples.length > 0 ? 'presence.kit.formats.right' : 'presence.kit.formats.nothing')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="flex-start">
        {examples.map(({ kind, text }) => (
          <Typography key={kind} tag="li" textColor="neutral800">
            {t(`presence.kit.format.${kind}`)}: <strong>{text}</strong>
          </Typography>
        ))}
      </Flex>
    </Box>
  );
}
