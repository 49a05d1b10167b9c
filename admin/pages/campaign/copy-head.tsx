import { memo, useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Pill } from '../../components/pill';
import { PublicationStateBadge } from '../../components/publication-state';
import type { PublicationState } from '../../../src/publishing/schema';
import { useWords } from '../../words';
import { ScoreMark } from './score-mark';
import type { CopyBrand } from './use-copies-brand';

/** How a copy stands, and the way back to what the entry says. */
export const CopyHead = memo(function CopyHead({
  isPractice,
  state,
  brand,
  canReset,
  reset,
}: {
  isPractice: boolean;
  state: PublicationState | undefined;
  brand: CopyBrand | undefined;
  canReset: boolean;
  reset: () => Promise<void>;
}) {
  const t = useWords();
  const [isBusy, setBusy] = useState(false);
  return (
    <Flex gap={3} wrap="wrap">
      {isPractice && <Pill tone="alternative">{t('presence.practice.mark')}</Pill>}
      <ScoreMark brand={brand} />
      {state && <PublicationStateBadge state={state} />}
      {canReset && (
        <Button
          size="S"
          variant="tertiary"
          loading={isBusy}
          onClick={() => {
            setBusy(true);
            void reset().finally(() => setBusy(false));
          }}
        >
          {t('presence.campaign.reset')}
        </Button>
      )}
    </Flex>
  );
});
