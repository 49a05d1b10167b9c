import { useCallback } from 'react';
import type { ChannelView, Copy } from '../../../src/channels/schema';
import type { CampaignView, PublicationView } from '../../../src/publishing/schema';
import type { Mentionable } from '../../../src/shared/accounts';
import { useApi } from '../../api';
import { useLoad } from '../../use-load';
import { useSteady } from '../../use-steady';
import { useReader } from '../../components/findings/use-reader';
import { inKindOrder } from '../../components/publication-state';
import { CopiesGrid } from './copies-grid';
import { OneCopy } from './one-copy';
import type { CampaignDraft } from './use-campaign';
import { useChangedCopies } from './use-changed-copies';
import type { CopiesBrand } from './use-copies-brand';

/** The copies of a campaign, one a channel; first what has to be decided about each. */
export function Copies({
  draft,
  saved,
  channels,
  canManage,
  brand,
  pageUrl,
  write,
  derive,
  put,
  look,
}: {
  draft: CampaignDraft;
  saved: CampaignView | null;
  channels: readonly ChannelView[];
  canManage: boolean;
  brand: CopiesBrand;
  pageUrl: string | null;
  write: (channel: string, copy: Copy) => void;
  derive: (channel: Pick<ChannelView, 'key' | 'kind' | 'name'>) => Promise<void>;
  /** A copy as the server has it now; `isTaken`: also where somebody is writing it. */
  put: (publication: PublicationView, isTaken: boolean) => void;
  /** The campaign as the server has it now; what is being written stays. */
  look: (campaign: CampaignView) => void;
}) {
  const reader = useReader();
  const api = useApi();
  const { uid, documentId, locale } = draft.entry;
  const names = useLoad(
    useCallback(() => api.mentionable({ uid, documentId, locale }), [api, uid, documentId, locale]),
  ).value;
  const { changed, again } = useChangedCopies(saved);
  /** Somebody else decided, or the entry changed once more. */
  const lookAgain = useSteady(() => {
    again();
    if (saved) api.campaign(saved.key).then(look, () => undefined);
  });
  const decided = useSteady((fresh: PublicationView, isTaken: boolean) => {
    put(fresh, isTaken);
    again();
  });
  return (
    <CopiesGrid>
      {inKindOrder(draft.lines).map((line) => (
        <OneCopy
          key={line.channel}
          {...{ line, canManage, pageUrl, write, derive, reader, lookAgain, decided }}
          channel={channels.find(({ key }) => key === line.channel)}
          asked={changed.find(({ publication }) => publication === line.publication?.key)}
          names={names ?? nobody}
          brand={brand.copies.get(line.channel)}
          waivers={brand.waivers}
          entry={draft.entry}
          checkAgain={brand.again}
        />
      ))}
    </CopiesGrid>
  );
}

const nobody: readonly Mentionable[] = [];
