import { useMemo, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { checkCopy, isSendable } from '../../src/channels/check-copy';
import { rulesFor } from '../../src/channels/rules/own/rules-of';
import { mayDiffer } from '../../src/publishing/operations/correct';
import type { PublicationView } from '../../src/publishing/schema';
import { useOperationsApi } from '../operations-api';
import { refusalOf } from '../refusal';
import { useWords } from '../words';
import { Ask } from './ask';
import { TextBox } from './input';

type Done = (publication: PublicationView) => void;

/** Asks for the words that a post is to say from now on, and counts them as its channel does. */
export function CorrectOne({
  publication,
  close,
  done,
}: {
  publication: PublicationView;
  close: () => void;
  done: Done;
}) {
  const t = useWords();
  const api = useOperationsApi();
  const { key, kind, own, copy, channelName, correction } = publication;
  const isOpen = correction !== null && isWaiting(correction);
  const [text, setText] = useState(isOpen ? correction.text : copy.text);
  const check = useMemo(() => checkCopy(rulesFor({ kind, own }), { ...copy, text }), [kind, own, copy, text]);
  const problem = check.problems.find(({ severity, path }) => severity === 'error' && path === 'text');
  return (
    <Ask
      title={t('presence.publication.correct.title')}
      confirm={t('presence.publication.correct.send')}
      isConfirmDisabled={(text === copy.text && !mayDiffer(correction?.state ?? null)) || !isSendable(check)}
      close={close}
      act={async () => done(await api.correct(key, { text }))}
    >
      <Typography>{t(meaningOf(kind), { channel: channelName })}</Typography>
      <TextBox
        label={t('presence.publication.correct.text')}
        hint={
          check.limit === null
            ? ''
            : t('presence.publication.correct.count', { count: check.count, limit: check.limit })
        }
        error={problem?.message}
        value={text}
        change={setText}
        rows={6}
      />
    </Ask>
  );
}

/** An edit on X is a new post, and has to be in time. */
const meaningOf = (kind: PublicationView['kind']) =>
  kind === 'x' ? 'presence.publication.correct.meaning-on-x' : 'presence.publication.correct.meaning';

const isWaiting = ({ state }: NonNullable<PublicationView['correction']>): boolean =>
  state === 'held' || state === 'waiting';

/** Where a correction stands, in the words of whoever answered; one that did not go out can be called off. */
export function CorrectionLine({
  publication,
  canAct,
  done,
}: {
  publication: PublicationView;
  canAct: boolean;
  done: Done;
}) {
  const t = useWords();
  const api = useOperationsApi();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = useState(false);
  const { key, channelName, correction } = publication;
  if (!correction || correction.state === 'withdrawn') return null;
  const { state, by, message, text } = correction;
  const isOpen = isWaiting(correction);
  const withdraw = async () => {
    setBusy(true);
    try {
      done(await api.withdrawCorrection(key));
    } catch (error) {
      toggleNotification({ type: 'danger', message: refusalOf(error).message });
    }
    setBusy(false);
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography variant="pi" textColor={state === 'failed' ? 'danger700' : 'neutral700'} tag="p">
        {t(`presence.publication.correct.state.${state}`, { by, message })}
      </Typography>
      {isOpen && (
        <Typography variant="pi" tag="blockquote" style={{ whiteSpace: 'pre-line' }}>
          {t('presence.publication.correct.words', { text })}
        </Typography>
      )}
      {canAct && isOpen && (
        <Button
          size="S"
          variant="tertiary"
          loading={isBusy}
          aria-label={t('presence.publication.correct.withdraw-on', { channel: channelName })}
          onClick={() => void withdraw()}
        >
          {t('presence.publication.correct.withdraw')}
        </Button>
      )}
    </Flex>
  );
}
