import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { Waiver } from '../../../src/brand/findings/schema';
import { useFindingsApi } from '../../brand-api';
import { refusalOf } from '../../refusal';
import { useWords } from '../../words';
import type { FindingReader } from './finding-home';
import { SmallButton } from './small-button';

/** Who let a finding stand, why and until when; and the way to agree with it or to end it. */
export function WaiverNote({
  waiver,
  reader,
  changed,
}: {
  waiver: Waiver;
  reader: FindingReader;
  changed: () => void;
}) {
  const t = useWords();
  const intl = useIntl();
  const api = useFindingsApi();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = useState(false);
  const { id, reason, by, until, approvedBy } = waiver;
  const isOwn = reader.id === by.id;
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
      changed();
    } catch (error) {
      toggleNotification({ type: 'danger', message: refusalOf(error).message });
    } finally {
      setBusy(false);
    }
  };
  const day = until && intl.formatDate(`${until}T12:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={1} width="100%">
      <Typography variant="pi" tag="p" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
        {t(approvedBy ? 'presence.find.waived.by' : 'presence.find.waived.waits', { name: by.name, reason })}
        {day && ` ${t('presence.find.waived.until', { day })}`}
      </Typography>
      {reader.mayWaive && (
        <Flex gap={2} wrap="wrap">
          {!approvedBy && !isOwn && (
            <SmallButton
              type="button"
              disabled={isBusy}
              onClick={() => void run(() => api.approveWaiver(id))}
            >
              {t('presence.find.waived.approve')}
            </SmallButton>
          )}
          <SmallButton
            type="button"
            $isPlain
            disabled={isBusy}
            onClick={() => void run(() => api.endWaiver(id))}
          >
            {t('presence.find.waived.end')}
          </SmallButton>
        </Flex>
      )}
    </Flex>
  );
}
