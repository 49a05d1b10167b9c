import { useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { ChannelView } from '../../../src/channels/schema';
import { useApi } from '../../api';
import { Ask } from '../../components/ask';
import { Failed } from '../../components/states';
import { TextLine } from '../../components/input';
import { AskToLeave, Unsaved } from '../../components/unsaved';
import { refusalOf, type Refusal } from '../../refusal';
import { useErrorAt } from '../../use-problems';
import { useWords } from '../../words';
import { inputOf, type ChannelDraft } from './draft';
import { EmailFields } from './email-fields';
import { BlueskyFields, MastodonFields, WebhookFields, WebsiteFields } from './fields';
import { PracticeField } from './practice-field';
import { SecretField } from './secret-field';

/** Creates or changes a channel. */
export function ChannelForm({
  start,
  channel,
  close,
  saved,
}: {
  start: ChannelDraft;
  channel: ChannelView | null;
  close: () => void;
  saved: (channel: ChannelView) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [draft, setDraft] = useState(start);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isGoingReal, setGoingReal] = useState(false);
  const isChanged = draft !== start;
  const leave = () => (isChanged ? setAsking(true) : close());
  const errorAt = useErrorAt(refusal);

  const save = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const input = inputOf(draft);
      saved(channel ? await api.updateChannel(channel.key, input) : await api.createChannel(input));
      close();
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && leave()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('presence.action.close')}>
          <Modal.Title>
            {channel
              ? channel.name
              : t('presence.channels.new', { kind: t(`presence.channel.${draft.kind}`) })}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <TextLine
              label={t('presence.channels.name')}
              hint={t('presence.channels.name.hint')}
              required
              value={draft.name}
              error={errorAt('name')}
              change={(name) => setDraft({ ...draft, name })}
            />
            {draft.kind === 'website' && <WebsiteFields draft={draft} change={setDraft} errorAt={errorAt} />}
            {draft.kind === 'bluesky' && <BlueskyFields draft={draft} change={setDraft} errorAt={errorAt} />}
            {draft.kind === 'mastodon' && (
              <MastodonFields draft={draft} change={setDraft} errorAt={errorAt} />
            )}
            {draft.kind === 'webhook' && <WebhookFields draft={draft} change={setDraft} errorAt={errorAt} />}
            {draft.kind === 'email' && <EmailFields draft={draft} change={setDraft} errorAt={errorAt} />}
            <SecretField
              draft={draft}
              change={setDraft}
              hasSecret={channel?.hasSecret ?? false}
              errorAt={errorAt}
            />
            <PracticeField draft={draft} change={setDraft} />
            {isGoingReal && (
              <Ask
                title={t('presence.channels.practice.end')}
                confirm={t('presence.channels.practice.end.confirm')}
                close={() => setGoingReal(false)}
                act={save}
              >
                <Typography>{t('presence.channels.practice.end.text')}</Typography>
              </Ask>
            )}
            {refusal && <Failed refusal={refusal} small />}
            <Unsaved when={isChanged} />
            {isAsking && <AskToLeave leave={close} stay={() => setAsking(false)} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={leave}>
            {t('presence.action.cancel')}
          </Button>
          <Button
            loading={isBusy}
            onClick={() => (channel?.practice && !draft.practice ? setGoingReal(true) : void save())}
          >
            {t('presence.action.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
