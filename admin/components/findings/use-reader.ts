import { useMemo } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { useRights } from '../../use-rights';
import type { FindingReader } from './finding-home';

/** The person at this screen, as far as findings want to know. */
export function useReader(): FindingReader {
  const mayWaive = useRights()('brand.waive');
  const id = String(useAuth('Presence', ({ user }) => user?.id) ?? '');
  return useMemo(() => ({ id, mayWaive }), [id, mayWaive]);
}
