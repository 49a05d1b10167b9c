import { useMemo, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { Finding } from '../../../src/brand/schema';
import { quoteAt } from '../../../src/content/fix';
import type { EntryDocument } from '../../../src/content/schema';
import { FixAllDialog, type Proposed } from './fix-all-dialog';
import { SmallButton } from '../findings/small-button';
import { useWords } from '../../words';
import { withoutOverlaps } from './fixing';
import { textAt } from './text-at';
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
      fixable.map(({ finding, fix }) => ({ finding, fix, ...surroundings(values, finding.place) })),
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

/** The text on both sides of a passage, cut between words. */
function surroundings(values: EntryDocument, place: Finding['place']): Pick<Proposed, 'before' | 'after'> {
  const before = quoteAt(values, { ...place, start: 0, end: place.start }) ?? '';
  const after = (textAt(values, place) ?? '').slice(place.end);
  return {
    before: before.length > around ? `…${before.slice(-around).replace(/^\S*/, '')}` : before,
    after: after.length > around ? `${after.slice(0, around).replace(/\S*$/, '')}…` : after,
  };
}
