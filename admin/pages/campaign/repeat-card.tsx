import { useCallback, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { CampaignView } from '../../../src/publishing/schema';
import type { RepeatRule, RepeatView } from '../../../src/publishing/repeat/schema';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { weekdayOf } from '../../components/day';
import { Choice } from '../../components/input';
import { Failed, Loaded } from '../../components/states';
import { localTimeOf } from '../../components/time-choice';
import { When } from '../../components/when';
import { refusalOf, type Refusal } from '../../refusal';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { RepeatFields } from './repeat-fields';

const aYear = 365 * 86_400_000;
const kinds = ['none', 'recurring', 'evergreen'] as const;

/** What a repeat starts out as: every week at the time of the first run, or a month after it. */
export function blankRepeat(kind: 'recurring' | 'evergreen', dueAt: number, zone: string): RepeatRule {
  const [from = '', time = ''] = localTimeOf(dueAt, zone).split('T');
  const end = { kind: 'never' } as const;
  return kind === 'evergreen'
    ? { kind, coolDown: 30, time, zone, end }
    : {
        ...{ kind, end },
        rule: { every: 'weekly', weekdays: [weekdayOf(from) + 1], from, time, zone, interval: 1 },
      };
}

/** How a campaign comes again, once it has its times. */
export function RepeatCard({
  campaign: { key, publications },
  zone,
  canManage,
}: {
  campaign: Pick<CampaignView, 'key' | 'publications'>;
  /** Of the business: by whose clock a repeat starts out to be meant. */
  zone: string;
  canManage: boolean;
}) {
  const t = useWords();
  const api = useApi();
  const load = useLoad(useCallback(() => api.repeat(key), [api, key]));
  const first = Math.min(...publications.flatMap(({ dueAt }) => dueAt ?? []), Date.now() + aYear);
  return (
    <Card title={t('presence.repeat.title')} hint={t('presence.repeat.hint')}>
      <Loaded load={load} small>
        {(view) => (
          <RepeatForm
            key={view ? `${view.state} ${view.runs}` : 'none'}
            view={view}
            blank={(kind) => blankRepeat(kind, first, zone)}
            canManage={canManage}
            save={async (rule) => load.put(await api.setRepeat(key, rule))}
          />
        )}
      </Loaded>
    </Card>
  );
}

/** The form of a repeat, and where it stands. */
export function RepeatForm({
  view,
  blank,
  canManage,
  save,
}: {
  view: RepeatView | null;
  blank: (kind: 'recurring' | 'evergreen') => RepeatRule;
  canManage: boolean;
  save: (rule: RepeatRule | null) => Promise<void>;
}) {
  const t = useWords();
  const { toggleNotification } = useNotification();
  const [rule, setRule] = useState<RepeatRule | null>(view?.rule ?? null);
  const [isChanged, setChanged] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const isPaused = view?.state === 'paused';
  const change = (next: RepeatRule | null) => {
    setRule(next);
    setChanged(true);
  };
  const run = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await save(rule);
      setChanged(false);
      toggleNotification({ type: 'success', message: t('presence.repeat.saved') });
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {view?.problem && (
        <Box padding={4} background="warning100" borderColor="warning200" hasRadius role="status">
          <Typography tag="p" textColor="neutral800">
            {view.problem.message}
          </Typography>
        </Box>
      )}
      {view && (
        <Typography tag="p">
          {t('presence.repeat.runs', { count: view.runs })}
          {view.nextAt !== null && !isPaused && (
            <>
              {' '}
              {t('presence.repeat.next')} <When at={view.nextAt} zone={zoneOf(view.rule)} />
            </>
          )}
        </Typography>
      )}
      <Box maxWidth="36rem">
        <Choice
          label={t('presence.repeat.kind')}
          value={rule?.kind ?? 'none'}
          options={kinds.map((value) => ({ value, label: t(`presence.repeat.kind.${value}`) }))}
          change={(kind) => change(kind === 'none' ? null : blank(kind))}
        />
      </Box>
      {rule && <RepeatFields rule={rule} change={change} />}
      {refusal && <Failed refusal={refusal} small />}
      {canManage && (isChanged || isPaused) && (
        <Flex justifyContent="flex-end">
          <Button variant="secondary" loading={isBusy} onClick={() => void run()}>
            {t(isPaused && !isChanged ? 'presence.repeat.resume' : 'presence.repeat.save')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

const zoneOf = (rule: RepeatRule): string => (rule.kind === 'recurring' ? rule.rule.zone : rule.zone);
