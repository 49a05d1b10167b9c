import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Flex, Link, Typography } from '@strapi/design-system';
import type { EntryKey } from '../../src/shared/entry-key';
import { useApi } from '../api';
import { Loaded } from '../components/states';
import { Due } from '../pages/reviews/facts';
import { NewThread } from '../pages/reviews/new-thread';
import { reviewPath } from '../pages/reviews/words-of';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { Section } from './section';

/** Who has the entry until when, what is talked about, and the way to the review page. */
export function EntryRoom({ entry, version }: { entry: EntryKey; version: string }) {
  const t = useWords();
  const api = useApi();
  const { uid, documentId, locale } = entry;
  const load = useLoad(
    useCallback(async () => {
      // Asked again after each save: passages move.
      void version;
      const key = { uid, documentId, locale };
      const [given, threads] = await Promise.all([api.assignees(key), api.threads(key)]);
      return { given, threads };
    }, [api, uid, documentId, locale, version]),
  );
  return (
    <Section title={t('presence.threads.title')}>
      <Loaded load={load} small>
        {({ given, threads }) => (
          <Flex direction="column" alignItems="stretch" gap={2}>
            {given.assignees.length > 0 && (
              <Typography variant="pi" tag="p">
                {t('presence.panel.given', { names: given.assignees.map(({ name }) => name).join(', ') })}
              </Typography>
            )}
            <Due {...given} />
            <Typography variant="pi" tag="p">
              {t('presence.panel.talk', { count: threads.open })}
            </Typography>
            <NewThread
              entry={entry}
              fields={threads.fields}
              put={(view) => load.put({ given, threads: view })}
            />
            <Link tag={RouterLink} to={reviewPath(entry)}>
              {t('presence.panel.review-page')}
            </Link>
          </Flex>
        )}
      </Loaded>
    </Section>
  );
}
