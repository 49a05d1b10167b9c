import { useCallback, useMemo } from 'react';
import { useCalendarApi } from '../../calendar-api';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { behindOf } from './behind';
import type { Shown } from './grid';

/** What stands behind the items. A plan that cannot be read leaves the calendar as it is: its page says why. */
export function useBehind(
  shown: Shown | undefined,
  channels: readonly { readonly key: string; readonly name: string }[],
) {
  const t = useWords();
  const api = useCalendarApi();
  const plan = useLoad(useCallback(() => api.plan(), [api])).value;
  return useMemo(() => {
    if (!plan || !shown) return [];
    const names = new Map(channels.map(({ key, name }) => [key, name]));
    const isGrid = shown.view.startsWith('timeGrid');
    // A month has no hours, so the times of channels stand in weeks and days alone.
    return shown.view.startsWith('list')
      ? []
      : behindOf(isGrid ? plan : { ...plan, slots: [] }, shown, names, {
          blackout: (name) => t('presence.calendar.blackout', { name }),
          holiday: t('presence.calendar.holiday'),
        });
  }, [plan, shown, channels, t]);
}
