import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { useMemo } from 'react';
import { expandKit } from '../../../../../src/brand/morphology/expand';
import { emptyKit, type BrandTerm } from '../../../../../src/brand/schema';
import { TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import type { Places } from '../../workflows/places';
import { useMainLanguage } from '../fields/known';
import { Lines } from '../fields/lines';
import { Channels, Languages } from '../fields/several';
import { Cell, Cells, Ticked } from '../fields/switched';

/** One term: what to avoid and to prefer, in which forms, and where. */
export function TermForm({
  row,
  set,
  path,
  places,
  tryOut,
}: {
  row: BrandTerm;
  set: (part: Partial<BrandTerm>) => void;
  path: string;
  places: Places;
  tryOut: () => void;
}) {
  const t = useWords();
  return (
    <Cells>
      <Cell>
        <TextLine
          label={t('presence.kit.avoid')}
          error={places.at(`${path}.avoid`)}
          value={row.avoid}
          // The forms belong to the word as it was saved.
          change={(avoid) => set({ avoid, expanded: [] })}
        />
      </Cell>
      <Cell>
        <TextLine
          label={t('presence.kit.prefer')}
          hint={t('presence.kit.prefer.hint')}
          error={places.at(`${path}.prefer`)}
          value={row.prefer ?? ''}
          change={(prefer) => set({ prefer: prefer || null, expanded: [] })}
        />
      </Cell>
      <Cell col={8}>
        <TextLine
          label={t('presence.kit.reason')}
          hint={t('presence.kit.reason.hint')}
          error={places.at(`${path}.reason`)}
          value={row.reason}
          change={(reason) => set({ reason })}
        />
      </Cell>
      <Cell col={4}>
        <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
      </Cell>
      <Cell>
        <Languages
          error={places.within(`${path}.locales`)}
          value={row.locales}
          change={(locales) => set({ locales, expanded: [] })}
        />
      </Cell>
      <Cell>
        <Channels
          error={places.within(`${path}.channels`)}
          value={row.channels}
          change={(channels) => set({ channels })}
        />
      </Cell>
      <Cell>
        <Ticked
          label={t('presence.kit.match-case')}
          hint={t('presence.kit.match-case.hint')}
          value={row.matchCase}
          change={(matchCase) => set({ matchCase })}
        />
      </Cell>
      <Cell>
        <Ticked
          label={t('presence.kit.whole-word')}
          hint={t('presence.kit.whole-word.hint')}
          value={row.wholeWord}
          change={(wholeWord) => set({ wholeWord })}
        />
      </Cell>
      <Cell col={12}>
        <Ticked
          label={t('presence.kit.inflect')}
          hint={t('presence.kit.inflect.hint')}
          value={row.inflect}
          change={(inflect) => set({ inflect, expanded: [] })}
        />
        {row.inflect && <Forms term={row} error={places.within(`${path}.expanded`)} />}
      </Cell>
      <Cell col={12}>
        <Lines
          label={t('presence.kit.forms')}
          hint={t('presence.kit.forms.hint')}
          error={places.within(`${path}.forms`)}
          value={row.forms}
          change={(forms) => set({ forms })}
        />
      </Cell>
      <Cell col={12}>
        <Flex gap={3} wrap="wrap">
          <Button
            variant="tertiary"
            size="S"
            startIcon={<Play />}
            disabled={row.avoid.trim() === ''}
            onClick={tryOut}
          >
            {t('presence.trial.try')}
          </Button>
        </Flex>
      </Cell>
    </Cells>
  );
}

/** As many forms as a person looks through. */
const shownForms = 40;

/** What else the word is found in, as saving writes it out: nobody has to wonder. */
function Forms({ term, error }: { term: BrandTerm; error: string | undefined }) {
  const t = useWords();
  const main = useMainLanguage();
  const forms = useMemo(
    () =>
      term.expanded.length > 0 || term.avoid.trim() === ''
        ? term.expanded
        : (expandKit({ ...emptyKit(), terms: [term] }, main).terms[0]?.expanded ?? []),
    [term, main],
  );
  return (
    <Box paddingTop={3} role="status">
      {error && (
        <Typography tag="p" variant="pi" textColor="danger600">
          {error}
        </Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t(forms.length === 0 ? 'presence.kit.forms.none' : 'presence.kit.forms.made')}
      </Typography>
      <Flex tag="ul" gap={2} wrap="wrap" paddingTop={1}>
        {forms.slice(0, shownForms).map(({ form, prefer }) => (
          <Box
            tag="li"
            key={form}
            background="neutral0"
            borderColor="neutral200"
            hasRadius
            paddingLeft={2}
            paddingRight={2}
          >
            <Typography variant="pi">
              {form}
              {prefer && <Typography textColor="neutral600">{` → ${prefer}`}</Typography>}
            </Typography>
          </Box>
        ))}
        {forms.length > shownForms && (
          <Typography tag="li" variant="pi" textColor="neutral600">
            {t('presence.widget.rest', { count: forms.length - shownForms })}
          </Typography>
        )}
      </Flex>
    </Box>
  );
}
