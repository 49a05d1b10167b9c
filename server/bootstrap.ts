import type { Core } from '@strapi/strapi';
import { wired } from './wire';

/** After Strapi has loaded: permissions, then what runs in the background. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  wired(strapi);
}
