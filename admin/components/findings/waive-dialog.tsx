import { useCallback, useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import type { StandingFinding, WaiverPolicy } from '../../../src/brand/findings/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useFindingsApi } from '../../brand-api';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { Ask } from '../ask';
import { TextBox, TextLine } from '../input';
import { useSentence } from './use-sentence';

const dayLater = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Writes down why a finding may stand, and until when. */
export function WaiveDialog({
  line: { finding, mark },
  entry,
  channel,
  close,
  done,
}: {
  line: StandingFinding;
  entry: EntryKey;
  channel: string | null;
  close: () => void;
  done: () => void;
}) {
  const t = useWords();
  const api = useFindingsApi();
  const say = useSentence();
  const policy = useLoad(useCallback(() => api.waiverPolicy(), [api])).value;
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const longest = policy?.longestDays ?? null;
  return (
    <Ask
      title={t('presence.find.waive.title')}
      confirm={t('presence.find.waive')}
      isConfirmDisabled={reason.trim().length < 3 || (longest !== null && until === '')}
      close={close}
      act={async () => {
        const { severity, message } = finding;
        await api.waive({ ...entry, channel, mark, severity, message, reason, until: until || null });
        done();
      }}
    >
      <Box padding={3} background="neutral100" hasRadius>
        {finding.quote && (
          <Typography tag="p" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
            {t('presence.find.quote', { quote: finding.quote })}
          </Typography>
        )}
        <Typography tag="p" variant="pi">
          {say(finding)}
        </Typography>
      </Box>
      <TextBox
        label={t('presence.find.waive.reason')}
        hint={t('presence.find.waive.reason.hint')}
        required
        value={reason}
        change={setReason}
      />
      <TextLine
        type="date"
        label={t('presence.find.waive.until')}
        hint={
          longest === null
            ? t('presence.find.waive.until.hint')
            : t('presence.find.waive.until.longest', { date: dayLater(longest) })
        }
        required={longest !== null}
        value={until}
        change={setUntil}
      />
      {policy && <Consequence policy={policy} isError={finding.severity === 'error'} />}
    </Ask>
  );
}

function Consequence({ policy, isError }: { policy: WaiverPolicy; isError: boolean }) {
  const t = useWords();
  return (
    <Typography tag="p" variant="pi" textColor="neutral700">
      {t(
        isError && policy.approveErrors
          ? 'presence.find.waive.needs-approval'
          : 'presence.find.waive.at-once',
      )}
    </Typography>
  );
}
