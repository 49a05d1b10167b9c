import { useCallback } from 'react';
import type { EntryKey } from '../../src/shared/entry-key';
import { useApi } from '../api';
import { Figures } from '../components/figures';
import { Loaded } from '../components/states';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { Section } from './section';

const month = 30 * 86_400_000;

/** What the entry brought in the last thirty days, on all channels. */
export function EntryFigures({ entry: { uid, documentId, locale } }: { entry: EntryKey }) {
  const t = useWords();
  const api = useApi();
  const load = useLoad(
    useCallback(() => {
      const to = Date.now();
      return api.insights({ from: to - month, to, step: 'day' }, { uid, documentId, locale });
    }, [api, uid, documentId, locale]),
    () => 60_000,
  );
  return (
    <Section title={t('presence.panel.figures')}>
      <Loaded load={load} small>
        {(view) => <Figures of={view} size="narrow" />}
      </Loaded>
    </Section>
  );
}
