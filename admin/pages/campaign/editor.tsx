import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { Box, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { ChannelView } from '../../../src/channels/schema';
import type { EntryPanel } from '../../../src/governance/review/schema';
import type { Settings } from '../../../src/governance/settings';
import type { CampaignView, CatchUpPolicy, PublicationView } from '../../../src/publishing/schema';
import type { When } from '../../../src/publishing/time/when';
import { useApi } from '../../api';
import { nextLook } from '../../components/next-look';
import { PageFrame } from '../../components/page-frame';
import { Failed } from '../../components/states';
import { Unsaved } from '../../components/unsaved';
import { isTimeQuestion } from '../../components/time-choice';
import { refusalOf, type Refusal } from '../../refusal';
import { useRights } from '../../use-rights';
import { useKept, useSteady } from '../../use-steady';
import { useWords } from '../../words';
import type { CampaignTemplateView } from '../../../src/publishing/campaign/template';
import { AimsCard } from './aims-card';
import { BrandOfCopies } from './brand-of-copies';
import { useCampaignHolds } from './campaign-holds';
import { ChannelsCard } from './channels-card';
import { Copies } from './copies';
import { HeadActions } from './head-actions';
import { anchors } from './preflight-fix';
import { PreflightPanel } from './preflight-panel';
import { Readiness } from './readiness';
import { RepeatCard } from './repeat-card';
import { Results } from './results';
import { ScheduleCard } from './schedule-card';
import { scheduleOf, type ChannelTimes } from './channel-times';
import { TimelineCard } from './timeline-card';
import { isSameStanding, useCampaign, type CampaignDraft } from './use-campaign';
import { useCopiesBrand } from './use-copies-brand';

/** Ticks channels, writes their copies, and says when they go out. */
export function CampaignEditor({
  campaign,
  channels,
  panel,
  settings,
  start,
  first,
  startTimes = null,
  asked = [],
  templates,
  back,
}: {
  campaign: CampaignView | null;
  channels: readonly ChannelView[];
  panel: EntryPanel;
  settings: Settings;
  start: CampaignDraft;
  /** When the copies go out unless a person says otherwise. */
  first: When;
  startTimes?: ChannelTimes;
  /** Channels that a new campaign begins with. */
  asked?: readonly ChannelView[];
  templates: readonly CampaignTemplateView[];
  back: ReactNode;
}) {
  const t = useWords();
  const api = useApi();
  const canManage = useRights()('campaigns.manage');
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { draft, change, write, derive, deriveAll, untick, refresh, show, save } = useCampaign(start, api);
  const [saved, setSaved] = useState(campaign);
  const brand = useCopiesBrand(draft.entry, draft.lines, saved);
  const [standing, setStanding] = useState(panel);
  const [when, setWhen] = useState<When>(first);
  const [times, setTimes] = useState<ChannelTimes>(startTimes);
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState<'save' | 'schedule' | null>(null);
  const isOut = saved?.publications.some(({ state }) => state !== 'draft') ?? false;
  // What a key in a copy leaves as it was is not drawn anew with it.
  const lines = useKept(draft.lines, isSameStanding);
  const open = useMemo(
    () => lines.filter(({ publication }) => !publication || publication.state === 'draft'),
    [lines],
  );
  const scores = useDeferredValue(brand.copies);
  const { key: of, goal, target, utm, checked } = draft;
  const aims = useMemo(() => ({ key: of, goal, target, utm, checked }), [of, goal, target, utm, checked]);
  const opened = useMemo(() => (saved ? Date.now() : 0), [saved]);

  /** Shows a campaign as the server has it now, and what is in its way. */
  const settle = useCallback(
    (fresh: CampaignView) => {
      setSaved(fresh);
      show(fresh);
      api.entry(fresh.entry).then(setStanding, () => undefined);
    },
    [api, show],
  );

  /** The campaign as the server has it now; what is being written stays. */
  const look = (fresh: CampaignView) => (draft.isChanged ? setSaved(fresh) : settle(fresh));
  /** One of its copies; `isTaken`: also where somebody is writing it. */
  const put = (fresh: PublicationView, isTaken = false) => {
    if (!saved) return;
    const publications = saved.publications.map((each) => (each.key === fresh.key ? fresh : each));
    look({ ...saved, publications });
    if (isTaken) refresh(fresh);
  };

  const holds = useCampaignHolds(saved, canManage, draft.isChanged ? undefined : settle);

  // While something is on its way it is looked at again; nothing that is being written is touched.
  useEffect(() => {
    if (!saved || !isOut || draft.isChanged) return undefined;
    const { key, publications } = saved;
    const page = { items: publications, page: 1, pageSize: publications.length, total: publications.length };
    const timer = setTimeout(
      () => {
        api.campaign(key).then(settle, () => setSaved({ ...saved }));
      },
      nextLook(page, Date.now()),
    );
    return () => clearTimeout(timer);
  }, [api, saved, isOut, draft.isChanged, settle]);

  const run = async (what: 'save' | 'schedule') => {
    setBusy(what);
    setRefusal(undefined);
    try {
      const isNew = draft.key === null;
      const stored = isNew || draft.isChanged ? await save(t('presence.campaign.title')) : saved;
      if (!stored) return;
      settle(stored);
      // The address names the campaign from now on; what is on the screen stays.
      if (isNew)
        navigate(`/plugins/presence/campaigns/${stored.key}`, { replace: true, state: { isKept: true } });
      const done =
        what === 'schedule' ? await api.schedule(stored.key, scheduleOf(stored, when, times)) : stored;
      settle(done);
      const isHeld = done.publications.some(({ state }) => state === 'held');
      toggleNotification({
        type: isHeld ? 'warning' : 'success',
        message: t(
          isHeld
            ? 'presence.campaign.held'
            : what === 'save'
              ? 'presence.campaign.saved'
              : 'presence.campaign.scheduled',
        ),
      });
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(null);
    }
  };

  // A template names the channels: their copies are written when the page opens.
  const wanted = useRef(asked);
  useEffect(() => {
    const list = wanted.current;
    wanted.current = [];
    if (list.length > 0) deriveAll(list).catch((error: unknown) => setRefusal(refusalOf(error)));
  }, [deriveAll]);

  const toggle = useSteady((channel: ChannelView, isTicked: boolean): void => {
    if (isTicked) derive(channel).catch((error) => setRefusal(refusalOf(error)));
    else untick(channel.key);
  });
  const rename = useCallback((name: string) => change({ name }), [change]);
  const changeCatchUp = useCallback((catchUp: CatchUpPolicy) => change({ catchUp }), [change]);
  const send = useSteady(() => void run('schedule'));
  const changeWhen = useCallback((next: When) => {
    setWhen(next);
    // An answer to the question about the time keeps the question in sight.
    if (next.kind !== 'at' || next.choice === undefined) setRefusal(undefined);
  }, []);
  const changeTimes = useCallback((next: ChannelTimes, isAnswer?: boolean) => {
    setTimes(next);
    if (!isAnswer) setRefusal(undefined);
  }, []);

  const store = useSteady(() => void run('save'));
  const { isChanged } = draft;
  const canSave = lines.length > 0 && (of === null || isChanged);
  const { stop } = holds;
  const action = useMemo(
    () =>
      canManage && (
        <HeadActions {...{ busy, stop, isChanged, canSave }} campaign={saved} save={store} changed={settle} />
      ),
    [canManage, busy, stop, isChanged, canSave, saved, store, settle],
  );

  return (
    <PageFrame
      title={draft.name || t('presence.campaign.title')}
      subtitle={t('presence.campaign.subtitle')}
      back={back}
      action={action}
    >
      <Unsaved when={canManage && draft.isChanged} />
      <Flex direction="column" alignItems="stretch" gap={5}>
        {holds.standing}
        <Readiness panel={standing} entry={draft.entry} isSaved={draft.key !== null && !draft.isChanged} />
        {saved && !draft.isChanged && <PreflightPanel campaign={saved} />}
        {saved && isOut && (
          <Box id={anchors.results}>
            <Results campaign={saved} changed={(fresh) => put(fresh)} />
          </Box>
        )}
        {saved && isOut && <RepeatCard campaign={saved} zone={settings.zone} canManage={canManage} />}
        {saved && <TimelineCard list={saved.publications} zone={settings.zone} now={opened} />}
        <ChannelsCard {...{ lines, channels, scores, canManage, toggle, rename }} name={draft.name} />
        <AimsCard
          {...{ change, canManage, refusal }}
          zone={settings.zone}
          draft={aims}
          template={templates.find(({ key }) => key === draft.template)}
        />
        <BrandOfCopies brand={brand} lines={draft.lines} entry={draft.entry} />
        <Copies
          {...{ draft, saved, channels, canManage, brand, write, derive, put, look }}
          pageUrl={standing.pageUrl}
        />

        {refusal && !isTimeQuestion(refusal) && <Failed refusal={refusal} small />}
        {canManage && open.length > 0 && (
          <Box id={anchors.times}>
            <ScheduleCard
              {...{ when, times, refusal, changeTimes, changeCatchUp, send }}
              change={changeWhen}
              zone={settings.zone}
              lines={open}
              catchUp={draft.catchUp}
              isBusy={busy === 'schedule'}
            />
          </Box>
        )}
      </Flex>
    </PageFrame>
  );
}
