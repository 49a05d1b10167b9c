import { useRef, useState } from 'react';
import { Button, Dialog, Typography } from '@strapi/design-system';
import type { CampaignView, PublicationView } from '../../../src/publishing/schema';
import { Ask } from '../../components/ask';
import { DialogBody } from '../../components/dialog-body';
import { isAnythingDone, RecallMeaning, RecallReason, RecallReceipts } from '../../components/recall';
import { useOperationsApi } from '../../operations-api';
import { useWords } from '../../words';

/** Takes a whole campaign back: says beforehand what that does on each channel, and afterwards what it did. */
export function RecallCampaign({
  campaign,
  done,
}: {
  campaign: CampaignView;
  done: (fresh: CampaignView) => void;
}) {
  const t = useWords();
  const api = useOperationsApi();
  const button = useRef<HTMLButtonElement>(null);
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [receipts, setReceipts] = useState<readonly PublicationView[]>();
  // It is there as long as something is out; the receipts are read to the end also where nothing is left.
  if (!campaign.publications.some(({ state }) => state === 'delivered') && !receipts) return null;
  const close = () => {
    setAsked(false);
    setReceipts(undefined);
    button.current?.focus();
  };
  return (
    <>
      <Button ref={button} variant="danger-light" onClick={() => setAsked(true)}>
        {t('presence.campaign.recall')}
      </Button>
      {isAsked && (
        <Ask
          title={t('presence.campaign.recall.title')}
          confirm={t('presence.campaign.recall')}
          variant="danger"
          isConfirmDisabled={!isAnythingDone(campaign.publications)}
          close={() => setAsked(false)}
          act={async () => {
            const fresh = await api.recallCampaign(campaign.key, { reason });
            setReceipts(fresh.publications.filter(({ state }) => state !== 'draft'));
            done(fresh);
          }}
        >
          <RecallMeaning rows={campaign.publications} />
          <RecallReason value={reason} change={setReason} />
        </Ask>
      )}
      {receipts && (
        <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
          <Dialog.Content>
            <Dialog.Header>{t('presence.campaign.recall.became')}</Dialog.Header>
            <DialogBody tabIndex={0}>
              <RecallReceipts rows={receipts} />
              <Typography tag="p" variant="pi" textColor="neutral600">
                {t('presence.campaign.recall.kept-here')}
              </Typography>
            </DialogBody>
            <Dialog.Footer>
              <Dialog.Cancel>
                <Button fullWidth variant="tertiary">
                  {t('presence.action.close')}
                </Button>
              </Dialog.Cancel>
            </Dialog.Footer>
          </Dialog.Content>
        </Dialog.Root>
      )}
    </>
  );
}
