import type { ContentModel } from '../../content/schema';
import { pathText } from '../../shared/issues';
import type { Problem } from '../../shared/result';
import type { LifePolicies } from './schema';

/** What in well-formed policies does not fit this app; null when all fits. */
export function policiesProblem(
  policies: LifePolicies,
  models: readonly ContentModel[],
  owners: ReadonlySet<string>,
): Problem | null {
  const byUid = new Map(models.map((model) => [model.uid, model]));
  for (const [uid, { owner, expiry }] of Object.entries(policies)) {
    const model = byUid.get(uid);
    if (!model)
      return {
        code: 'settings.unknown-name',
        message: `There is no content type ${uid}. This app has: ${[...byUid.keys()].join(', ') || 'none'}.`,
        path: pathText([uid]),
      };
    if (owner !== null && !owners.has(owner))
      return {
        code: 'lifecycle.unknown-owner',
        message: `Nobody in the admin panel is ${owner}. Choose a role or a person of Settings, Users or Roles.`,
        path: pathText([uid, 'owner']),
      };
    if (expiry && expiry.then !== 'ask' && !model.draftAndPublish)
      return {
        code: 'lifecycle.cannot-end',
        message: `Entries of ${model.displayName} are always published, because Draft & Publish is off for the type. Choose “ask”.`,
        path: pathText([uid, 'expiry', 'then']),
      };
  }
  return null;
}
