import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { HoldInput, HoldView } from '../src/publishing/operations/hold';
import type { CorrectInput } from '../src/publishing/operations/correct';
import type { RecallInput } from '../src/publishing/operations/recall';
import type { DeadView, RetryCauseInput, RetryCauseView } from '../src/publishing/running/dead-letters';
import type { OperationsView } from '../src/publishing/running/schema';
import type { CampaignView, PublicationView } from '../src/publishing/schema';
import { pathOf } from './api';

/** The calls about stopping, taking back and how the work runs; each rejects with what `refusalOf` reads. */
function operationsApiOver({ get, post, del }: ReturnType<typeof useFetchClient>) {
  const part = encodeURIComponent;
  const send = async <T>(path: string, body: unknown) => (await post<T>(pathOf(path), body)).data;
  return {
    operations: async () => (await get<OperationsView>(pathOf('/operations'))).data,
    dead: async () => (await get<DeadView>(pathOf('/operations/dead'))).data,
    retryDead: (cause: RetryCauseInput) => send<RetryCauseView>('/operations/dead/retry', cause),
    holds: async () => (await get<readonly HoldView[]>(pathOf('/publishing/holds'))).data,
    stop: (hold: HoldInput) => send<HoldView>('/publishing/holds', hold),
    lift: (key: string) => del(pathOf(`/publishing/holds/${part(key)}`)),
    correct: (key: string, correction: CorrectInput) =>
      send<PublicationView>(`/publications/${part(key)}/correct`, correction),
    withdrawCorrection: async (key: string) =>
      (await del<PublicationView>(pathOf(`/publications/${part(key)}/correct`))).data,
    recall: (key: string, recall: RecallInput) =>
      send<PublicationView>(`/publications/${part(key)}/recall`, recall),
    recallCampaign: (key: string, recall: RecallInput) =>
      send<CampaignView>(`/campaigns/${part(key)}/recall`, recall),
  };
}
export type OperationsApi = ReturnType<typeof operationsApiOver>;

/** These calls for a component; they end when the component goes away. */
export function useOperationsApi(): OperationsApi {
  const client = useFetchClient();
  return useMemo(() => operationsApiOver(client), [client]);
}
