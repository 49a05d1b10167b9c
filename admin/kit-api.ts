import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { z } from 'zod';
import type {
  Brands,
  BrandsView,
  PackView,
  packSetting,
  packUpload,
  Proposal,
  proposeInput,
  RuleSetting,
  RuleView,
  Trial,
  trialInput,
  trialMark,
} from '../src/brand/catalogue/schema';
import type { BaselineView, Waiver, WaiverPolicy } from '../src/brand/findings/schema';
import type { Page } from '../src/shared/page';
import { pathOf } from './api';

export type TrialInput = z.input<typeof trialInput>;

/** A language of the content, as Strapi's own internationalization names it. */
export interface Language {
  readonly code: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** The calls about the brand, its rules, packs and waivers; each rejects with what `refusalOf` reads. */
function kitApiOver({ get, post, put, del }: ReturnType<typeof useFetchClient>) {
  const read = async <T>(path: string, query: Parameters<typeof pathOf>[1] = {}) =>
    (await get<T>(pathOf(path, query))).data;
  const send = async <T>(path: string, body: unknown = {}) => (await post<T>(pathOf(path), body)).data;
  const replace = async <T>(path: string, body: unknown) => (await put<T>(pathOf(path), body)).data;
  const part = encodeURIComponent;
  return {
    brands: () => read<BrandsView>('/brand/brands'),
    saveBrands: (brands: Brands) => replace<BrandsView>('/brand/brands', brands),
    /** Strapi without internationalization has no such address: it has one language, which nobody needs to choose. */
    languages: async (): Promise<readonly Language[]> => {
      try {
        return (await get<readonly Language[]>('/i18n/locales')).data;
      } catch {
        return [];
      }
    },
    propose: (input: z.input<typeof proposeInput>) => send<Proposal>('/brand/propose', input),
    rules: () => read<readonly RuleView[]>('/brand/rules'),
    setRule: (id: string, setting: RuleSetting) => replace<RuleView>(`/brand/rules/${part(id)}`, setting),
    packs: async () => (await read<{ readonly packs: readonly PackView[] }>('/brand/packs')).packs,
    uploadPack: (upload: z.input<typeof packUpload>) =>
      send<{ readonly packs: readonly PackView[] }>('/brand/packs', upload),
    setPack: (name: string, setting: z.input<typeof packSetting>) =>
      replace<PackView>(`/brand/packs/${part(name)}`, setting),
    removePack: (name: string) => del(pathOf(`/brand/packs/${part(name)}`)),
    startTrial: (input: TrialInput) => send<Trial>('/brand/trials', input),
    trial: (id: string) => read<Trial>(`/brand/trials/${part(id)}`),
    markTrial: (id: string, mark: z.input<typeof trialMark>) =>
      send<Trial>(`/brand/trials/${part(id)}/marks`, mark),
    waivers: (state: Waiver['state'] | '', page: number) =>
      read<Page<Waiver>>('/brand/waivers', { state, page }),
    approveWaiver: (id: string) => send<Waiver>(`/brand/waivers/${part(id)}/approve`),
    endWaiver: (id: string) => del(pathOf(`/brand/waivers/${part(id)}`)),
    waiverPolicy: () => read<WaiverPolicy>('/brand/waiver-policy'),
    baseline: () => read<{ readonly baseline: BaselineView | null }>('/brand/baseline'),
    takeBaseline: () => send<unknown>('/brand/baseline'),
    endBaseline: () => del(pathOf('/brand/baseline')),
    saveWaiverPolicy: (policy: WaiverPolicy) => replace<WaiverPolicy>('/brand/waiver-policy', policy),
  };
}
export type KitApi = ReturnType<typeof kitApiOver>;

/** These calls for a component; they end when the component goes away. */
export function useKitApi(): KitApi {
  const client = useFetchClient();
  return useMemo(() => kitApiOver(client), [client]);
}
