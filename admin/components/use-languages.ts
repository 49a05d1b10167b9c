import { useCallback } from 'react';
import { useKitApi, type Language } from '../kit-api';
import { useLoad } from '../use-load';

const none: readonly Language[] = [];

/** The languages of the content; none where Strapi has only one. */
export function useLanguages(): readonly Language[] {
  const api = useKitApi();
  return useLoad(useCallback(() => api.languages(), [api])).value ?? none;
}
