import { useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { isConnectable } from '../../../src/channels/connect/kinds';
import type { ChannelView } from '../../../src/channels/schema';
import { useApi } from '../../api';
import { Ask } from '../../components/ask';
import { FormFailed } from '../../components/states';
import { TextLine } from '../../components/input';
import { useKindWords } from '../../components/publication-state';
import { AskToLeave, Unsaved } from '../../components/unsaved';
import { refusalOf, type Refusal } from '../../refusal';
import { useErrorAt } from '../../use-problems';
import { useWords } from '../../words';
import { ConnectField } from './connect-field';
import { inputOf, type ChannelDraft } from './draft';
import { EmailFields } from './email-fields';
import { BlueskyFields, MastodonFields, TelegramFields, WebhookFields } from './fields';
import { GoogleFields } from './google-fields';
import { LinkedinFields } from './linkedin-fields';
import { FacebookFields, InstagramFields, ThreadsFields } from './meta-fields';
import { OwnFields } from './own-fields';
import { PinterestFields } from './pinterest-fields';
import { PracticeField } from './practice-field';
import { PriceFields } from './price-fields';
import { SecretField } from './secret-field';
import { TemplateSection } from './template/section';
import { WebsiteFields } from './website-fields';

/** Creates or changes a channel. */
export function ChannelForm({
  start,
  channel,
  close,
  saved,
  go = (address) => window.location.assign(address),
}: {
  start: ChannelDraft;
  channel: ChannelView | null;
  close: () => void;
  /** It is stored; `connect`: and the way to the network begins. */
  saved: (channel: ChannelView, then: 'save' | 'connect') => void;
  /** Leaves the admin panel for the network. */
  go?: (address: string) => void;
}) {
  const t = useWords();
  const kindWords = useKindWords();
  const api = useApi();
  const [draft, setDraft] = useState(start);
  /** As it is stored, or as it began. */
  const [held, setHeld] = useState(start);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState<'save' | 'connect'>();
  const [kept, setKept] = useState(channel);
  const [isAsking, setAsking] = useState(false);
  const [isGoingReal, setGoingReal] = useState(false);
  const isChanged = draft !== held;
  const leave = () => (isChanged ? setAsking(true) : close());
  const errorAt = useErrorAt(refusal);

  const stored = (): Promise<ChannelView> => {
    const input = inputOf(draft);
    return kept ? api.updateChannel(kept.key, input) : api.createChannel(input);
  };

  const run = async (what: 'save' | 'connect', work: () => Promise<void>) => {
    setBusy(what);
    setRefusal(undefined);
    try {
      await work();
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(undefined);
    }
  };
  const save = () =>
    run('save', async () => {
      saved(await stored(), 'save');
      close();
    });
  /** Saves first: the network is asked for what stands in the form. */
  const connect = () =>
    run('connect', async () => {
      const view = await stored();
      setKept(view);
      setHeld(draft);
      saved(view, 'connect');
      go((await api.beginConnect(view.key)).address);
    });

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && leave()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('presence.action.close')}>
          <Modal.Title>
            {channel ? channel.name : t('presence.channels.new', { kind: kindWords(draft) })}
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
            {draft.kind === 'instagram' && (
              <InstagramFields draft={draft} change={setDraft} errorAt={errorAt} />
            )}
            {draft.kind === 'threads' && <ThreadsFields draft={draft} change={setDraft} errorAt={errorAt} />}
            {draft.kind === 'linkedin' && (
              <LinkedinFields draft={draft} change={setDraft} errorAt={errorAt} />
            )}
            {draft.kind === 'google-business' && (
              <GoogleFields draft={draft} change={setDraft} errorAt={errorAt} />
            )}
            {draft.kind === 'pinterest' && (
              <PinterestFields draft={draft} change={setDraft} errorAt={errorAt} />
            )}
            {draft.kind === 'facebook' && (
              <FacebookFields draft={draft} change={setDraft} errorAt={errorAt} />
            )}
            {draft.kind === 'telegram' && (
              <TelegramFields draft={draft} change={setDraft} errorAt={errorAt} />
            )}
            {draft.kind === 'webhook' && <WebhookFields draft={draft} change={setDraft} errorAt={errorAt} />}
            {draft.kind === 'email' && <EmailFields draft={draft} change={setDraft} errorAt={errorAt} />}
            {draft.kind === 'own' && <OwnFields draft={draft} change={setDraft} errorAt={errorAt} />}
            {isConnectable(draft.kind) && !draft.practice && (
              <ConnectField
                channel={channel}
                draft={draft}
                kind={kindWords(draft)}
                isBusy={isBusy === 'connect'}
                connect={() => void connect()}
              />
            )}
            <SecretField
              draft={draft}
              change={setDraft}
              hasSecret={channel?.hasSecret ?? false}
              errorAt={errorAt}
            />
            <PriceFields draft={draft} change={setDraft} errorAt={errorAt} />
            <TemplateSection draft={draft} change={setDraft} errorAt={errorAt} />
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
            {refusal && <FormFailed refusal={refusal} />}
            <Unsaved when={isChanged && isBusy !== 'connect'} />
            {isAsking && <AskToLeave leave={close} stay={() => setAsking(false)} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={leave}>
            {t('presence.action.cancel')}
          </Button>
          <Button
            loading={isBusy === 'save'}
            onClick={() => (channel?.practice && !draft.practice ? setGoingReal(true) : void save())}
          >
            {t('presence.action.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
