import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { Copy } from '../../../src/channels/schema';
import type { TextPart } from '../../../src/governance/difference/schema';
import { wordDifference } from '../../../src/governance/difference/words';
import type { ChangedCopy } from '../../../src/publishing/campaign/derived';
import type { PublicationView } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { Failed } from '../../components/states';
import { refusalOf, type Refusal } from '../../refusal';
import { useWords } from '../../words';
import { Cells } from '../reviews/field-change';
import type { Line } from './use-campaign';

const parts = ['subject', 'preheader', 'text', 'title', 'description'] as const;

/** The entry changed since a person wrote this copy: both texts, and which of them goes out. */
export function EntryChanged({
  line: { copy, channelName },
  asked,
  canDecide,
  again,
  done,
}: {
  line: Line;
  asked: ChangedCopy;
  canDecide: boolean;
  /** The texts are others by now: they are to be looked at again. */
  again: () => void;
  done: (publication: PublicationView, how: 'keep' | 'take') => void;
}) {
  const t = useWords();
  const api = useApi();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState<'keep' | 'take'>();
  const [refusal, setRefusal] = useState<Refusal>();
  const differing = parts.filter((part) => (copy[part] ?? '') !== (asked.derived[part] ?? ''));

  const decide = async (how: 'keep' | 'take') => {
    setBusy(how);
    setRefusal(undefined);
    try {
      const fresh = await api.settleText(how, asked);
      toggleNotification({
        type: 'success',
        message: t(how === 'keep' ? 'presence.campaign.changed.kept' : 'presence.campaign.changed.taken'),
      });
      done(fresh, how);
    } catch (error) {
      const refused = refusalOf(error);
      // Somebody was faster: what stands here is not asked any more.
      if (refused.code === 'publication.text-settled') {
        toggleNotification({ type: 'warning', message: t('presence.campaign.changed.settled') });
        again();
      } else setRefusal(refused);
    }
    setBusy(undefined);
  };
  const button = (how: 'keep' | 'take', variant: 'default' | 'secondary') => {
    const action = t(`presence.campaign.changed.${how}`);
    return (
      <Button
        size="S"
        variant={variant}
        loading={busy === how}
        disabled={busy !== undefined}
        aria-label={t('presence.campaign.changed.named', { action, channel: channelName })}
        onClick={() => void decide(how)}
      >
        {action}
      </Button>
    );
  };

  return (
    <Box tag="section" role="status" padding={4} marginBottom={4} background="warning100" hasRadius>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography fontWeight="semiBold" textColor="neutral800" tag="h3">
          {t('presence.campaign.changed.title')}
        </Typography>
        <Typography variant="pi" textColor="neutral800" tag="p">
          {t('presence.campaign.changed.text')}
        </Typography>
        <Cells
          isHead
          before={<Head>{t('presence.campaign.changed.yours')}</Head>}
          after={<Head>{t('presence.campaign.changed.new')}</Head>}
        />
        {differing.map((part) => {
          const words = wordDifference(copy[part] ?? '', asked.derived[part] ?? '');
          return (
            <Cells
              key={part}
              before={<Side words={words} own="removed" />}
              after={<Side words={words} own="added" />}
            />
          );
        })}
        {hasOtherBesides(copy, asked.derived) && (
          <Typography variant="pi" textColor="neutral800" tag="p">
            {t('presence.campaign.changed.besides')}
          </Typography>
        )}
        {refusal && <Failed refusal={refusal} small />}
        {canDecide && (
          <Flex gap={2} wrap="wrap">
            {button('take', 'default')}
            {button('keep', 'secondary')}
          </Flex>
        )}
      </Flex>
    </Box>
  );
}

const Head = ({ children }: { children: string }) => (
  <Typography variant="sigma" textColor="neutral700">
    {children}
  </Typography>
);

/** One of two texts, with what only it says marked. */
const Side = ({ words, own }: { words: readonly TextPart[]; own: 'added' | 'removed' }) =>
  words
    .filter(({ change }) => change === own || change === 'same')
    .map(({ change, text }, at) => {
      if (change === 'same') return <span key={at}>{text}</span>;
      return own === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
    });

const hasOtherBesides = (one: Copy, other: Copy): boolean =>
  one.link !== other.link ||
  one.pictures.map(({ hash, alt }) => `${hash} ${alt}`).join('\n') !==
    other.pictures.map(({ hash, alt }) => `${hash} ${alt}`).join('\n');
