import type { Core } from '@strapi/strapi';
import { registerPermissions } from './permissions';
import { wired } from './wire';

/** After Strapi has loaded: permissions, then what runs in the background. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await registerPermissions(strapi);
  const { config, publishing, engagement } = wired(strapi);
  if (!config.engine.enabled) return;
  publishing.engine.start();
  engagement.rounds.start();
}
