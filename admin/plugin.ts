/** The plugin's id: prefix of its routes, permissions and words. */
export const pluginId = 'presence';

/** What a role may be allowed to do; `plugin::presence.<x>` on the server. */
export type Right =
  | 'read'
  | 'review.submit'
  | 'review.approve'
  | 'review.assign'
  | 'drift.manage'
  | 'campaigns.manage'
  | 'channels.manage'
  | 'settings.manage'
  | 'audit.read'
  | 'workflows.manage'
  | 'brand.manage'
  | 'brand.waive'
  | 'contacts.read'
  | 'contacts.manage'
  | 'insights.read';

/** Rights as Strapi's navigation and `useRBAC` take them. */
export const rights = (...names: readonly Right[]): { action: string; subject: null }[] =>
  names.map((name) => ({ action: `plugin::${pluginId}.${name}`, subject: null }));
