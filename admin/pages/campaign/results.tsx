import type { CampaignView, PublicationView } from '../../../src/publishing/schema';
import { Card } from '../../components/card';
import { PublicationList } from '../../components/publication-list';
import { inKindOrder } from '../../components/publication-state';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { NetworkResults } from './network-results';

/** What became of each copy, and what its network counts. */
export function Results({
  campaign,
  changed,
}: {
  campaign: CampaignView;
  changed: (publication: PublicationView) => void;
}) {
  const t = useWords();
  const may = useRights();
  return (
    <>
      <Card title={t('presence.campaign.results')}>
        <PublicationList
          rows={inKindOrder(campaign.publications.filter(({ state }) => state !== 'draft'))}
          changed={changed}
          canAct={may('campaigns.manage')}
          isEntryShown={false}
        />
      </Card>
      <NetworkResults campaign={campaign.key} publications={campaign.publications} />
    </>
  );
}
