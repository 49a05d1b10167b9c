import { useEffect, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { ChannelView } from '../../../src/channels/schema';
import type { EntryPanel } from '../../../src/governance/schema';
import type { CampaignView, PublicationView, When } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { Choice, TextLine } from '../../components/input';
import { PageFrame } from '../../components/page-frame';
import { ChannelName, inKindOrder } from '../../components/publication-state';
import { Failed } from '../../components/states';
import { isTimeQuestion, TimeChoice } from '../../components/time-choice';
import { refusalOf, type Refusal } from '../../refusal';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { CopyEditor } from './copy-editor';
import { Readiness } from './readiness';
import { Results } from './results';
import { isEditable, useCampaign, type CampaignDraft } from './use-campaign';

const policies = ['ask', 'late', 'skip'] as const;
const settled: ReadonlySet<PublicationView['state']> = new Set(['delivered', 'cancelled', 'skipped']);

/** Ticks channels, writes their copies, and says when they go out. */
export function CampaignEditor({
  campaign,
  channels,
  panel,
  start,
  back,
}: {
  campaign: CampaignView | null;
  channels: readonly ChannelView[];
  panel: EntryPanel;
  start: CampaignDraft;
  back: ReactNode;
}) {
  const t = useWords();
  const api = useApi();
  const may = useRights();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { draft, change, write, derive, untick, show, save } = useCampaign(start, api);
  const [saved, setSaved] = useState(campaign);
  const [when, setWhen] = useState<When>({ kind: 'now' });
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState<'save' | 'schedule' | null>(null);
  const canManage = may('campaigns.manage');
  const isOut = saved?.publications.some(({ state }) => state !== 'draft') ?? false;
  const open = draft.lines.filter((line) => !line.publication || line.publication.state === 'draft');

  // While something is on its way the results are looked at again; nothing that is being written is touched.
  const isMoving = saved?.publications.some(
    ({ state, nextAt }) => !settled.has(state) && (state === 'running' || nextAt !== null),
  );
  useEffect(() => {
    if (!isMoving || !draft.key || draft.isChanged) return undefined;
    const key = draft.key;
    const timer = setInterval(() => {
      api.campaign(key).then(
        (fresh) => {
          setSaved(fresh);
          show(fresh);
        },
        () => undefined,
      );
    }, 3_000);
    return () => clearInterval(timer);
  }, [api, isMoving, draft.key, draft.isChanged, show]);

  const store = async () => {
    const stored = await save(t('presence.campaign.title'));
    setSaved(stored);
    return stored;
  };

  const run = async (what: 'save' | 'schedule') => {
    setBusy(what);
    setRefusal(undefined);
    try {
      const isNew = draft.key === null;
      const stored = isNew || draft.isChanged ? await store() : saved;
      if (what === 'schedule' && stored) {
        const scheduled = await api.schedule(stored.key, { when });
        setSaved(scheduled);
        show(scheduled);
      }
      toggleNotification({
        type: 'success',
        message: t(what === 'save' ? 'presence.campaign.saved' : 'presence.campaign.scheduled'),
      });
      if (isNew && stored) navigate(`/plugins/presence/campaigns/${stored.key}`, { replace: true });
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(null);
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
          <Flex gap={2}>
            <Button
              variant="secondary"
              loading={busy === 'save'}
              disabled={draft.lines.length === 0 || (draft.key !== null && !draft.isChanged)}
              onClick={() => void run('save')}
            >
              {t('presence.campaign.save')}
            </Button>
          </Flex>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Readiness panel={panel} entry={draft.entry} isSaved={draft.key !== null && !draft.isChanged} />
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
                  <ChannelName kind={channel.kind} name={channel.name} />
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

        {inKindOrder(draft.lines).map((line) => (
          <CopyEditor
            key={line.channel}
            line={canManage ? line : { ...line }}
            channel={channels.find(({ key }) => key === line.channel)}
            pageUrl={panel.pageUrl}
            write={(copy) => write(line.channel, copy)}
            reset={() => derive({ key: line.channel, kind: line.kind, name: line.channelName })}
          />
        ))}

        {refusal && !isTimeQuestion(refusal) && <Failed refusal={refusal} small />}
        {canManage && open.length > 0 && (
          <Card title={t('presence.campaign.when')} hint={t('presence.campaign.when.hint')}>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <TimeChoice
                value={when}
                change={(next) => {
                  setWhen(next);
                  if (next.kind === 'now' || !('choice' in next)) setRefusal(undefined);
                }}
                refusal={refusal}
              />
              <Choice
                label={t('presence.campaign.catch-up')}
                hint={t(`presence.campaign.catch-up.${draft.catchUp}.hint`)}
                value={draft.catchUp}
                options={policies.map((value) => ({
                  value,
                  label: t(`presence.campaign.catch-up.${value}`),
                }))}
                change={(catchUp) => change({ catchUp })}
              />
              <Flex justifyContent="flex-end">
                <Button size="L" loading={busy === 'schedule'} onClick={() => void run('schedule')}>
                  {t(when.kind === 'now' ? 'presence.campaign.send' : 'presence.campaign.schedule', {
                    count: open.length,
                  })}
                </Button>
              </Flex>
            </Flex>
          </Card>
        )}
      </Flex>
    </PageFrame>
  );
}
