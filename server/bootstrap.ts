import type { Core } from '@strapi/strapi';
import { registerPermissions } from './permissions';
import { wired } from './wire';
import { isConsole } from './wire-audit';

/** After Strapi has loaded: permissions, then what runs in the background. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await registerPermissions(strapi);
  const { config, publishing, engagement, record, telling } = wired(strapi);
  if (!config.engine.enabled || isConsole()) return;
  record.start();
  publishing.engine.start();
  engagement.rounds.start();
  telling.loop.start();
  telling.rounds.start();
}
