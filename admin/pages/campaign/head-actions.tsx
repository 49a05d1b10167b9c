import type { ReactNode } from 'react';
import { Button, Flex } from '@strapi/design-system';
import type { CampaignView } from '../../../src/publishing/schema';
import { useWords } from '../../words';
import { DuplicateCampaign } from './duplicate';
import { RecallCampaign } from './recall-campaign';

/** What can be done with a campaign as a whole, at the head of its page. */
export function HeadActions({
  campaign,
  isChanged,
  canSave,
  busy,
  stop,
  save,
  changed,
}: {
  campaign: CampaignView | null;
  /** Something was written and not saved. */
  isChanged: boolean;
  canSave: boolean;
  /** What is being done now. */
  busy: 'save' | 'schedule' | null;
  /** The button that stops publishing. */
  stop: ReactNode;
  save: () => void;
  /** Told where the campaign stands after something was done with all of it. */
  changed: (fresh: CampaignView) => void;
}) {
  const t = useWords();
  return (
    <Flex gap={2} wrap="wrap">
      {stop}
      {campaign && !isChanged && (
        <>
          <RecallCampaign campaign={campaign} done={changed} />
          <DuplicateCampaign campaign={campaign} />
        </>
      )}
      <Button variant="secondary" loading={busy === 'save'} disabled={!canSave} onClick={save}>
        {t('presence.campaign.save')}
      </Button>
    </Flex>
  );
}
