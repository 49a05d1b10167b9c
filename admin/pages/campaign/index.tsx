import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import { BackButton } from '@strapi/strapi/admin';
import { useApi } from '../../api';
import { PageFrame } from '../../components/page-frame';
import { Loaded } from '../../components/states';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import type { When } from '../../../src/publishing/time/when';
import { CampaignEditor } from './editor';
import { StartCampaign } from './start';
import { channelsOf, filledDraft, timesOf } from './template-draft';
import { draftOf, newDraft } from './use-campaign';

/** A campaign: an entry, one copy a channel, and when they go out. */
export default function Campaign() {
  const t = useWords();
  const api = useApi();
  const { key } = useParams();
  // Set by the editor itself when a new campaign got its address: it goes on as it is.
  const isKept = (useLocation().state as { isKept?: boolean } | null)?.isKept ?? false;
  const [query] = useSearchParams();
  const uid = query.get('uid');
  const documentId = query.get('documentId');
  const locale = query.get('locale') || null;
  const asked = useMemo(
    () => (uid && documentId ? { uid, documentId, locale } : null),
    [uid, documentId, locale],
  );

  const [at, zone, template] = [query.get('at'), query.get('zone'), query.get('template')];
  const language = useIntl().locale.startsWith('de') ? 'de' : 'en';

  const load = useLoad(
    useCallback(async () => {
      const [campaign, templates] = await Promise.all([
        key ? api.campaign(key) : null,
        api.campaignTemplates(language),
      ]);
      const entry = campaign?.entry ?? asked;
      if (!entry) return { of: null, templates };
      const [channels, panel, settings] = await Promise.all([
        api.channels(),
        api.entry(entry),
        api.settings(),
      ]);
      const first: When = at ? { kind: 'at', local: at, zone: zone || settings.zone } : { kind: 'now' };
      const common = { of: key ?? null, campaign, entry, channels, panel, settings, templates, first };
      if (campaign) return { ...common, start: draftOf(campaign) };
      const picked = templates.find((one) => one.key === template);
      const start = newDraft(entry, settings.catchUp);
      if (!picked) return { ...common, start };
      const now = Date.now();
      return {
        ...common,
        start: filledDraft(start, picked, now, settings.zone),
        asked: channelsOf(picked, channels),
        startTimes: timesOf(picked, channels, first, now, settings.zone),
      };
    }, [api, key, asked, at, zone, template, language]),
  );

  const back = <BackButton fallback="/plugins/presence/campaigns" />;
  // Under another address the campaign before is shown no longer: what is written would be written into it.
  const value = isKept || load.value?.of === (key ?? null) ? load.value : undefined;
  if (value && 'entry' in value)
    return <CampaignEditor key={isKept ? 'new' : (key ?? 'new')} {...value} back={back} />;
  if (value) return <StartCampaign templates={value.templates} {...{ at, zone, back }} />;
  return (
    <PageFrame title={t('presence.campaign.title')} back={back}>
      <Loaded load={{ ...load, value: undefined }}>{() => null}</Loaded>
    </PageFrame>
  );
}
