import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { Waiver } from '../../../../../src/brand/findings/schema';
import { Ask } from '../../../../components/ask';
import { useDayText } from '../../../../components/day';
import { EntryLink } from '../../../../components/entry-link';
import { Listing, type Column } from '../../../../components/listing';
import { Pill } from '../../../../components/pill';
import { useKitApi } from '../../../../kit-api';
import { useWords } from '../../../../words';
import { SeverityPill } from '../fields/severity-pill';

const tones = { open: 'warning', holds: 'success', expired: 'neutral', unused: 'neutral' } as const;
type Deed = { readonly kind: 'approve' | 'end'; readonly waiver: Waiver };

/** Exceptions, each with what it is about, why, by whom and until when; approve those that wait, end the others. */
export function WaiverList({ waivers, changed }: { waivers: readonly Waiver[]; changed: () => void }) {
  const t = useWords();
  const api = useKitApi();
  const [deed, setDeed] = useState<Deed>();
  return (
    <>
      <Listing
        caption={t('presence.waivers.list')}
        columns={useColumns(setDeed)}
        rows={waivers}
        keyOf={({ id }) => id}
      />
      {deed && (
        <Ask
          title={t(`presence.waivers.${deed.kind}.title`)}
          confirm={t(`presence.waivers.${deed.kind}`)}
          variant={deed.kind === 'end' ? 'danger-light' : 'default'}
          close={() => setDeed(undefined)}
          act={async () => {
            await (deed.kind === 'approve' ? api.approveWaiver : api.endWaiver)(deed.waiver.id);
            changed();
          }}
        >
          <Typography>{t(`presence.waivers.${deed.kind}.text`)}</Typography>
          <Typography fontWeight="semiBold">{deed.waiver.message}</Typography>
          <Typography>
            {t('presence.waivers.said', { name: deed.waiver.by.name, reason: deed.waiver.reason })}
          </Typography>
        </Ask>
      )}
    </>
  );
}

function useColumns(ask: (deed: Deed) => void): Column<Waiver>[] {
  const t = useWords();
  const intl = useIntl();
  const dayText = useDayText();
  return [
    {
      id: 'finding',
      label: t('presence.waivers.finding'),
      cell: (waiver) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <SeverityPill severity={waiver.severity} />
          <Typography>{waiver.message}</Typography>
          {waiver.mark.quote && (
            <Typography variant="pi" textColor="neutral600">
              “{waiver.mark.quote}”
            </Typography>
          )}
          <EntryLink entry={waiver} title={t('presence.waivers.entry')} />
          {waiver.channel && (
            <Typography variant="pi" textColor="neutral600">
              {t('presence.waivers.channel', { channel: waiver.channel })}
            </Typography>
          )}
        </Flex>
      ),
    },
    {
      id: 'why',
      label: t('presence.waivers.why'),
      cell: ({ reason, by, at, approvedBy }) => (
        <Box>
          <Typography tag="p">{reason}</Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('presence.waivers.by', { name: by.name, day: intl.formatDate(at, { dateStyle: 'medium' }) })}
          </Typography>
          {approvedBy && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('presence.waivers.approved-by', { name: approvedBy.name })}
            </Typography>
          )}
        </Box>
      ),
    },
    {
      id: 'until',
      label: t('presence.waivers.until'),
      cell: ({ until }) => (until === null ? t('presence.waivers.until.open') : dayText(until)),
    },
    {
      id: 'state',
      label: t('presence.waivers.state'),
      cell: ({ state }) => <Pill tone={tones[state]}>{t(`presence.waivers.state.${state}`)}</Pill>,
    },
    {
      id: 'act',
      label: t('presence.column.actions'),
      isLabelHidden: true,
      align: 'end',
      cell: (waiver) => (
        <Flex gap={2} justifyContent="flex-end" wrap="wrap">
          {waiver.state === 'open' && (
            <Button
              size="S"
              variant="success-light"
              onClick={() => ask({ kind: 'approve', waiver })}
              aria-label={t('presence.waivers.approve.one', { message: waiver.message })}
            >
              {t('presence.waivers.approve')}
            </Button>
          )}
          {waiver.state !== 'expired' && (
            <Button
              size="S"
              variant="tertiary"
              onClick={() => ask({ kind: 'end', waiver })}
              aria-label={t('presence.waivers.end.one', { message: waiver.message })}
            >
              {t('presence.waivers.end')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
}
