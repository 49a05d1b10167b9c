import { useCallback } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { pluginId, type Right } from './plugin';

/**
 * Whether this user may do something; only to show or grey out, the server decides. Strapi's `useRBAC` names a right
 * by its last word, which our `….manage` rights share.
 */
export function useRights(): (right: Right) => boolean {
  const permissions = useAuth('Presence', (auth) => auth.permissions);
  return useCallback(
    (right: Right) => permissions.some(({ action }) => action === `plugin::${pluginId}.${right}`),
    [permissions],
  );
}

/** Whether this user may do something with entries of a type in the Content Manager. */
export function useContentRights(): (right: 'update' | 'publish', uid: string) => boolean {
  const permissions = useAuth('Presence', (auth) => auth.permissions);
  return useCallback(
    (right, uid) =>
      permissions.some(
        ({ action, subject }) => action === `plugin::content-manager.explorer.${right}` && subject === uid,
      ),
    [permissions],
  );
}
