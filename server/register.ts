import type { Core } from '@strapi/strapi';
import { frontDoor } from './front-door';
import { gate } from './gate';
import { largeBodies } from './large-body';
import { entryWatch } from './entry-watch';
import { onWrites } from './on-writes';
import { publishWatch } from './publish-watch';
import { brandWatch } from './brand-watch';
import { lifeWatch } from './life-watch';
import { tables } from './stores/tables';
import { wired } from './wire';
import { collectPath } from './wire-engagement';

/** Before Strapi loads its content: our tables, and the gate that every way to publish passes. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  const models = strapi.get('models');
  for (const table of tables) models.add(table);
  strapi.documents.use(
    onWrites(gate(strapi), publishWatch(strapi), entryWatch(strapi), lifeWatch(strapi), brandWatch(strapi)),
  );
  strapi.server.use(largeBodies);
  strapi.server.use(frontDoor(collectPath(strapi), () => wired(strapi).engagement.collect));
}
