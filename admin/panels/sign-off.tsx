import { useCallback, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import type { LinkView, SignOffPanel } from '../../src/governance/signoff/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { useApi } from '../api';
import { Ask } from '../components/ask';
import { Pill, type Tone } from '../components/pill';
import { Failed, Loaded } from '../components/states';
import { When } from '../components/when';
import type { Right } from '../plugin';
import { refusalOf, type Refusal } from '../refusal';
import { useLoad } from '../use-load';
import { useRights } from '../use-rights';
import { useWords } from '../words';
import { Section } from './section';
import { SignOffDialog } from './sign-off-dialog';

const tones: Readonly<Record<LinkView['state'], Tone>> = {
  queued: 'neutral',
  sent: 'primary',
  opened: 'primary',
  failed: 'danger',
  unknown: 'warning',
  approve: 'success',
  'request-changes': 'warning',
  revoked: 'neutral',
  expired: 'neutral',
  settled: 'neutral',
  withdrawn: 'neutral',
};
const open: ReadonlySet<LinkView['state']> = new Set(['queued', 'sent', 'opened', 'failed', 'unknown']);
/** Links that ended are shown up to here. */
const mostEnded = 5;

const rightsToAsk: readonly Right[] = ['review.assign', 'review.submit', 'review.approve'];

/** Whether this person may ask people without a seat; the server decides. */
export function useMayAsk(): boolean {
  const may = useRights();
  return rightsToAsk.some((right) => may(right));
}

/** The part of the side panel; nothing for who may not ask. */
export function SignOff(props: { entry: EntryKey; version: string }) {
  const t = useWords();
  if (!useMayAsk()) return null;
  return (
    <Section title={t('presence.sign-off.title')}>
      <SignOffLinks {...props} />
    </Section>
  );
}

/** Whom the entry was sent to for sign-off, and how far each came. */
export function SignOffLinks({ entry, version }: { entry: EntryKey; version: string }) {
  const t = useWords();
  const api = useApi();
  const { uid, documentId, locale } = entry;
  const [isAsking, setAsking] = useState(false);
  const load = useLoad(
    useCallback(() => {
      // Asked again after each save: what a link is about moved on.
      void version;
      return api.signOffs({ uid, documentId, locale });
    }, [api, uid, documentId, locale, version]),
    // A mail is on its way for a moment.
    ({ links }) => (links.some(({ state }) => state === 'queued') ? 3_000 : null),
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Loaded load={load} small>
        {(panel) => (
          <>
            <Links panel={panel} reload={load.reload} />
            <Button
              size="S"
              fullWidth
              variant="tertiary"
              startIcon={<Mail />}
              onClick={() => setAsking(true)}
            >
              {t('presence.sign-off.ask')}
            </Button>
            {isAsking && (
              <SignOffDialog
                entry={{ uid, documentId, locale }}
                panel={panel}
                put={load.put}
                close={() => setAsking(false)}
              />
            )}
          </>
        )}
      </Loaded>
    </Flex>
  );
}

function Links({ panel, reload }: { panel: SignOffPanel; reload: () => void }) {
  const t = useWords();
  const running = panel.links.filter(({ state }) => open.has(state));
  const ended = panel.links.filter(({ state }) => !open.has(state)).slice(0, mostEnded);
  if (running.length + ended.length === 0)
    return (
      <Typography variant="pi" textColor="neutral600" tag="p">
        {t('presence.sign-off.none')}
      </Typography>
    );
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {[...running, ...ended].map((link) => (
        <Link key={link.key} link={link} isOpen={open.has(link.state)} reload={reload} />
      ))}
    </Flex>
  );
}

function Link({ link, isOpen, reload }: { link: LinkView; isOpen: boolean; reload: () => void }) {
  const t = useWords();
  const api = useApi();
  const [isRevoking, setRevoking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async () => {
    setRefusal(undefined);
    try {
      await api.sendSignOff(link.key);
      reload();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  return (
    <Box tag="li">
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography fontWeight="semiBold" variant="pi">
          {link.name}
        </Typography>
        <Pill tone={tones[link.state]}>{t(`presence.sign-off.state.${link.state}`)}</Pill>
      </Flex>
      <When at={link.at} isSmall />
      {!link.counts && isOpen && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.sign-off.only-comments')}
        </Typography>
      )}
      {link.mailError !== '' && isOpen && (
        <Typography variant="pi" textColor="danger700" tag="p">
          {link.mailError}
        </Typography>
      )}
      {isOpen && (
        <Flex gap={2} paddingTop={1} wrap="wrap">
          {link.state !== 'queued' && (
            <Button
              size="S"
              variant="ghost"
              aria-label={t('presence.sign-off.send-to', { name: link.name })}
              onClick={() => void send()}
            >
              {t('presence.sign-off.send')}
            </Button>
          )}
          <Button
            size="S"
            variant="ghost"
            aria-label={t('presence.sign-off.revoke-of', { name: link.name })}
            onClick={() => setRevoking(true)}
          >
            {t('presence.sign-off.revoke')}
          </Button>
        </Flex>
      )}
      {refusal && <Failed refusal={refusal} small />}
      {isRevoking && (
        <Ask
          title={t('presence.sign-off.revoke-of', { name: link.name })}
          confirm={t('presence.sign-off.revoke')}
          variant="danger-light"
          close={() => setRevoking(false)}
          act={async () => {
            await api.revokeSignOff(link.key);
            reload();
          }}
        >
          <Typography tag="p">{t('presence.sign-off.revoke.hint')}</Typography>
        </Ask>
      )}
    </Box>
  );
}
