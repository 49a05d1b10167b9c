import { useEffect, useRef, useState } from 'react';
import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Trash, WarningCircle } from '@strapi/icons';
import type { AccessEnd } from '../../../src/channels/connect/access';
import type { HealthItem } from '../../../src/channels/health/health';
import type { ChannelState, ChannelView, TestReport } from '../../../src/channels/schema';
import { useApi } from '../../api';
import { Ask } from '../../components/ask';
import { TextLine } from '../../components/input';
import { Pill, type Tone } from '../../components/pill';
import { ChannelName, useKindWords } from '../../components/publication-state';
import { Failed } from '../../components/states';
import { When } from '../../components/when';
import { isConnectable } from '../../../src/channels/connect/kinds';
import { refusalOf, type Refusal } from '../../refusal';
import { useWords } from '../../words';

import { useConnectedWords } from './connect-field';
import { ChannelHealth } from './health';
import { leadsTo } from './leads-to';
import { PlaceField } from './place/place-field';

const colours: Readonly<Record<ChannelState, Tone>> = {
  untested: 'neutral',
  ready: 'success',
  reauthorise: 'danger',
  blocked: 'danger',
};

/** One account: does it work, and if not, what to do. */
export function ChannelCard({
  channel,
  health,
  isWanted = false,
  edit,
  changed,
  removed,
}: {
  channel: ChannelView;
  /** Left out while it is not known. */
  health?: readonly HealthItem[] | undefined;
  /** A link led here: the card comes into view. */
  isWanted?: boolean;
  edit: () => void;
  changed: (channel: ChannelView) => void;
  /** With what became of its access at the network. */
  removed: (access: AccessEnd) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [report, setReport] = useState<TestReport>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [sendTo, setSendTo] = useState('');
  const kindWords = useKindWords();
  const connected = useConnectedWords()(channel);
  const isBroken = channel.state === 'reauthorise' || channel.state === 'blocked';

  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isWanted) card.current?.focus();
  }, [isWanted]);

  const test = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const tested = await api.testChannel(channel.key, sendTo.trim());
      setReport(tested.report);
      changed(tested.channel);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };

  return (
    <Flex
      tag="article"
      ref={card}
      tabIndex={-1}
      direction="column"
      alignItems="stretch"
      gap={4}
      padding={5}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      height="100%"
      aria-label={channel.name}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3}>
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <ChannelName
            kind={channel.kind}
            name={channel.name}
            own={channel.kind === 'own' ? channel.own : null}
          />
          <Typography variant="pi" textColor="neutral600">
            {[kindWords(channel), leadsTo(channel)].filter(Boolean).join(' · ')}
          </Typography>
          {connected && (
            <Typography variant="pi" textColor="neutral600">
              {connected}
            </Typography>
          )}
        </Flex>
        <Flex gap={2} wrap="wrap" justifyContent="flex-end">
          {channel.practice && <Pill tone="alternative">{t('presence.practice.mark')}</Pill>}
          <Pill tone={colours[channel.state]}>{t(`presence.channels.state.${channel.state}`)}</Pill>
        </Flex>
      </Flex>

      {isBroken && (
        <Flex gap={3} padding={3} background="danger100" hasRadius alignItems="flex-start" role="alert">
          <Box flex="none" paddingTop="2px">
            <WarningCircle aria-hidden fill="danger600" />
          </Box>
          <Flex direction="column" alignItems="flex-start" gap={2}>
            <Typography textColor="danger700">{channel.stateReason}</Typography>
            <Typography variant="pi" textColor="neutral800">
              {t(
                channel.state === 'reauthorise' && isConnectable(channel.kind)
                  ? 'presence.connect.todo'
                  : `presence.channels.state.${channel.state}.todo`,
              )}
            </Typography>
          </Flex>
        </Flex>
      )}
      {health && <ChannelHealth kind={channel.kind} channel={channel.key} items={health} />}
      <PlaceField
        channel={channel}
        picked={(tested) => {
          setReport(tested.report);
          changed(tested.channel);
        }}
      />
      {channel.kind === 'email' && (
        <TextLine
          type="email"
          label={t('presence.channels.test.to')}
          hint={t('presence.channels.test.to.hint')}
          value={sendTo}
          change={setSendTo}
        />
      )}
      {report && <Report report={report} />}
      {refusal && <Failed refusal={refusal} small />}

      <Flex justifyContent="space-between" gap={3} marginTop="auto" wrap="wrap">
        <Typography variant="pi" textColor="neutral600">
          {channel.testedAt === null ? (
            t('presence.channels.never-tested')
          ) : (
            <>
              {t('presence.channels.tested')} <When at={channel.testedAt} isSmall />
            </>
          )}
        </Typography>
        <Flex gap={2}>
          <Button
            size="S"
            variant={channel.state === 'untested' ? 'default' : 'secondary'}
            loading={isBusy}
            onClick={() => void test()}
          >
            {t('presence.channels.test')}
          </Button>
          <IconButton size="S" label={t('presence.channels.edit', { name: channel.name })} onClick={edit}>
            <Pencil />
          </IconButton>
          <IconButton
            size="S"
            label={t('presence.channels.delete', { name: channel.name })}
            onClick={() => setRemoving(true)}
          >
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
      {isRemoving && (
        <Ask
          title={t('presence.channels.delete', { name: channel.name })}
          confirm={t('presence.action.delete')}
          variant="danger"
          close={() => setRemoving(false)}
          act={async () => {
            removed((await api.removeChannel(channel.key)).access);
          }}
        >
          <Typography>{t('presence.channels.delete.text')}</Typography>
        </Ask>
      )}
    </Flex>
  );
}

/** What a test found, word by word. */
function Report({ report }: { report: TestReport }) {
  const isGood = report.state === 'ready';
  return (
    <Box padding={3} background={isGood ? 'success100' : 'warning100'} hasRadius role="status">
      <Typography textColor={isGood ? 'success700' : 'neutral800'} tag="p" fontWeight="semiBold">
        {report.message}
      </Typography>
      {report.found.length > 0 && (
        <Box tag="dl" paddingTop={2}>
          {report.found.map(({ label, value }) => (
            <Flex key={label} gap={2} alignItems="baseline">
              <Typography tag="dt" variant="pi" textColor="neutral700" style={{ minWidth: '11rem' }}>
                {label}
              </Typography>
              <Typography tag="dd" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
                {value}
              </Typography>
            </Flex>
          ))}
        </Box>
      )}
    </Box>
  );
}
