import { useCallback, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { EntryLife, ExpiryAct, LifeView } from '../../src/governance/lifecycle/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { useLifeApi } from '../life-api';
import { Ask } from '../components/ask';
import { useDayText } from '../components/day';
import { Choice, TextLine } from '../components/input';
import { Failed, Loaded } from '../components/states';
import { refusalOf, type Refusal } from '../refusal';
import { useContentRights } from '../use-rights';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { Section } from './section';

const acts = ['ask', 'unpublish', 'archive'] as const;

/** When a published entry is looked at again and when it ends, with the way to say that it is still right. */
export function ContentLife({ entry, version }: { entry: EntryKey; version: string }) {
  const t = useWords();
  const api = useLifeApi();
  const { uid, documentId, locale } = entry;
  const load = useLoad(
    useCallback(() => {
      // Asked anew after each save: publishing begins a new interval.
      void version;
      return api.entry({ uid, documentId, locale });
    }, [api, uid, documentId, locale, version]),
  );
  if (load.value && (!load.value.isFollowed || !load.value.life)) return null;
  return (
    <Section title={t('presence.life.panel')}>
      <Loaded load={load} small>
        {({ life, today, canEnd }) =>
          life && (
            <Life
              life={life}
              today={today}
              canEnd={canEnd}
              changed={(next) => load.put({ isFollowed: true, canEnd, today, life: next })}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

function Life({
  life,
  today,
  canEnd,
  changed,
}: Pick<EntryLife, 'today' | 'canEnd'> & { life: LifeView; changed: (life: LifeView) => void }) {
  const t = useWords();
  const api = useLifeApi();
  const may = useContentRights();
  const dayText = useDayText();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { uid, documentId, locale, reviewOn, because, expireOn, then, archivedAt } = life;
  const isDue = [reviewOn, expireOn].some((day) => day !== null && day <= today);

  const confirm = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const [next] = await api.stillRight([{ uid, documentId, locale }]);
      if (next) changed(next);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };

  if (archivedAt !== null)
    return (
      <Typography variant="pi" tag="p">
        {t('presence.life.panel.archived', { day: dayText(new Date(archivedAt).toISOString().slice(0, 10)) })}
      </Typography>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" tag="p" textColor="neutral800" fontWeight={isDue ? 'bold' : 'regular'}>
        {reviewOn === null
          ? t('presence.life.panel.none')
          : t(reviewOn <= today ? 'presence.life.panel.overdue' : 'presence.life.panel.on', {
              day: dayText(reviewOn),
            })}
      </Typography>
      {because && reviewOn !== null && (
        <Typography variant="pi" tag="p" textColor="neutral600">
          {t(`presence.life.because.${because}`)}
        </Typography>
      )}
      {expireOn !== null && then && (
        <Typography variant="pi" tag="p" textColor="neutral800">
          {t('presence.life.panel.ends', { day: dayText(expireOn), then: t(`presence.life.then.${then}`) })}
        </Typography>
      )}
      {may('update', uid) && (
        <Flex gap={2} wrap="wrap">
          <Button
            size="S"
            variant={isDue ? 'secondary' : 'tertiary'}
            loading={isBusy}
            onClick={() => void confirm()}
          >
            {t('presence.life.still-right')}
          </Button>
          <Button size="S" variant="ghost" onClick={() => setAsking(true)}>
            {t('presence.life.panel.change')}
          </Button>
        </Flex>
      )}
      {refusal && <Failed refusal={refusal} small />}
      {isAsking && <Dates life={life} canEnd={canEnd} close={() => setAsking(false)} changed={changed} />}
    </Flex>
  );
}

/** Dates of this entry alone. */
function Dates({
  life,
  canEnd,
  close,
  changed,
}: {
  life: LifeView;
  canEnd: boolean;
  close: () => void;
  changed: (life: LifeView) => void;
}) {
  const t = useWords();
  const api = useLifeApi();
  const [reviewOn, setReviewOn] = useState(life.own.reviewOn ?? '');
  const [expireOn, setExpireOn] = useState(life.own.expireOn ?? '');
  const [then, setThen] = useState<ExpiryAct>(life.then && canEnd ? life.then : 'ask');
  const { uid, documentId, locale } = life;
  return (
    <Ask
      title={t('presence.life.panel.title')}
      confirm={t('presence.action.save')}
      close={close}
      act={async () =>
        changed(
          await api.setDates({
            entry: { uid, documentId, locale },
            reviewOn: reviewOn || null,
            expiry: expireOn ? { on: expireOn, then } : null,
          }),
        )
      }
    >
      <Typography>{t('presence.life.panel.text')}</Typography>
      <TextLine type="date" label={t('presence.life.panel.review')} value={reviewOn} change={setReviewOn} />
      <TextLine type="date" label={t('presence.life.panel.end')} value={expireOn} change={setExpireOn} />
      {expireOn !== '' && (
        <Choice
          label={t('presence.life.settings.then')}
          value={then}
          options={acts
            .filter((act) => canEnd || act === 'ask')
            .map((act) => ({ value: act, label: t(`presence.life.settings.then.${act}`) }))}
          change={setThen}
        />
      )}
    </Ask>
  );
}
