import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { ChannelView } from '../../../src/channels/schema';
import type { EntryPanel } from '../../../src/governance/review/schema';
import type { Settings } from '../../../src/governance/settings';
import type { CampaignView, When } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { useReader } from '../../components/findings/use-reader';
import { TextLine } from '../../components/input';
import { nextLook } from '../../components/next-look';
import { PageFrame } from '../../components/page-frame';
import { ChannelName, inKindOrder } from '../../components/publication-state';
import { Failed } from '../../components/states';
import { Unsaved } from '../../components/unsaved';
import { isTimeQuestion } from '../../components/time-choice';
import { refusalOf, type Refusal } from '../../refusal';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { BrandOfCopies } from './brand-of-copies';
import { CopyEditor } from './copy-editor';
import { Readiness } from './readiness';
import { RepeatCard } from './repeat-card';
import { Results } from './results';
import { ScoreMark } from './score-mark';
import { ScheduleCard } from './schedule-card';
import { scheduleOf, type ChannelTimes } from './channel-times';
import { isEditable, useCampaign, type CampaignDraft } from './use-campaign';
import { useCopiesBrand } from './use-copies-brand';

/** Ticks channels, writes their copies, and says when they go out. */
export function CampaignEditor({
  campaign,
  channels,
  panel,
  settings,
  start,
  back,
}: {
  campaign: CampaignView | null;
  channels: readonly ChannelView[];
  panel: EntryPanel;
  settings: Settings;
  start: CampaignDraft;
  back: ReactNode;
}) {
  const t = useWords();
  const api = useApi();
  const canManage = useRights()('campaigns.manage');
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { draft, change, write, derive, untick, show, save } = useCampaign(start, api);
  const reader = useReader();
  const brand = useCopiesBrand(draft.entry, draft.lines);
  const [saved, setSaved] = useState(campaign);
  const [standing, setStanding] = useState(panel);
  const [when, setWhen] = useState<When>({ kind: 'now' });
  const [times, setTimes] = useState<ChannelTimes>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState<'save' | 'schedule' | null>(null);
  const isOut = saved?.publications.some(({ state }) => state !== 'draft') ?? false;
  const open = draft.lines.filter(({ publication }) => !publication || publication.state === 'draft');

  /** Shows a campaign as the server has it now, and what is in its way. */
  const settle = useCallback(
    (fresh: CampaignView) => {
      setSaved(fresh);
      show(fresh);
      api.entry(fresh.entry).then(setStanding, () => undefined);
    },
    [api, show],
  );

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

  const toggle = (channel: ChannelView, isTicked: boolean) => {
    if (!isTicked) return untick(channel.key);
    derive(channel).catch((error: unknown) => setRefusal(refusalOf(error)));
  };

  return (
    <PageFrame
      title={draft.name || t('presence.campaign.title')}
      subtitle={t('presence.campaign.subtitle')}
      back={back}
      action={
        canManage && (
          <Button
            variant="secondary"
            loading={busy === 'save'}
            disabled={draft.lines.length === 0 || (draft.key !== null && !draft.isChanged)}
            onClick={() => void run('save')}
          >
            {t('presence.campaign.save')}
          </Button>
        )
      }
    >
      <Unsaved when={canManage && draft.isChanged} />
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Readiness panel={standing} entry={draft.entry} isSaved={draft.key !== null && !draft.isChanged} />
        {saved && isOut && (
          <Results
            campaign={saved}
            changed={(fresh) => {
              const next = {
                ...saved,
                publications: saved.publications.map((each) => (each.key === fresh.key ? fresh : each)),
              };
              setSaved(next);
              if (!draft.isChanged) show(next);
            }}
          />
        )}
        {saved && isOut && <RepeatCard campaign={saved} zone={settings.zone} canManage={canManage} />}
        <Card title={t('presence.campaign.channels')} hint={t('presence.campaign.channels.hint')}>
          {channels.length === 0 && <Typography>{t('presence.channels.none.text')}</Typography>}
          <Flex gap={5} wrap="wrap">
            {inKindOrder(channels).map((channel) => {
              const line = draft.lines.find((each) => each.channel === channel.key);
              return (
                <Checkbox
                  key={channel.key}
                  checked={Boolean(line)}
                  disabled={
                    !canManage ||
                    (line ? !isEditable(line) || (line.publication?.state ?? 'draft') !== 'draft' : false)
                  }
                  onCheckedChange={(isTicked) => toggle(channel, isTicked === true)}
                >
                  <Flex tag="span" gap={2}>
                    <ChannelName kind={channel.kind} name={channel.name} />
                    <ScoreMark brand={brand.copies.get(channel.key)} />
                  </Flex>
                </Checkbox>
              );
            })}
          </Flex>
          <Box paddingTop={5} maxWidth="60rem">
            <TextLine
              label={t('presence.campaign.name')}
              hint={t('presence.campaign.name.hint')}
              disabled={!canManage}
              value={draft.name}
              change={(name) => change({ name })}
            />
          </Box>
        </Card>

        <BrandOfCopies brand={brand} lines={draft.lines} entry={draft.entry} />
        {inKindOrder(draft.lines).map((line) => (
          <CopyEditor
            key={line.channel}
            line={line}
            canManage={canManage}
            channel={channels.find(({ key }) => key === line.channel)}
            pageUrl={standing.pageUrl}
            write={(copy) => write(line.channel, copy)}
            reset={() => derive({ key: line.channel, kind: line.kind, name: line.channelName })}
            brand={brand.copies.get(line.channel)}
            waivers={brand.waivers}
            entry={draft.entry}
            reader={reader}
            checkAgain={brand.again}
          />
        ))}

        {refusal && !isTimeQuestion(refusal) && <Failed refusal={refusal} small />}
        {canManage && open.length > 0 && (
          <ScheduleCard
            when={when}
            zone={settings.zone}
            change={(next) => {
              setWhen(next);
              // An answer to the question about the time keeps the question in sight.
              if (next.kind !== 'at' || next.choice === undefined) setRefusal(undefined);
            }}
            lines={open}
            times={times}
            changeTimes={(next, isAnswer) => {
              setTimes(next);
              if (!isAnswer) setRefusal(undefined);
            }}
            refusal={refusal}
            catchUp={draft.catchUp}
            changeCatchUp={(catchUp) => change({ catchUp })}
            isBusy={busy === 'schedule'}
            send={() => void run('schedule')}
          />
        )}
      </Flex>
    </PageFrame>
  );
}
