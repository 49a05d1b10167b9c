import { useCallback } from 'react';
import type { ChangedCopy } from '../../../src/publishing/campaign/derived';
import type { CampaignView } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { useLoad } from '../../use-load';

/** The copies of a campaign that a person wrote and whose entry says something else since; looked at again with the campaign. */
export function useChangedCopies(saved: CampaignView | null): {
  readonly changed: readonly ChangedCopy[];
  readonly again: () => void;
} {
  const api = useApi();
  // Nobody is asked about what nobody wrote.
  const key = saved?.publications.some(({ copy }) => copy.edited) ? saved.key : null;
  const seen = saved?.publications;
  const { value, reload } = useLoad(
    useCallback(
      async (): Promise<readonly ChangedCopy[]> => (key === null || !seen ? [] : api.changedCopies(key)),
      [api, key, seen],
    ),
  );
  return { changed: value ?? [], again: reload };
}
