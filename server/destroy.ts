import type { Core } from '@strapi/strapi';
import { unwire, wired } from './wire';

/** Stops what runs in the background and writes down what is still in memory. */
export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const presence = wired(strapi);
  for (const stop of [...presence.stops].reverse()) await stop();
  unwire(strapi);
}
