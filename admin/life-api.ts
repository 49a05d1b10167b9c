import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type {
  DatesRequest,
  EntryLife,
  LifeDay,
  LifePolicies,
  LifeStanding,
  LifeView,
  PoliciesView,
} from '../src/governance/lifecycle/schema';
import type { OversightView } from '../src/governance/oversight/schema';
import type { EntryKey } from '../src/shared/entry-key';
import type { Page } from '../src/shared/page';
import { pathOf } from './api';

/** What the list of published content is narrowed to. */
export interface LifeFilter {
  readonly standing?: LifeStanding | undefined;
  readonly uid?: string | undefined;
  readonly owner?: string | undefined;
  readonly trend?: 'halved' | 'holding' | 'unknown' | undefined;
  readonly on?: string | undefined;
  readonly q?: string | undefined;
}

/** The calls about life after publishing and about the policies; each rejects with what `refusalOf` reads. */
function lifeApiOver({ get, post, put }: ReturnType<typeof useFetchClient>) {
  const read = async <T>(path: string, query: Parameters<typeof pathOf>[1] = {}) =>
    (await get<T>(pathOf(path, query))).data;
  const send = async <T>(path: string, body: unknown) => (await post<T>(pathOf(path), body)).data;
  const replace = async <T>(path: string, body: unknown) => (await put<T>(pathOf(path), body)).data;
  return {
    list: (filter: LifeFilter, page: number) => read<Page<LifeView>>('/lifecycle', { ...filter, page }),
    report: async (filter: LifeFilter) =>
      (await get<Blob>(pathOf('/lifecycle/report', { ...filter }), { responseType: 'blob' })).data,
    month: (month: string, uid?: string) => read<readonly LifeDay[]>('/lifecycle/calendar', { month, uid }),
    entry: (entry: EntryKey) => read<EntryLife>('/lifecycle/entry', { ...entry }),
    setDates: (dates: DatesRequest) => replace<LifeView>('/lifecycle/entry', dates),
    stillRight: (entries: readonly EntryKey[]) =>
      send<readonly LifeView[]>('/lifecycle/still-right', { entries }),
    snooze: (entry: EntryKey, until: string) => send<LifeView>('/lifecycle/snooze', { entry, until }),
    policies: () => read<PoliciesView>('/lifecycle/policies'),
    savePolicies: (policies: LifePolicies) => replace<PoliciesView>('/lifecycle/policies', policies),
    /** Strapi's own way, with Strapi's own permissions; `edit` is the address of the entry's edit view. */
    unpublish: (edit: string, locale: string | null) =>
      post(
        `${edit.split('?')[0] ?? ''}/actions/unpublish${locale ? `?locale=${encodeURIComponent(locale)}` : ''}`,
        {},
      ),
    oversight: () => read<OversightView>('/oversight'),
  };
}

/** These calls for a component; they end when the component goes away. */
export function useLifeApi(): ReturnType<typeof lifeApiOver> {
  const client = useFetchClient();
  return useMemo(() => lifeApiOver(client), [client]);
}
