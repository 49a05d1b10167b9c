import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle, CrossCircle, WarningCircle } from '@strapi/icons';
import type {
  PreflightItem,
  PreflightOfOne,
  PreflightSeverity,
  PreflightView,
} from '../../../src/publishing/preflight/schema';
import type { CampaignView } from '../../../src/publishing/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { Fold } from '../../components/findings/fold';
import { Pill, type Tone } from '../../components/pill';
import { Loaded } from '../../components/states';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { PreflightFix } from './preflight-fix';
import { apart } from './preflight-shared';
import { useReasonWords } from '../../components/use-reason-words';

const tones: Readonly<Record<PreflightSeverity, Tone>> = {
  red: 'danger',
  amber: 'warning',
  green: 'success',
};
const marks = { red: CrossCircle, amber: WarningCircle, green: CheckCircle } as const;
const fills = { red: 'danger600', amber: 'warning600', green: 'success600' } as const;

/** Will it go out? Asked again after everything that may have changed the answer. */
export function PreflightPanel({ campaign }: { campaign: CampaignView }) {
  const t = useWords();
  const api = useApi();
  const { key, publications } = campaign;
  const version = publications
    .map(({ key: one, state, dueAt, hold, copy }) => `${one} ${state} ${dueAt} ${hold?.key} ${copy.text}`)
    .join();
  const load = useLoad(
    // Another state, time, stop or text is another question.
    useCallback(() => api.preflight(key), [api, key, version]),
    () => 60_000,
  );
  return (
    <Card
      title={t('presence.preflight.title')}
      hint={t('presence.preflight.hint')}
      action={
        <Button
          size="S"
          variant="tertiary"
          startIcon={<ArrowClockwise />}
          loading={load.isLoading && load.value !== undefined}
          onClick={load.reload}
        >
          {t('presence.preflight.again')}
        </Button>
      }
    >
      <Loaded load={load} small>
        {(view) => <Found view={view} campaign={campaign} />}
      </Loaded>
    </Card>
  );
}

function Found({ view, campaign }: { view: PreflightView; campaign: CampaignView }) {
  const t = useWords();
  const intl = useIntl();
  if (view.publications.length === 0)
    return <Typography textColor="neutral600">{t('presence.preflight.nothing')}</Typography>;
  const { shared, own } = apart(view.publications);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} role="status">
        <Pill tone={tones[view.verdict]}>{t(`presence.preflight.${view.verdict}`)}</Pill>
      </Flex>
      {shared.length > 0 && (
        <Box>
          <Typography tag="h3" fontWeight="semiBold" paddingBottom={2}>
            {t('presence.preflight.everywhere')}
          </Typography>
          <Items items={shared} entry={campaign.entry} channel="" />
        </Box>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {own.map((one) => (
          <OneChannel
            key={one.publication}
            one={one}
            entry={campaign.entry}
            channel={campaign.publications.find(({ key }) => key === one.publication)?.channel ?? ''}
          />
        ))}
      </Flex>
      {view.costs.map(({ channel, month, channelName, posts, sum, cap, currency }) => (
        <Typography key={`${channel} ${month}`} tag="p" variant="pi" textColor="neutral700">
          {t(cap === null ? 'presence.preflight.cost' : 'presence.preflight.cost-of', {
            channel: channelName,
            month: intl.formatDate(`${month}T12:00:00Z`, { month: 'long', year: 'numeric' }),
            posts,
            sum: intl.formatNumber(sum / 100, { style: 'currency', currency }),
            cap: intl.formatNumber((cap ?? 0) / 100, { style: 'currency', currency }),
          })}
        </Typography>
      ))}
    </Flex>
  );
}

function OneChannel({ one, entry, channel }: { one: PreflightOfOne; entry: EntryKey; channel: string }) {
  const t = useWords();
  const open = one.items.filter(({ severity }) => severity !== 'green');
  const fine = one.items.filter(({ severity }) => severity === 'green');
  return (
    <Box tag="li" paddingTop={3} borderColor="neutral150" borderWidth="1px 0 0 0" borderStyle="solid">
      <Flex gap={3} wrap="wrap" paddingBottom={2}>
        <Typography fontWeight="semiBold" tag="h3">
          {one.channelName}
        </Typography>
        <Pill tone={tones[one.verdict]}>{t(`presence.preflight.one.${one.verdict}`)}</Pill>
      </Flex>
      {open.length > 0 && <Items items={open} entry={entry} channel={channel} />}
      {fine.length > 0 && (
        <Fold title={t('presence.preflight.fine', { count: fine.length })}>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
            {fine.map((item) => (
              <Item key={item.code} item={item} />
            ))}
          </Flex>
        </Fold>
      )}
    </Box>
  );
}

/** What is wrong, each with what mends it. */
function Items({
  items,
  entry,
  channel,
}: {
  items: readonly PreflightItem[];
  entry: EntryKey;
  channel: string;
}) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingBottom={2}>
      {items.map((item) => (
        <Item key={`${item.code} ${item.message}`} item={item}>
          {item.fix && <PreflightFix fix={item.fix} entry={entry} channel={channel} />}
        </Item>
      ))}
    </Flex>
  );
}

function Item({ item, children }: { item: PreflightItem; children?: React.ReactNode }) {
  const t = useWords();
  const { sentence } = useReasonWords();
  const { severity } = item;
  const Mark = marks[severity];
  return (
    <Flex tag="li" gap={2} alignItems="flex-start">
      <Flex flex="none" paddingTop="2px">
        <Mark role="img" aria-label={t(`presence.preflight.mark.${severity}`)} fill={fills[severity]} />
      </Flex>
      <Box minWidth={0}>
        <Typography tag="p" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {sentence(item)}
        </Typography>
        {children}
      </Box>
    </Flex>
  );
}
