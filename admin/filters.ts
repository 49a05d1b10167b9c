import type { CampaignState, PublicationState } from '../src/publishing/schema';
import type { AuditGroup } from '../src/governance/audit/kinds';
import type { ContactState } from '../src/audience/schema';

export interface PublicationFilter {
  readonly state?: PublicationState | undefined;
  readonly channel?: string | undefined;
  readonly q?: string | undefined;
  readonly page?: number;
  readonly pageSize?: number;
}

export interface ReviewFilter {
  readonly workflow?: string | undefined;
  readonly type?: string | undefined;
  readonly locale?: string | undefined;
  readonly assignee?: string | undefined;
  readonly mine?: 'true' | undefined;
  readonly overdue?: 'true' | undefined;
  readonly text?: string | undefined;
  readonly why?: string | undefined;
  readonly stage?: string | undefined;
  readonly page?: number;
  readonly pageSize?: number;
}

export interface RecordQuery {
  readonly group?: AuditGroup | undefined;
  readonly person?: string | undefined;
  readonly uid?: string | undefined;
  readonly documentId?: string | undefined;
  readonly locale?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly page?: number;
}

export interface ContactFilter {
  readonly state?: ContactState | undefined;
  readonly q?: string | undefined;
  readonly page?: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
  readonly step?: 'hour' | 'day';
}

/** What the list of campaigns is narrowed by. */
export interface CampaignFilter {
  readonly q?: string;
  readonly state?: CampaignState | undefined;
  readonly page: number;
  readonly pageSize?: number;
}
