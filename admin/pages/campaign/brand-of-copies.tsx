import { Flex, Typography } from '@strapi/design-system';
import { SmallButton } from '../../components/findings/small-button';
import { MarkStyle } from '../../components/marks/mark-style';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useWords } from '../../words';
import { Disagreements } from './disagreements';
import type { Line } from './use-campaign';
import type { CopiesBrand } from './use-copies-brand';

/** What the brand check says of the campaign as a whole. */
export function BrandOfCopies({
  brand,
  lines,
  entry,
}: {
  brand: CopiesBrand;
  lines: readonly Line[];
  entry: EntryKey;
}) {
  const t = useWords();
  const { refusal, isChecking, again } = brand;
  return (
    <>
      <MarkStyle />
      {refusal && refusal.status !== 403 && !isChecking && (
        <Flex role="status" gap={2} wrap="wrap">
          <Typography variant="pi" textColor="neutral700">
            {t('presence.find.copies.failed', { reason: refusal.message })}
          </Typography>
          <SmallButton type="button" $isPlain onClick={again}>
            {t('presence.state.retry')}
          </SmallButton>
        </Flex>
      )}
      <Disagreements brand={brand} lines={lines} entry={entry} />
    </>
  );
}
