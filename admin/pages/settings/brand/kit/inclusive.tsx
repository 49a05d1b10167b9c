import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import type { InclusiveEntry } from '../../../../../src/brand/house/inclusive/entry';
import { german } from '../../../../../src/brand/house/inclusive/lists/de';
import { english } from '../../../../../src/brand/house/inclusive/lists/en';
import { spanish } from '../../../../../src/brand/house/inclusive/lists/es';
import { french } from '../../../../../src/brand/house/inclusive/lists/fr';
import { Choice, TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';
import { Cell, Switched } from '../fields/switched';
import type { KitPart } from '../part';

const lists = { en: english, de: german, fr: french, es: spanish } as const;
type Language = keyof typeof lists;
const languages = Object.keys(lists) as Language[];

/** Words that leave people out, with what to say; a word that is right here loses its tick. */
export function Inclusive({ kit, change }: KitPart) {
  const t = useWords();
  return (
    <Switched
      label={t('presence.kit.inclusive.on')}
      hint={t('presence.kit.inclusive.on.hint')}
      value={kit.inclusive}
      on={{ severity: 'suggestion', except: [] }}
      change={(inclusive) => change({ inclusive })}
    >
      {(value, set) => (
        <Cell col={12}>
          <Words except={value.except} change={(except) => set({ except })} />
        </Cell>
      )}
    </Switched>
  );
}

function Words({ except, change }: { except: readonly string[]; change: (except: string[]) => void }) {
  const t = useWords();
  const intl = useIntl();
  const own = languages.find((code) => intl.locale.startsWith(code)) ?? 'en';
  const [language, setLanguage] = useState<Language>(own);
  const [q, setQ] = useState('');
  const nameOf = (code: string): string => intl.formatDisplayName(code, { type: 'language' }) ?? code;
  const shown = lists[language].filter(({ words }) =>
    Object.keys(words).some((word) => word.toLowerCase().includes(q.trim().toLowerCase())),
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Grid.Root gap={4}>
        <Cell>
          <Choice
            label={t('presence.kit.inclusive.language')}
            value={language}
            options={languages.map((code) => ({ value: code, label: nameOf(code) }))}
            change={setLanguage}
          />
        </Cell>
        <Cell>
          <TextLine label={t('presence.kit.inclusive.find')} value={q} change={setQ} />
        </Cell>
      </Grid.Root>
      <Box>
        <Typography tag="p" fontWeight="semiBold">
          {t('presence.kit.inclusive.list', { language: nameOf(language) })}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" role="status">
          {t('presence.kit.inclusive.list.hint')} {t('presence.kit.inclusive.off', { count: except.length })}
        </Typography>
      </Box>
      <Grid.Root gap={2} tag="ul">
        {shown.map((entry) => (
          <Grid.Item key={entry.id} col={6} xs={12} tag="li">
            <Checkbox
              checked={!except.includes(entry.id)}
              onCheckedChange={(isTicked) =>
                change(isTicked === true ? except.filter((id) => id !== entry.id) : [...except, entry.id])
              }
            >
              <Said entry={entry} />
            </Checkbox>
          </Grid.Item>
        ))}
      </Grid.Root>
    </Flex>
  );
}

/** The word in its first form, and what to say. */
function Said({ entry: { words } }: { entry: InclusiveEntry }) {
  const t = useWords();
  const [first = ['', null]] = Object.entries(words);
  return (
    <>
      {first[0]}{' '}
      <Typography tag="span" variant="pi" textColor="neutral600">
        → {first[1] ?? t('presence.kit.inclusive.rephrase')}
      </Typography>
    </>
  );
}
