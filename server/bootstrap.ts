import { resolve } from 'node:path';
import type { Core } from '@strapi/strapi';
import { accessWatch } from './access-watch';
import { namingGuard } from './naming-guard';
import { registerPermissions } from './permissions';
import { wired } from './wire';
import { isConsole } from './wire-audit';

/** After Strapi has loaded: permissions, then what runs in the background. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await registerPermissions(strapi);
  wired(strapi).stops.push(await wired(strapi).oversight.watchLogIns());
  const forgetRemoved = wired(strapi).pictures.watch();
  wired(strapi).stops.push(async () => forgetRemoved());
  namingGuard(strapi);
  accessWatch(strapi);
  const { config, loadWorkflows, catalogue, publishing, engagement, drift, record, room, telling, signOff } =
    wired(strapi);
  if (config.workflows !== undefined) await loadWorkflows(resolve(strapi.dirs.app.root, config.workflows));
  await catalogue.load();
  await wired(strapi).connectApps.read();
  if (!config.engine.enabled || isConsole()) return;
  wired(strapi).lifecycle.start();
  wired(strapi).oversight.rounds.start();
  record.start();
  wired(strapi).preflight.rounds.start();
  wired(strapi).health.start();
  publishing.engine.start();
  await publishing.worker.start();
  publishing.rounds.start();
  engagement.rounds.start();
  drift.rounds.start();
  void drift.atStart();
  wired(strapi).brand.rounds.start();
  void wired(strapi).brand.atStart();
  room.rounds.start();
  telling.loop.start();
  telling.rounds.start();
  signOff.rounds.start();
}
