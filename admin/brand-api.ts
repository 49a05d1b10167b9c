import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type {
  CheckCopiesAnswer,
  CheckFormAnswer,
  FindingMark,
  Report,
  TrendPoint,
  Waiver,
  WaiverPolicy,
} from '../src/brand/findings/schema';
import type { Severity } from '../src/brand/schema';
import type { Copy } from '../src/channels/schema';
import type { EntryDocument } from '../src/content/schema';
import type { EntryKey } from '../src/shared/entry-key';
import type { Page } from '../src/shared/page';
import { pathOf } from './api';

type Client = ReturnType<typeof useFetchClient>;

// What people do with findings: the edit view, the campaign and the report.

/** The unsaved form of an entry; `documentId` is null before the first save. */
export interface FormOf {
  readonly uid: string;
  readonly documentId: string | null;
  readonly locale: string | null;
  readonly values: EntryDocument;
}

/** Which finding of which entry, or of which of its copies. */
export interface FindingKey extends EntryKey {
  readonly channel: string | null;
  readonly mark: FindingMark;
}

export interface WaiverRequest extends FindingKey {
  readonly severity: Severity;
  readonly message: string;
  readonly reason: string;
  /** Last day; null: until somebody ends it. */
  readonly until: string | null;
}

/** What the brand report is narrowed to. */
export interface ReportFilter {
  readonly uid?: string | undefined;
  readonly locale?: string | undefined;
  readonly rule?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly channel?: string | undefined;
  readonly standing?: 'open' | 'waived' | 'baseline' | 'all' | undefined;
  readonly q?: string | undefined;
}

/** The calls about findings; each rejects with what `refusalOf` reads. */
function findingsApiOver({ get, post, del }: Pick<Client, 'get' | 'post' | 'del'>) {
  const read = async <T>(path: string, query: Parameters<typeof pathOf>[1] = {}) =>
    (await get<T>(pathOf(path, query))).data;
  return {
    checkForm: async (form: FormOf, signal: AbortSignal) =>
      (await post<CheckFormAnswer>(pathOf('/brand/check-form'), form, { signal })).data,
    checkCopies: async (
      entry: EntryKey,
      copies: readonly { readonly channel: string; readonly copy: Copy }[],
      campaign: string | null,
      signal: AbortSignal,
    ) =>
      (
        await post<CheckCopiesAnswer>(
          pathOf('/brand/check-copies'),
          { ...entry, copies, campaign },
          { signal },
        )
      ).data,
    waive: async (waiver: WaiverRequest) => (await post<Waiver>(pathOf('/brand/waivers'), waiver)).data,
    /** Waivers of an entry and its copies that wait for somebody to agree. */
    openWaivers: async (entry: EntryKey) =>
      (await read<Page<Waiver>>('/brand/waivers', { ...entry, state: 'open' })).items,
    endWaiver: async (id: string) => void (await del(pathOf(`/brand/waivers/${encodeURIComponent(id)}`))),
    approveWaiver: async (id: string) =>
      void (await post(pathOf(`/brand/waivers/${encodeURIComponent(id)}/approve`), {})),
    waiverPolicy: () => read<WaiverPolicy>('/brand/waiver-policy'),
    dismiss: async (finding: FindingKey & { readonly kind: 'dismissed' | 'false-alarm' }) =>
      void (await post(pathOf('/brand/dismissals'), finding)),
    /** Takes place and device out of a picture in the media library. */
    stripPicture: async (id: number) => void (await post(pathOf('/brand/pictures/strip'), { id })),
    report: (filter: ReportFilter, page: number) =>
      read<Report>('/brand/report', { ...filter, page, pageSize: 20 }),
    reportCsv: async (filter: ReportFilter) =>
      (await get<Blob>(pathOf('/brand/report.csv', { ...filter }), { responseType: 'blob' })).data,
    trend: (days: number) => read<readonly TrendPoint[]>('/brand/report/trend', { days }),
  };
}
export type FindingsApi = ReturnType<typeof findingsApiOver>;

/** These calls for a component; they end when the component goes away. */
export function useFindingsApi(): FindingsApi {
  const client = useFetchClient();
  return useMemo(() => findingsApiOver(client), [client]);
}
