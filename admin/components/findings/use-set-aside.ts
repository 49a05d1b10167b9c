import { useCallback, useMemo, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { FindingMark, StandingFinding } from '../../../src/brand/findings/schema';
import { entryIdOf } from '../../../src/shared/entry-key';
import { useFindingsApi } from '../../brand-api';
import { refusalOf } from '../../refusal';
import type { FindingHome } from './finding-home';

/** What this person does not want to see again while they work on this text; kept for as long as the tab is open. */
export interface SetAside {
  /** The marks of what was set aside. */
  readonly marks: readonly FindingMark[];
  readonly setAside: (line: StandingFinding, kind: 'dismissed' | 'false-alarm') => void;
  readonly bringBack: () => void;
}

function kept(name: string): readonly FindingMark[] {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '[]') as readonly FindingMark[];
  } catch {
    return [];
  }
}

function keep(name: string, marks: readonly FindingMark[]): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(marks));
  } catch {
    // A full or forbidden store only means that it is shown again later.
  }
}

/** Folds away what somebody called not helpful or a false alarm, and counts it on the server. */
export function useSetAside({
  entry,
  channel,
  reader,
}: Pick<FindingHome, 'entry' | 'channel' | 'reader'>): SetAside {
  const api = useFindingsApi();
  const { toggleNotification } = useNotification();
  const name = ['presence.aside', reader.id, entry ? entryIdOf(entry) : '', channel ?? ''].join('|');
  const [state, setState] = useState({ name, marks: kept(name) });
  const marks = useMemo(() => (state.name === name ? state.marks : kept(name)), [state, name]);
  const put = useCallback(
    (next: readonly FindingMark[]) => {
      keep(name, next);
      setState({ name, marks: next });
    },
    [name],
  );
  return {
    marks,
    setAside: useCallback(
      ({ mark }, kind) => {
        put([...marks, mark]);
        // What was never saved has no name on the server yet: then it is only folded away.
        if (entry)
          api
            .dismiss({ ...entry, channel, mark, kind })
            .catch((error: unknown) =>
              toggleNotification({ type: 'danger', message: refusalOf(error).message }),
            );
      },
      [api, entry, channel, marks, put, toggleNotification],
    ),
    bringBack: useCallback(() => put([]), [put]),
  };
}
