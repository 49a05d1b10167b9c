import { useMemo, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { Finding } from '../../../src/brand/schema';
import { quoteAt } from '../../../src/content/fix';
import type { EntryDocument } from '../../../src/content/schema';
import { FixAllDialog, type Proposed } from './fix-all-dialog';
import { SmallButton } from '../findings/small-button';
import { useWords } from '../../words';
import { withoutOverlaps } from './fixing';
import type { useFixing } from './use-fixing';

/** So much of the text around a passage is shown in the preview. */
const around = 40;

/** All fixes at once, with a preview; and the way back for what was fixed last. */
export function FixAll({
  findings,
  values,
  canFix,
  fixing: { make, undo, made, refused },
}: {
  findings: readonly Finding[];
  values: EntryDocument;
  canFix: (finding: Finding) => boolean;
  fixing: ReturnType<typeof useFixing>;
}) {
  const t = useWords();
  const [proposed, setProposed] = useState<readonly Proposed[] | null>(null);
  const fixable = useMemo(
    () =>
      withoutOverlaps(
        findings.flatMap((finding) =>
          finding.fix && canFix(finding) ? [{ finding, fix: finding.fix }] : [],
        ),
      ),
    [findings, canFix],
  );
  const preview = () =>
    setProposed(
      fixable.map(({ finding, fix }) => {
        const { place } = finding;
        const before = textAt(values, {
          ...place,
          start: Math.max(0, place.start - around),
          end: place.start,
        });
        return { finding, fix, before, after: textAfter(values, place) };
      }),
    );

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {fixable.length > 1 && (
        <Button size="S" variant="secondary" onClick={preview}>
          {t('presence.find.fix-all', { count: fixable.length })}
        </Button>
      )}
      <Flex role="status" gap={2} wrap="wrap">
        {undo && (
          <>
            <Typography variant="pi" textColor="neutral700">
              {t('presence.find.fixed', { count: made })}
            </Typography>
            <SmallButton type="button" $isPlain onClick={undo}>
              {t('presence.find.undo')}
            </SmallButton>
          </>
        )}
        {refused && (
          <Typography variant="pi" textColor="neutral700">
            {t('presence.find.fix.gone')}
          </Typography>
        )}
      </Flex>
      {proposed && <FixAllDialog proposed={proposed} make={make} close={() => setProposed(null)} />}
    </Flex>
  );
}

const textAt = (values: EntryDocument, place: Finding['place']): string => quoteAt(values, place) ?? '';

/** What follows a passage; less of it where the text ends sooner. */
function textAfter(values: EntryDocument, place: Finding['place']): string {
  for (let length = around; length > 0; length -= 1) {
    const text = quoteAt(values, { ...place, start: place.end, end: place.end + length });
    if (text !== null) return text;
  }
  return '';
}
