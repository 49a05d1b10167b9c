import { useCallback } from 'react';
import { useWords } from '../../../../words';

/** Where a rule comes from, in words; a pack is called by its name. */
export function useSourceName(): (source: string) => string {
  const t = useWords();
  return useCallback(
    (source) =>
      source === 'presence' || source === 'kit' || source === 'app'
        ? t(`presence.rules.source.${source}`)
        : source,
    [t],
  );
}
