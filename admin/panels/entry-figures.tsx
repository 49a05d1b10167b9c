import { useCallback } from 'react';
import { Flex } from '@strapi/design-system';
import type { EntryKey } from '../../src/shared/entry-key';
import { useApi } from '../api';
import { Figures } from '../components/figures';
import { NetworkLines, networkRows } from '../components/network-figures';
import { useSourceName } from '../components/sources';
import { Loaded } from '../components/states';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { Section } from './section';

const month = 30 * 86_400_000;

/** What the entry brought in the last thirty days, on all channels, and what networks counted of its posts. */
export function EntryFigures({ entry: { uid, documentId, locale } }: { entry: EntryKey }) {
  const t = useWords();
  const api = useApi();
  const nameOf = useSourceName();
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
        {(view) => (
          <Flex direction="column" alignItems="stretch" gap={2}>
            <Figures of={view} size="narrow" />
            <NetworkLines rows={networkRows(view.channels, nameOf)} />
          </Flex>
        )}
      </Loaded>
    </Section>
  );
}
