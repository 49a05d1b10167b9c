import { Box, Button, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import type { BrandPattern } from '../../../../../src/brand/schema';
import { TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import type { Places } from '../../workflows/places';
import { Lines } from '../fields/lines';
import { Channels, Languages } from '../fields/several';
import { Cell, Cells, Ticked } from '../fields/switched';
import { PatternTest } from './pattern-test';

/** One pattern: what it finds, what it says and writes, its examples, and what it does with them now. */
export function PatternForm({
  row,
  set,
  path,
  places,
  tryOut,
}: {
  row: BrandPattern;
  set: (part: Partial<BrandPattern>) => void;
  path: string;
  places: Places;
  tryOut: () => void;
}) {
  const t = useWords();
  const setExamples = (part: Partial<BrandPattern['examples']>) =>
    set({ examples: { ...row.examples, ...part } });
  return (
    <Cells>
      <Cell col={8}>
        <TextLine
          label={t('presence.kit.pattern')}
          hint={t('presence.kit.pattern.hint')}
          error={places.at(`${path}.pattern`)}
          value={row.pattern}
          change={(pattern) => set({ pattern, speed: 'unchecked' })}
        />
      </Cell>
      <Cell col={4}>
        <TextLine
          label={t('presence.kit.key')}
          hint={t('presence.kit.key.rule', { id: `pattern/${row.key}` })}
          error={places.at(`${path}.key`)}
          value={row.key}
          change={(key) => set({ key })}
        />
      </Cell>
      <Cell>
        <TextLine
          label={t('presence.kit.message')}
          hint={t('presence.kit.message.hint')}
          error={places.at(`${path}.message`)}
          value={row.message}
          change={(message) => set({ message })}
        />
      </Cell>
      <Cell>
        <TextLine
          label={t('presence.kit.replacement')}
          hint={t('presence.kit.replacement.hint')}
          error={places.at(`${path}.replacement`)}
          value={row.replacement ?? ''}
          change={(replacement) => set({ replacement: replacement || null })}
        />
      </Cell>
      <Cell col={4}>
        <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
      </Cell>
      <Cell col={4}>
        <Languages
          error={places.within(`${path}.locales`)}
          value={row.locales}
          change={(locales) => set({ locales })}
        />
      </Cell>
      <Cell col={4}>
        <Channels
          error={places.within(`${path}.channels`)}
          value={row.channels}
          change={(channels) => set({ channels })}
        />
      </Cell>
      <Cell>
        <Ticked
          label={t('presence.kit.ignore-case')}
          value={row.ignoreCase}
          change={(ignoreCase) => set({ ignoreCase, speed: 'unchecked' })}
        />
      </Cell>
      <Cell>
        <Ticked
          label={t('presence.kit.enabled')}
          hint={t('presence.kit.enabled.hint')}
          value={row.enabled}
          change={(enabled) => set({ enabled })}
        />
      </Cell>
      <Cell>
        <Lines
          label={t('presence.kit.examples.fail')}
          hint={t('presence.kit.lines.hint')}
          error={places.within(`${path}.examples.fail`)}
          value={row.examples.fail}
          change={(fail) => setExamples({ fail })}
        />
      </Cell>
      <Cell>
        <Lines
          label={t('presence.kit.examples.pass')}
          hint={t('presence.kit.lines.hint')}
          error={places.within(`${path}.examples.pass`)}
          value={row.examples.pass}
          change={(pass) => setExamples({ pass })}
        />
      </Cell>
      <Cell col={12}>
        <Box tag="section" aria-label={t('presence.kit.pattern.test')}>
          <PatternTest row={row} />
          {row.speed === 'slow' && (
            <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
              {t('presence.kit.pattern.slow.hint')}
            </Typography>
          )}
          <Box paddingTop={3}>
            <Button
              variant="tertiary"
              size="S"
              startIcon={<Play />}
              disabled={row.pattern === ''}
              onClick={tryOut}
            >
              {t('presence.trial.try')}
            </Button>
          </Box>
        </Box>
      </Cell>
    </Cells>
  );
}
