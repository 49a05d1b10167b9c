import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useIntl } from 'react-intl';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Calendar as CalendarIcon, Download, Plus, Upload } from '@strapi/icons';
import type { CalendarItem } from '../../../src/publishing/calendar/schema';
import { useApi } from '../../api';
import { useCalendarApi } from '../../calendar-api';
import { PageFrame } from '../../components/page-frame';
import { Failed, Waiting } from '../../components/states';
import { useDownload } from '../../components/use-download';
import { useLoad } from '../../use-load';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { Filters } from './filters';
import { CalendarGrid, isSame, type Shown } from './grid';
import { ImportDialog } from './import-dialog';
import { Legend } from './legend';
import { useLook } from './look';
import { MoveDialog } from './move-dialog';
import { MovedLine } from './moved-line';
import { SubscribeDialog } from './subscribe-dialog';
import { gapsOf, localNow } from './times';
import { Toolbar } from './toolbar';
import { useBehind } from './use-behind';
import { useMoves } from './use-moves';
import { useSteps } from './use-steps';

/** Everything that goes out and went out, by time. */
export default function Calendar() {
  const t = useWords();
  const api = useApi();
  const settings = useLoad(useCallback(() => api.settings(), [api]));
  const channels = useLoad(useCallback(() => api.channels(), [api]));
  const [dialog, setDialog] = useState<'subscribe' | 'import'>();
  const [turn, setTurn] = useState(0);
  const may = useRights();
  const close = () => setDialog(undefined);
  return (
    <PageFrame
      title={t('presence.calendar.title')}
      subtitle={t('presence.calendar.subtitle')}
      action={
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" startIcon={<CalendarIcon />} onClick={() => setDialog('subscribe')}>
            {t('presence.calendar.subscribe')}
          </Button>
          {may('campaigns.manage') && (
            <Button variant="tertiary" startIcon={<Upload />} onClick={() => setDialog('import')}>
              {t('presence.calendar.import')}
            </Button>
          )}
        </Flex>
      }
    >
      {settings.value ? (
        <Planner home={settings.value.zone} channels={channels.value ?? []} turn={turn} />
      ) : settings.refusal ? (
        <Failed refusal={settings.refusal} retry={settings.reload} />
      ) : (
        <Waiting />
      )}
      {dialog === 'subscribe' && <SubscribeDialog close={close} />}
      {dialog === 'import' && <ImportDialog close={close} done={() => setTurn((before) => before + 1)} />}
    </PageFrame>
  );
}

function Planner({
  home,
  channels,
  turn,
}: {
  home: string;
  channels: readonly { readonly key: string; readonly name: string }[];
  /** Another number: something came from elsewhere, so look again. */
  turn: number;
}) {
  const t = useWords();
  const intl = useIntl();
  const api = useCalendarApi();
  const may = useRights();
  const navigate = useNavigate();
  const download = useDownload();
  const [look, change] = useLook();
  const [shown, setShown] = useState<Shown>();
  const zone = look.zone ?? home;
  const { channels: narrowed, states } = look;
  const [from, to] = [shown?.from, shown?.to];
  const load = useLoad(
    useCallback(
      async () =>
        from === undefined || to === undefined
          ? undefined
          : api.calendar({ from, to, channels: narrowed, states }),
      // Another turn asks again for the same.
      [api, from, to, narrowed, states, turn],
    ),
    () => 60_000,
  );
  const items = useMemo(() => load.value?.items ?? [], [load.value]);
  const put = (now: CalendarItem) =>
    load.value &&
    load.put({ ...load.value, items: items.map((each) => (each.key === now.key ? now : each)) });
  const moves = useMoves(zone, put);
  const behind = useBehind(shown, channels);
  const steps = useSteps(look, shown, change);
  const gaps = useMemo(
    () => (shown && load.value ? gapsOf(items, shown, Date.now(), zone) : []),
    [items, shown, load.value, zone],
  );
  const canManage = may('campaigns.manage');
  const plan = (local: string) =>
    navigate(`/plugins/presence/campaigns/new?${new URLSearchParams({ at: local, zone }).toString()}`);
  const close = () => {
    const key = moves.asked?.item.key;
    moves.close();
    // Back to where it was opened, as soon as the dialog has gone.
    setTimeout(() => document.querySelector<HTMLElement>(`[data-move="${key}"]`)?.focus(), 50);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Filters look={look} change={change} channels={channels} home={home} />
      <Toolbar title={shown?.title ?? ''} view={look.view} go={steps.go} show={steps.show} />
      <MovedLine moved={moves.moved} undo={() => void moves.undo()} />
      {load.refusal && <Failed refusal={load.refusal} retry={load.reload} small />}
      {load.value?.isCut && (
        <Typography textColor="warning700" role="alert">
          {t('presence.calendar.cut', { count: items.length })}
        </Typography>
      )}
      {load.value && !load.isLoading && items.length === 0 && (
        <Typography textColor="neutral700">{t('presence.calendar.none.text')}</Typography>
      )}
      {gaps.length > 0 && (
        <Typography textColor="neutral700" tag="p">
          {t('presence.calendar.gaps', {
            days: intl.formatList(
              gaps.map((day) =>
                intl.formatDate(`${day}T00:00:00Z`, {
                  weekday: 'short',
                  day: 'numeric',
                  month: 'short',
                  timeZone: 'UTC',
                }),
              ),
            ),
          })}
        </Typography>
      )}
      <Box aria-busy={load.isLoading} position="relative">
        {!load.value && !load.refusal && <Waiting small />}
        <CalendarGrid
          items={items}
          behind={behind}
          gaps={gaps}
          zone={zone}
          view={look.view}
          day={look.day}
          canManage={canManage}
          onShown={(next) => {
            setShown((before) => (isSame(before, next) ? before : next));
            steps.shown(next);
          }}
          onOpen={(campaign) => navigate(`/plugins/presence/campaigns/${campaign}`)}
          onMove={(key) => {
            const item = items.find((each) => each.key === key);
            if (item) moves.ask(item);
          }}
          onDrop={(item, delta, undo) => void moves.drop(item, delta, undo)}
          onEmpty={plan}
        />
      </Box>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" alignItems="flex-start">
        <Legend
          kinds={new Set(items.map(({ kind }) => kind))}
          states={new Set(items.map(({ state }) => state))}
          hasStopped={items.some(({ isStopped }) => isStopped)}
          hasPractice={items.some(({ isPractice }) => isPractice)}
        />
        <Flex gap={2} wrap="wrap">
          <Button
            variant="tertiary"
            startIcon={<Download />}
            disabled={!shown || items.length === 0}
            onClick={() =>
              shown &&
              void download(
                () => api.export({ from: shown.from, to: shown.to, channels: narrowed, states }),
                'calendar.csv',
              )
            }
          >
            {t('presence.calendar.export')}
          </Button>
          {canManage && (
            <Button startIcon={<Plus />} onClick={() => plan(localNow(shown?.day, zone))}>
              {t('presence.calendar.plan')}
            </Button>
          )}
        </Flex>
      </Flex>
      {moves.asked && (
        <MoveDialog
          key={moves.asked.item.key}
          item={moves.asked.item}
          start={moves.asked.start}
          question={moves.asked.question}
          close={close}
          done={(now) => moves.asked && moves.done(moves.asked.item, now)}
        />
      )}
    </Flex>
  );
}
