import type { Core } from '@strapi/strapi';

/** What administrators grant to roles in Settings, Roles, Plugins, Presence; the ids are `plugin::presence.<uid>`. */
const permissions = [
  ['read', 'See the panel, publications and notices', 'general'],
  ['settings.manage', 'Change the settings', 'general'],
  ['audit.read', 'See, verify and export the record of who did what', 'general'],
  ['brand.manage', 'Change the brand kit', 'general'],
  ['brand.waive', 'Waive findings of the brand check, and approve waivers of others', 'general'],
  ['insights.read', 'See the insights', 'general'],
  ['workflows.manage', 'Change workflows and say where they apply', 'review'],
  ['review.submit', 'Submit for review and withdraw', 'review'],
  ['review.approve', 'Approve and request changes', 'review'],
  ['review.assign', 'Assign reviews and ask people without a seat', 'review'],
  ['publish.emergency', 'Publish in an emergency, without an approval', 'review'],
  ['publish.unpublish', 'Take published entries off the site where a workflow guards it', 'review'],
  ['drift.manage', 'Adopt or take down what was published past the gate', 'review'],
  ['campaigns.manage', 'Make, schedule and cancel campaigns', 'publishing'],
  ['channels.manage', 'Connect and test channels', 'publishing'],
  ['contacts.read', 'See subscribers', 'audience'],
  ['contacts.manage', 'Export and erase subscribers', 'audience'],
] as const;

/** Names of all our permissions, without `plugin::presence.`. */
export const permissionNames: readonly string[] = permissions.map(([uid]) => uid);

/** Makes the permissions known to Strapi; before it has loaded, because later it refuses. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(
    permissions.map(([uid, displayName, subCategory]) => ({
      section: 'plugins',
      pluginName: 'presence',
      uid,
      displayName,
      subCategory,
    })),
  );
}
