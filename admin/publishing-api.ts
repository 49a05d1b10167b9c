import type { CampaignFilter, PublicationFilter } from './filters';
import type { Page } from '../src/shared/page';
import type { CardPreview, CardRequest } from '../src/channels/pictures/card';
import type { CopyPicture } from '../src/channels/schema';
import type { FocusQuery, ProposedFocus } from '../src/channels/pictures/shape';
import type { VideoFacts } from '../src/channels/video/facts';
import type { EntryKey } from '../src/shared/entry-key';
import type {
  AnswerInput,
  CampaignChange,
  CampaignInput,
  CampaignView,
  DerivePreview,
  PublicationView,
  ScheduleInput,
} from '../src/publishing/schema';
import type { When } from '../src/publishing/time/when';
import type { BulkInput, BulkView as BulkAnswers } from '../src/publishing/calendar/bulk';
import type { PreflightView } from '../src/publishing/preflight/schema';
import type { DuplicateInput, DuplicatesInput, FoundEntry } from '../src/publishing/campaign/start';
import type { CampaignTemplateView } from '../src/publishing/campaign/template';
import type {
  ChangedCopies,
  ChangedCopy,
  CopySourceView,
  MentionableView,
} from '../src/publishing/campaign/derived';
import type { RepeatRule, RepeatView } from '../src/publishing/repeat/schema';
import type { PlanView, PublishingPlan } from '../src/publishing/time/schema';
import type { TimesInput, TimeView } from '../src/publishing/time/times';

export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** How a call is made: what comes back is what the server says, a refusal is thrown. */
interface Calls {
  readonly read: <T>(path: string, query?: Query) => Promise<T>;
  readonly send: <T>(path: string, body?: unknown) => Promise<T>;
  readonly replace: <T>(path: string, body: unknown) => Promise<T>;
}

const part = encodeURIComponent;

/** What is edited of a plan: the holidays stand in the calendar of the business. */
const planOf = ({ holidayDays: _, ...plan }: PlanView): PublishingPlan => plan;

/** Campaigns, their publications and the plan of the business. */
export const publishingCalls = ({ read, send, replace }: Calls) => ({
  /** `campaign`: its name, where it has one already. */
  derive: (entry: EntryKey, channels: readonly string[], campaign: string | null = null) =>
    send<DerivePreview>('/campaigns/derive', { entry, channels, campaign }),
  changedCopies: async (campaign: string) =>
    (await read<ChangedCopies>(`/campaigns/${part(campaign)}/derived`)).copies,
  settleText: (how: 'keep' | 'take', { publication, copySeal, derivedSeal }: ChangedCopy) =>
    send<PublicationView>(`/publications/${part(publication)}/${how}`, { copySeal, derivedSeal }),
  templateEntries: (q: string) => read<readonly FoundEntry[]>('/copies/entries', { q }),
  copySource: (entry: EntryKey) => read<CopySourceView>('/copies/source', { ...entry }),
  mentionable: async (entry: EntryKey) =>
    (await read<MentionableView>('/copies/mentionable', { ...entry })).names,
  pictureFocus: (query: FocusQuery) => read<ProposedFocus>('/copies/picture-focus', query),
  videoFacts: (hash: string) => read<VideoFacts>('/copies/video', { hash }),
  previewCard: (card: CardRequest) => send<CardPreview>('/copies/card/preview', card),
  makeCard: (card: CardRequest) => send<CopyPicture>('/copies/card', card),
  campaigns: (entry?: EntryKey) => read<Page<CampaignView>>('/campaigns', { ...entry, pageSize: 20 }),
  campaign: (key: string) => read<CampaignView>(`/campaigns/${part(key)}`),
  campaignList: (filter: CampaignFilter) => read<Page<CampaignView>>('/campaigns', { ...filter }),
  preflight: (campaign: string) => read<PreflightView>(`/campaigns/${part(campaign)}/preflight`),
  campaignTemplates: (language: 'en' | 'de') =>
    read<readonly CampaignTemplateView[]>('/campaigns/templates', { language }),
  campaignEntries: (q: string) => read<readonly FoundEntry[]>('/campaigns/entries', { q }),
  duplicateCampaign: (key: string, input: DuplicateInput) =>
    send<CampaignView>(`/campaigns/${part(key)}/duplicate`, input),
  duplicateCampaigns: (input: DuplicatesInput) => send<BulkAnswers>('/campaigns/duplicate', input),
  bulkPublications: (input: BulkInput) => send<BulkAnswers>('/publications/bulk', input),
  createCampaign: (campaign: CampaignInput) => send<CampaignView>('/campaigns', campaign),
  changeCampaign: (key: string, change: CampaignChange) =>
    replace<CampaignView>(`/campaigns/${part(key)}`, change),
  schedule: (key: string, times: ScheduleInput) =>
    send<CampaignView>(`/campaigns/${part(key)}/schedule`, times),

  publishingPlan: async (): Promise<PublishingPlan> => planOf(await read<PlanView>('/publishing/plan')),
  savePublishingPlan: async (plan: PublishingPlan): Promise<PublishingPlan> =>
    planOf(await replace<PlanView>('/publishing/plan', plan)),
  repeat: async (key: string) =>
    (await read<{ repeat: RepeatView | null }>(`/campaigns/${part(key)}/repeat`)).repeat,
  setRepeat: async (key: string, repeat: RepeatRule | null) =>
    (await replace<{ repeat: RepeatView | null }>(`/campaigns/${part(key)}/repeat`, { repeat })).repeat,
  lookAhead: (times: TimesInput) => send<readonly TimeView[]>('/publishing/times', times),

  publications: (filter: PublicationFilter) => read<Page<PublicationView>>('/publications', { ...filter }),
  retry: (key: string) => send<PublicationView>(`/publications/${part(key)}/retry`),
  cancel: (key: string) => send<PublicationView>(`/publications/${part(key)}/cancel`),
  reschedule: (key: string, when: When) =>
    send<PublicationView>(`/publications/${part(key)}/reschedule`, { when }),
  answer: (key: string, answer: AnswerInput) =>
    send<PublicationView>(`/publications/${part(key)}/answer`, answer),
});
