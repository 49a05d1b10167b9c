import { useCallback, useMemo } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import { BackButton } from '@strapi/strapi/admin';
import { useApi } from '../../api';
import { PageFrame } from '../../components/page-frame';
import { Loaded, Nothing } from '../../components/states';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { CampaignEditor } from './editor';
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

  const load = useLoad(
    useCallback(async () => {
      const campaign = key ? await api.campaign(key) : null;
      const entry = campaign?.entry ?? asked;
      if (!entry) return null;
      const [channels, panel, settings] = await Promise.all([
        api.channels(),
        api.entry(entry),
        api.settings(),
      ]);
      return {
        campaign,
        entry,
        channels,
        panel,
        settings,
        start: campaign ? draftOf(campaign) : newDraft(entry, settings.catchUp),
      };
    }, [api, key, asked]),
  );

  const back = <BackButton fallback="/plugins/presence/publications" />;
  if (load.value) return <CampaignEditor key={isKept ? 'new' : (key ?? 'new')} {...load.value} back={back} />;
  return (
    <PageFrame title={t('presence.campaign.title')} back={back}>
      {load.value === null ? (
        <Nothing title={t('presence.campaign.no-entry')}>{t('presence.campaign.no-entry.text')}</Nothing>
      ) : (
        <Loaded load={load}>{() => null}</Loaded>
      )}
    </PageFrame>
  );
}
