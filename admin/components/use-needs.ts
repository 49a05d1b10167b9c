import { useCallback } from 'react';
import type { Notice } from '../../src/governance/schema';
import type { PublicationState, PublicationView } from '../../src/publishing/schema';
import { useApi } from '../api';
import { useLoad, type Load } from '../use-load';

/** Where a publication stands still until a person does something. */
const waiting: readonly PublicationState[] = ['asking', 'unknown', 'rejected', 'held', 'parked'];

interface Needs {
  readonly publications: readonly PublicationView[];
  /** Unread notices, newest first. */
  readonly notices: readonly Notice[];
}

/** What waits for a person: publications that stand still, and notices that nobody has read. */
export function useNeeds(): Load<Needs> {
  const api = useApi();
  return useLoad(
    useCallback(async () => {
      const [notices, ...pages] = await Promise.all([
        api.notices(),
        ...waiting.map((state) => api.publications({ state, pageSize: 25 })),
      ]);
      return {
        notices: notices.items.filter(({ readAt }) => readAt === null),
        publications: pages.flatMap(({ items }) => items),
      };
    }, [api]),
    () => 30_000,
  );
}
