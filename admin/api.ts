import { useMemo } from 'react';
import { getFetchClient, useFetchClient } from '@strapi/strapi/admin';
import type { ContactFilter, Range, RecordQuery, ReviewFilter } from './filters';
import type { Page } from '../src/shared/page';
import type { EntryKey } from '../src/shared/entry-key';
import type { Brands, BrandsView } from '../src/brand/catalogue/schema';
import type { DecisionRequest, EntryPanel } from '../src/governance/review/schema';
import type {
  AssignmentsView,
  BoardView,
  BulkRequest,
  BulkView,
  NeedsYouView,
  PeopleView,
} from '../src/governance/board/schema';
import type { DifferenceView } from '../src/governance/difference/schema';
import type { BrandContext, ContentTypeView, Notice } from '../src/governance/schema';
import type { Anchor, ThreadsView } from '../src/governance/threads/schema';
import type { Preferences, PreferencesView } from '../src/governance/notices/preferences';
import type {
  DeliveryView,
  WebhookInput,
  WebhookMade,
  WebhookTested,
  WebhookView,
} from '../src/governance/notices/webhooks';
import type { Drift, DriftAnswer, DriftOutcome, DriftScan } from '../src/governance/drift/schema';
import type { Settings, SettingsRequest } from '../src/governance/settings';
import type { Policy } from '../src/governance/workflow/schema';
import type {
  CheckView,
  Migrated,
  NamesView,
  SaveRequest,
  TemplateView,
  WorkflowsView,
  WorkflowView,
} from '../src/governance/workflow/views';
import type { AppInput, AppName, AppView } from '../src/channels/connect/apps';
import type { ChannelRemoved } from '../src/channels/connect/access';
import type { PlacesView } from '../src/channels/connect/places';
import type { OwnTypeView } from '../src/channels/own/type';
import type { ChannelHealth } from '../src/channels/health/health';
import type { PracticePostView } from '../src/channels/practice';
import type { ChannelInput, ChannelTested, ChannelView } from '../src/channels/schema';
import type {
  ContactCounts,
  ContactExport,
  ContactView,
  DoubtAnswer,
  MailDoubt,
} from '../src/audience/schema';
import type { AskRequest, SignOffPanel, SignOffPeople } from '../src/governance/signoff/schema';
import type { AuditPage, VerifyStep } from '../src/governance/audit/schema';
import type { FunnelView, InsightsView } from '../src/ecosystem/schema';
import { publishingCalls, type Query } from './publishing-api';

interface DriftList extends Page<Drift> {
  readonly scan: DriftScan | null;
}

type Client = ReturnType<typeof getFetchClient>;

/** A path with its query; what is empty is left out. Strapi's own serialiser does not encode values. */
export function pathOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `/presence${path}${text ? `?${text}` : ''}`;
}

/** Every call of the admin API of Presence; each rejects with what `refusalOf` reads. */
export function apiOver({ get, post, put, del }: Client) {
  const read = async <T>(path: string, query?: Query) => (await get<T>(pathOf(path, query))).data;
  const send = async <T>(path: string, body: unknown = {}) => (await post<T>(pathOf(path), body)).data;
  const replace = async <T>(path: string, body: unknown) => (await put<T>(pathOf(path), body)).data;
  const part = encodeURIComponent;

  return {
    entry: (entry: EntryKey) => read<EntryPanel>('/entry', { ...entry }),
    decide: (request: DecisionRequest) => send<EntryPanel>('/entry/decision', request),
    board: (filter: ReviewFilter) => read<BoardView>('/reviews/board', { ...filter }),
    needsYou: (filter: ReviewFilter) => read<NeedsYouView>('/reviews/needs-you', { ...filter }),
    people: () => read<PeopleView>('/reviews/people'),
    bulk: (request: BulkRequest) => send<BulkView>('/reviews/bulk', request),
    difference: (entry: EntryKey, from: string, to: string) =>
      read<DifferenceView>('/entry/difference', { ...entry, from, to }),
    threads: (entry: EntryKey) => read<ThreadsView>('/entry/threads', { ...entry }),
    beginThread: (entry: EntryKey, anchor: Anchor | null, text: string) =>
      send<ThreadsView>('/entry/threads', { entry, anchor, text }),
    answerThread: (key: string, text: string) =>
      send<ThreadsView>(`/entry/threads/${part(key)}/comments`, { text }),
    closeThread: (key: string, how: 'resolve' | 'reopen') =>
      send<ThreadsView>(`/entry/threads/${part(key)}/${how}`),
    assignees: (entry: EntryKey) => read<AssignmentsView>('/entry/assignees', { ...entry }),
    assign: (entry: EntryKey, assignees: readonly string[]) =>
      replace<AssignmentsView>('/entry/assignees', { entry, assignees }),
    setDue: (entry: EntryKey, dueOn: string | null) =>
      replace<AssignmentsView>('/entry/due', { entry, dueOn }),

    drift: (page: number) => read<DriftList>('/drift', { page }),
    scanDrift: () => send<DriftScan>('/drift/scan'),
    answerDrift: (how: 'adopt' | 'take-down', answer: DriftAnswer) =>
      send<{ readonly outcomes: readonly DriftOutcome[] }>(`/drift/${how}`, answer),

    signOffs: (entry: EntryKey) => read<SignOffPanel>('/signoffs', { ...entry }),
    askSignOff: (request: AskRequest) => send<SignOffPanel>('/signoffs', request),
    revokeSignOff: (key: string) => send<unknown>(`/signoffs/${part(key)}/revoke`),
    sendSignOff: (key: string) => send<unknown>(`/signoffs/${part(key)}/send`),
    signOffPeople: () => read<SignOffPeople>('/signoff/people'),
    saveSignOffPeople: (people: SignOffPeople) => replace<SignOffPeople>('/signoff/people', people),

    brandContext: (uid: string, locale: string | null = null) =>
      read<BrandContext>('/brand/context', { uid, ...(locale && { locale }) }),

    brands: () => read<BrandsView>('/brand/brands'),
    saveBrands: (brands: Brands) => replace<BrandsView>('/brand/brands', brands),
    settings: () => read<Settings>('/settings'),
    saveSettings: (settings: SettingsRequest) => replace<Settings>('/settings', settings),
    workflows: () => read<WorkflowsView>('/workflows'),
    workflow: (key: string) => read<WorkflowView>(`/workflows/${part(key)}`),
    workflowNames: () => read<NamesView>('/workflows/names'),
    workflowTemplates: (language: 'en' | 'de') =>
      read<readonly TemplateView[]>('/workflows/templates', { language }),
    checkWorkflow: (request: SaveRequest) => send<CheckView>('/workflows/check', request),
    saveWorkflow: (request: SaveRequest) =>
      send<Migrated & { readonly key: string; readonly version: number }>('/workflows', request),
    removeWorkflow: (key: string, replacement: string | null) =>
      send<Migrated>(`/workflows/${part(key)}/remove`, { replacement }),
    replaceInWorkflows: (old: string, next: string) =>
      send<readonly string[]>('/workflows/replace', { old, next }),
    checkPolicies: (policies: readonly Policy[]) =>
      send<Pick<CheckView, 'problems' | 'dryRun'>>('/workflows/policies/check', { policies }),
    savePolicies: (policies: readonly Policy[]) =>
      replace<readonly Policy[]>('/workflows/policies', { policies }),
    contentTypes: () => read<readonly ContentTypeView[]>('/content-types'),

    inbox: ({ unread, page }: { unread: boolean; page: number }) =>
      read<Page<Notice>>('/notices', { unread: String(unread), page, pageSize: 25 }),
    notices: () => read<Page<Notice>>('/notices', { unread: 'true', pageSize: 50 }),
    markRead: (keys: readonly string[]) => send<Page<Notice>>('/notices/read', { keys }),
    preferences: () => read<PreferencesView>('/notices/preferences'),
    savePreferences: (preferences: Preferences) =>
      replace<PreferencesView>('/notices/preferences', preferences),

    webhooks: () => read<readonly WebhookView[]>('/webhooks'),
    createWebhook: (webhook: WebhookInput) => send<WebhookMade>('/webhooks', webhook),
    updateWebhook: (key: string, webhook: WebhookInput) =>
      replace<WebhookView>(`/webhooks/${part(key)}`, webhook),
    removeWebhook: (key: string) => del(pathOf(`/webhooks/${part(key)}`)),
    renewWebhookSecret: (key: string) => send<WebhookMade>(`/webhooks/${part(key)}/secret`),
    testWebhook: (key: string) => send<WebhookTested>(`/webhooks/${part(key)}/test`),
    webhookDeliveries: (key: string, page: number) =>
      read<Page<DeliveryView>>(`/webhooks/${part(key)}/deliveries`, { page, pageSize: 10 }),
    redeliver: (key: string, delivery: string) =>
      send<unknown>(`/webhooks/${part(key)}/deliveries/${part(delivery)}/again`),

    channels: () => read<readonly ChannelView[]>('/channels'),
    /** Types of channels that the code of the app brings. */
    channelTypes: () => read<readonly OwnTypeView[]>('/channel-types'),
    channelsHealth: () => read<ChannelHealth>('/channels/health'),
    createChannel: (channel: ChannelInput) => send<ChannelView>('/channels', channel),
    updateChannel: (key: string, channel: ChannelInput) =>
      replace<ChannelView>(`/channels/${part(key)}`, channel),
    removeChannel: async (key: string) => (await del<ChannelRemoved>(pathOf(`/channels/${part(key)}`))).data,
    testChannel: (key: string, sendTo?: string) =>
      send<ChannelTested>(`/channels/${part(key)}/test`, sendTo ? { sendTo } : {}),

    /** Where a person goes to allow it. */
    beginConnect: (key: string) => send<{ readonly address: string }>(`/channels/${part(key)}/connect`, {}),
    connectApps: () => read<readonly AppView[]>('/connect-apps'),
    saveConnectApp: (name: AppName, app: AppInput) => replace<AppView>(`/connect-apps/${part(name)}`, app),
    removeConnectApp: async (name: AppName) =>
      (await del<AppView>(pathOf(`/connect-apps/${part(name)}`))).data,
    channelPlaces: (key: string) => read<PlacesView>(`/channels/${part(key)}/places`),
    pickPlace: (key: string, place: string) =>
      replace<ChannelTested>(`/channels/${part(key)}/place`, { place }),
    finishConnect: (attempt: string) => send<ChannelTested>(`/connects/${part(attempt)}`, {}),

    practicePosts: (page: number) => read<Page<PracticePostView>>('/practice/posts', { page, pageSize: 24 }),
    removePractice: (kind: string, id: string) => del(pathOf(`/practice/posts/${part(kind)}/${part(id)}`)),
    clearPractice: () => del(pathOf('/practice/posts')),

    ...publishingCalls({ read, send, replace }),

    contacts: (filter: ContactFilter) => read<Page<ContactView>>('/contacts', { ...filter }),
    contactCounts: () => read<ContactCounts>('/contacts/counts'),
    exportContact: (key: string) => read<ContactExport>(`/contacts/${part(key)}/export`),
    doubts: (publication: string, page: number) =>
      read<Page<MailDoubt>>(`/contacts/mailings/${part(publication)}/doubts`, { page, pageSize: 10 }),
    settleDoubts: (publication: string, answer: DoubtAnswer) =>
      send<{ settled: number }>(`/contacts/mailings/${part(publication)}/doubts`, answer),
    eraseContact: (key: string) => send<unknown>(`/contacts/${part(key)}/erase`),

    record: (query: RecordQuery) => read<AuditPage>('/audit', { ...query }),
    verifyRecord: (after: string, kept: string) => read<VerifyStep>('/audit/verify', { after, kept }),
    exportRecord: async () => (await get(pathOf('/audit/export'), { responseType: 'blob' })).data,

    insights: (range: Range, entry?: EntryKey) => read<InsightsView>('/insights', { ...range, ...entry }),
    funnel: (campaign: string) => read<FunnelView>(`/insights/campaigns/${part(campaign)}`),
  };
}
export type Api = ReturnType<typeof apiOver>;

/** The API for a component; its calls end when the component goes away. */
export function useApi(): Api {
  const client = useFetchClient();
  return useMemo(() => apiOver(client), [client]);
}

/** The API for what several components share; its calls outlive each of them. */
export const sharedApi = (): Api => apiOver(getFetchClient());
