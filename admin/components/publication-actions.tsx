import { useState } from 'react';
import { Button, Flex, IconButton, Menu, Typography } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { AnswerInput, PublicationAction, PublicationView } from '../../src/publishing/schema';
import type { When } from '../../src/publishing/time/when';
import { useApi } from '../api';
import { refusalOf, type Refusal } from '../refusal';
import { useWords } from '../words';
import { Ask } from './ask';
import { CorrectOne } from './correct';
import { TextLine } from './input';
import { RecallOne } from './recall';
import { isTimeQuestion, localTimeOf, TimeChoice } from './time-choice';
import { ownZone } from './zone-field';

type Done = (publication: PublicationView) => void;

/** What a person may do with a publication now, each with what it means before it is done. */
export function PublicationActions({ publication, done }: { publication: PublicationView; done: Done }) {
  const t = useWords();
  const api = useApi();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState<PublicationAction>();
  const [isBusy, setBusy] = useState(false);
  const close = () => setOpen(undefined);

  const retry = async () => {
    setBusy(true);
    try {
      done(await api.retry(publication.key));
    } catch (error) {
      toggleNotification({ type: 'danger', message: refusalOf(error).message });
    }
    setBusy(false);
  };

  const { actions } = publication;
  if (actions.length === 0) return null;
  const rest = actions.filter((action) => action !== 'answer' && action !== 'retry');
  return (
    <Flex
      gap={2}
      justifyContent={{ initial: 'flex-start', medium: 'flex-end' }}
      style={{ whiteSpace: 'nowrap' }}
    >
      {actions.includes('answer') && (
        <Button size="S" onClick={() => setOpen('answer')}>
          {t('presence.publication.action.answer')}
        </Button>
      )}
      {actions.includes('retry') && (
        <Button size="S" variant="tertiary" loading={isBusy} onClick={() => void retry()}>
          {t('presence.publication.action.retry')}
        </Button>
      )}
      {rest.length > 0 && (
        <Menu.Root>
          <Menu.Trigger
            tag={IconButton}
            icon={<More />}
            variant="tertiary"
            size="S"
            endIcon={null}
            label={t('presence.publication.more', { channel: publication.channelName })}
          />
          <Menu.Content popoverPlacement="bottom-end">
            {rest.map((action) => (
              <Menu.Item
                key={action}
                variant={action === 'cancel' || action === 'recall' ? 'danger' : 'default'}
                onSelect={() => setOpen(action)}
              >
                {t(`presence.publication.action.${action}`)}
              </Menu.Item>
            ))}
          </Menu.Content>
        </Menu.Root>
      )}
      {open === 'cancel' && (
        <Ask
          title={t('presence.publication.cancel.title')}
          confirm={t('presence.publication.action.cancel')}
          variant="danger-light"
          close={close}
          act={async () => done(await api.cancel(publication.key))}
        >
          <Typography>
            {t('presence.publication.cancel.text', {
              entry: publication.entryTitle,
              channel: publication.channelName,
            })}
          </Typography>
        </Ask>
      )}
      {open === 'correct' && <CorrectOne publication={publication} close={close} done={done} />}
      {open === 'recall' && <RecallOne publication={publication} close={close} done={done} />}
      {open === 'reschedule' && <Reschedule publication={publication} close={close} done={done} />}
      {open === 'answer' && <Answer publication={publication} close={close} done={done} />}
    </Flex>
  );
}

interface Part {
  readonly publication: PublicationView;
  readonly close: () => void;
  readonly done: Done;
}

function Reschedule({ publication, close, done }: Part) {
  const t = useWords();
  const api = useApi();
  const zone = publication.zone || ownZone();
  const at = Math.max(publication.dueAt ?? 0, Date.now() + 3_600_000);
  const [when, setWhen] = useState<When>(
    publication.afterMinutes === null
      ? { kind: 'at', local: localTimeOf(at, zone), zone }
      : { kind: 'after', minutes: publication.afterMinutes },
  );
  const [question, setQuestion] = useState<Refusal>();

  return (
    <Ask
      title={t('presence.publication.reschedule.title')}
      confirm={t('presence.publication.action.reschedule')}
      close={close}
      act={async () => {
        try {
          done(await api.reschedule(publication.key, when));
        } catch (error) {
          const refusal = refusalOf(error);
          setQuestion(isTimeQuestion(refusal) ? refusal : undefined);
          throw error;
        }
      }}
    >
      <TimeChoice value={when} change={setWhen} refusal={question} isSite={publication.kind === 'website'} />
    </Ask>
  );
}

function Answer({ publication, close, done }: Part) {
  const t = useWords();
  const api = useApi();
  const isUnknown = publication.state === 'unknown';
  const [answer, setAnswer] = useState<AnswerInput['answer']>();
  const [url, setUrl] = useState('');
  const answers = isUnknown ? (['there', 'send'] as const) : (['send', 'skip'] as const);
  return (
    <Ask
      title={t(isUnknown ? 'presence.publication.answer.unknown' : 'presence.publication.answer.asking')}
      confirm={t('presence.publication.action.answer')}
      isConfirmDisabled={!answer}
      close={close}
      act={async () =>
        answer &&
        done(await api.answer(publication.key, answer === 'there' && url ? { answer, url } : { answer }))
      }
    >
      {publication.problem && <Typography>{publication.problem.message}</Typography>}
      <Flex
        direction="column"
        gap={2}
        alignItems="stretch"
        role="radiogroup"
        aria-label={t('presence.publication.answer.label')}
      >
        {answers.map((each) => (
          <Button
            key={each}
            role="radio"
            aria-checked={answer === each}
            variant={answer === each ? 'default' : 'tertiary'}
            onClick={() => setAnswer(each)}
          >
            {t(
              isUnknown && each === 'send'
                ? 'presence.publication.answer.not-there'
                : `presence.publication.answer.${each}`,
            )}
          </Button>
        ))}
      </Flex>
      {answer === 'there' && (
        <TextLine type="url" label={t('presence.publication.answer.url')} value={url} change={setUrl} />
      )}
    </Ask>
  );
}
